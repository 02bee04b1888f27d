using System.Buffers;
using System.Text;

namespace EntCredit.Domain.Subjects;

/// <summary>How clerks write identifiers, and what is meant.</summary>
public static class IdentifierText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>
    /// Full-width characters made half-width, letters upper-case, spaces and dashes dropped, and a bracketed explanation at the end
    /// ("（统一社会信用代码）") cut off.
    /// </summary>
    public static string Normalize(string text)
    {
        // As it should be written, and mostly is.
        if (!text.AsSpan().ContainsAnyExcept(Plain)) return text;
        var folded = FoldWidth(text);
        var bracket = folded.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0 && folded.TrimEnd().EndsWith(')')) folded = folded[..bracket];
        // "统一社会信用代码：91…".
        var colon = folded.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && !folded.AsSpan(0, colon).ContainsAnyInRange('0', '9')) folded = folded[(colon + 1)..];
        var builder = new StringBuilder(folded.Length);
        foreach (var c in folded)
            if (!char.IsWhiteSpace(c) && c is not ('-' or '\u200B' or '\uFEFF' or '\u00AD'))
                builder.Append(char.ToUpperInvariant(c));
        return builder.ToString();
    }

    /// <summary>Full-width forms (U+FF01 to U+FF5E) and the ideographic space as their ASCII counterparts; the rest unchanged.</summary>
    public static string FoldWidth(string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('\u3000', '\uFF5E');
        if (first < 0) return text;
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                var c = source[i];
                span[i] = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c == '\u3000' ? ' ' : c;
            }
        });
    }
}
