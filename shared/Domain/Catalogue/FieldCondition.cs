namespace EntCredit.Domain.Catalogue;

/// <summary>When a recommendation holds: another field's normalised value contains one of some texts.</summary>
/// <param name="Field">The other field's code.</param>
/// <param name="Contains">The texts.</param>
public sealed record FieldCondition(string Field, IReadOnlyList<string> Contains);
