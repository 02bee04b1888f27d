namespace EntCredit.Domain.Catalogue;

/// <summary>A published version of an item's columns, told by its header.</summary>
/// <param name="Code">Its code, e.g. 2018.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="Source">The published source that it follows.</param>
public sealed record ResourceLayout(string Code, string Name, string Source);
