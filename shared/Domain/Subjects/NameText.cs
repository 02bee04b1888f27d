using System.Text;

namespace EntCredit.Domain.Subjects;

/// <summary>Enterprise names as they are searched: without what people type differently, in pairs of characters, since Chinese has no spaces.</summary>
public static class NameText
{
    /// <summary>A name's letters and digits in one form: half width, upper case, without spaces, brackets and points.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes().Select(HalfWidth))
            if (Rune.IsLetterOrDigit(rune)) folded.Append(Rune.ToUpperInvariant(rune));
        return folded.ToString();
    }

    /// <summary>The pairs of a name in their order, and its last character alone, so that a single character is found wherever it stands. Empty where nothing is left of it.</summary>
    public static IReadOnlyList<string> Grams(string name)
    {
        var runes = Fold(name).EnumerateRunes().Select(rune => rune.ToString()).ToList();
        if (runes.Count == 0) return [];
        return [.. runes.Zip(runes.Skip(1), (one, next) => one + next), runes[^1]];
    }

    // U+FF01 to U+FF5E are ASCII's visible characters, as wide as a Chinese one.
    private static Rune HalfWidth(Rune rune) => rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune;
}
