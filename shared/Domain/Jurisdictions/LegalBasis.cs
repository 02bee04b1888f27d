using EntCredit.Domain.Settings;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>The published provision that an approval or a measure rests on.</summary>
/// <param name="Document">Title, and number or year where it was revised: 《中华人民共和国食品安全法》（2025年修正）.</param>
/// <param name="Article">The article, in that version.</param>
/// <param name="TextOf">The day of the version in whose text the article was read; null where nobody read it there.</param>
public sealed record LegalBasis(string Document, string Article, DateOnly? TextOf)
{
    /// <summary>As a text refers to it.</summary>
    public override string ToString() => $"{Document}{Article}";

    /// <summary>Reads the member "source" of an entry: an entry without one is refused, unless it is marked as an example (示例).</summary>
    internal static LegalBasis? Read(SettingsObject entry, bool example)
    {
        var source = entry.OptionalObject("source", o => new LegalBasis(o.Text("document"), o.Text("article"), o.OptionalDate("textOf")));
        if (source is null && !example) entry.RefuseAt("source", SettingsErrors.Unsourced, "source");
        return source;
    }
}
