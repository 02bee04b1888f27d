namespace EntCredit.Domain.Inspections;

/// <summary>What a department inspects by lot.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Basis">The law that it rests on (抽查依据): without one nothing is inspected.</param>
public sealed record Matter(string Code, string Name, string Basis);
