using System.Text;
using EntCredit.Domain.Subjects;

namespace EntCredit.Domain.Intake;

/// <summary>How headers are compared: without width, case, spaces, stars and punctuation.</summary>
internal static class HeaderText
{
    /// <summary>The header without what clerks vary.</summary>
    public static string Normalize(string header)
    {
        var builder = new StringBuilder(header.Length);
        foreach (var c in IdentifierText.FoldWidth(header))
            if (char.IsLetterOrDigit(c)) builder.Append(char.ToUpperInvariant(c));
        return builder.ToString();
    }

    /// <summary>The header's readings, best first: all of it, what stands before a bracket, what stands inside.</summary>
    public static IEnumerable<string> Readings(string header)
    {
        yield return Normalize(header);
        var folded = IdentifierText.FoldWidth(header);
        var open = folded.IndexOf('(', StringComparison.Ordinal);
        if (open < 0) yield break;
        if (open > 0) yield return Normalize(folded[..open]);
        var close = folded.IndexOf(')', open);
        if (close > open + 1) yield return Normalize(folded[(open + 1)..close]);
    }

    /// <summary>Whether a header gives 元 as its unit: 罚款金额（元）, 注册资金(单位：人民币元).</summary>
    public static bool SaysYuan(string header)
    {
        var folded = IdentifierText.FoldWidth(header).Replace(" ", "", StringComparison.Ordinal).TrimEnd(')', ']');
        var open = folded.LastIndexOfAny(['(', '[', ':', '/']);
        return open >= 0 && folded[(open + 1)..] is "元" or "人民币元" or "单位元";
    }

    /// <summary>
    /// Whether two names of at least four characters differ by one inserted, missing, wrong or swapped character that is no digit or Latin letter.
    /// </summary>
    public static bool OneSlipApart(string a, string b)
    {
        if (a.Length < 4 || b.Length < 4 || Math.Abs(a.Length - b.Length) > 1) return false;
        var (longer, shorter) = a.Length >= b.Length ? (a, b) : (b, a);
        var start = 0;
        while (start < shorter.Length && longer[start] == shorter[start]) start++;
        var end = 0;
        while (end < shorter.Length - start && longer[^(end + 1)] == shorter[^(end + 1)]) end++;
        var left = longer[start..(longer.Length - end)];
        var right = shorter[start..(shorter.Length - end)];
        if ((left + right).Any(char.IsAsciiLetterOrDigit)) return false;
        return left.Length <= 1 || left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0];
    }
}
