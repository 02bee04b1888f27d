namespace EntCredit.Domain.DualNotice.Approvals;

/// <summary>A kind of authority, whatever its department is called in a place and a year.</summary>
/// <param name="Code">Lower case, e.g. housing.</param>
/// <param name="Name">In Chinese.</param>
public sealed record Authority(string Code, string Name);
