namespace EntCredit.Domain.Jurisdictions;

/// <summary>How departments give information, and until when (A34).</summary>
/// <param name="Mode">Piece by piece, or monthly.</param>
/// <param name="Until">The last day of a monthly regime, or null while its end is not known.</param>
/// <param name="UntilWhat">The event that ends it, in the document's words, or null.</param>
/// <param name="Load">The monthly load; null in a continuous regime.</param>
/// <param name="Advisory">The national publication period, reported beside a monthly regime without being owed under it (A19), or null.</param>
public sealed record ProvisionRegime(ProvisionMode Mode, DateOnly? Until, string? UntilWhat, MonthlyLoad? Load, Clock? Advisory)
{
    /// <summary>Whether information that arises on a day is given monthly.</summary>
    public bool IsMonthlyOn(DateOnly day) => Mode == ProvisionMode.Monthly && (Until is null || day <= Until);
}
