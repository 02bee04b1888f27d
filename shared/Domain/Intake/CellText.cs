using System.Buffers;
using System.Text;

namespace EntCredit.Domain.Intake;

/// <summary>A cell without what is no content: blanks around it, control characters, Excel's text mark, and the many ways to write nothing.</summary>
/// <param name="Text">The content; empty where the cell says nothing.</param>
/// <param name="ControlsRemoved">Whether control characters were dropped.</param>
/// <param name="Damaged">Whether characters were lost before the file reached us (replacement characters, 锟斤拷).</param>
public readonly record struct CellText(string Text, bool ControlsRemoved, bool Damaged)
{
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(i => (char)i), '\u007F', '\uFFFD', '\uFEFF', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u00AD', '锟']);

    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase)
    {
        "-", "--", "---", "—", "——", "———", "————", "－", "－－", "–", "/", "//", "\\", "*", ".", "无", "暂无", "没有", "N/A", "NA", "#N/A", "NULL", "NIL", "NONE", "NAN", "未填", "(空)", "(无)",
    };

    // What any of these begins with: most cells begin otherwise.
    private static readonly SearchValues<char> Blank = SearchValues.Create([.. Nothing.SelectMany(word => new[] { char.ToUpperInvariant(word[0]), char.ToLowerInvariant(word[0]) }).Append('（').Distinct()]);

    /// <summary>Whether a text is what a spreadsheet shows where a formula failed; #N/A says that there is nothing.</summary>
    public static bool IsFormulaError(string text) =>
        text.Length is >= 5 and <= 13 && text[0] == '#' && text is "#REF!" or "#VALUE!" or "#DIV/0!" or "#NAME?" or "#NUM!" or "#NULL!" or "#CALC!" or "#SPILL!" or "#FIELD!" or "#GETTING_DATA";

    /// <summary>Reads a cell.</summary>
    public static CellText Of(string cell)
    {
        var text = cell.Trim();
        if (text.Length == 0) return new("", false, false);
        var controls = false;
        var damaged = false;
        if (text.AsSpan().ContainsAny(Suspicious)) (text, controls, damaged) = Sift(text);
        // A spreadsheet's mark for text, and what our own receipts put before a formula sign.
        if (text.Length > 1 && text[0] == '\'' && text[1] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠' ||
            text.Length > 1 && text[0] == '\'' && char.IsAsciiDigit(text[1])) text = text[1..].Trim();
        return new(SaysNothing(text) ? "" : text, controls, damaged);
    }

    private static bool SaysNothing(string text)
    {
        if (text.Length == 0) return true;
        if (text.Length > 12 || !Blank.Contains(text[0])) return false;
        var bare = text.Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal).Replace('（', '(').Replace('）', ')');
        return bare.Length == 0 || Nothing.Contains(bare);
    }

    private static (string Text, bool Controls, bool Damaged) Sift(string text)
    {
        var builder = new StringBuilder(text.Length);
        var controls = false;
        foreach (var c in text)
        {
            if (c is '\n' or '\r' or '\t') builder.Append(c == '\r' ? '\n' : c);
            else if (c is '\uFEFF' or '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u00AD') continue;
            else if (char.IsControl(c)) controls = true;
            else builder.Append(c);
        }

        var sifted = builder.ToString().Replace("\n\n", "\n", StringComparison.Ordinal).Trim();
        return (sifted, controls, sifted.Contains('\uFFFD') || sifted.Contains("锟斤拷", StringComparison.Ordinal));
    }
}
