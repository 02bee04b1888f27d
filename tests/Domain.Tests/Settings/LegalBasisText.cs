using System.Globalization;
using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.Tests.Settings;

/// <summary>What the product's own citations have in common.</summary>
internal static class LegalBasisText
{
    /// <summary>Whether a provision was read in its text, and its document names the year of that text: article numbers move from one revision to the next.</summary>
    public static bool IsNamedWithItsYear(LegalBasis? source) => source is { Document: ['《', ..], Article: ['第', ..], TextOf: { } day }
        && source.Document.Contains(day.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
