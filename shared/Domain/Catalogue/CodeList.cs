using EntCredit.Domain.Subjects;

namespace EntCredit.Domain.Catalogue;

/// <summary>The values that a coded field may have.</summary>
/// <param name="Id">The list's id in the catalogue.</param>
/// <param name="Closed">Whether a value outside is certainly wrong; otherwise it only warns and is kept as it is.</param>
/// <param name="Multiple">Whether a cell may hold several values.</param>
/// <param name="Entries">The values.</param>
public sealed record CodeList(string Id, bool Closed, bool Multiple, IReadOnlyList<CodeEntry> Entries)
{
    // What most cells say, letter for letter; the rest goes the longer way.
    private readonly Dictionary<string, string> _exact = Exact(Entries);

    /// <summary>The name that a text stands for, by code, name or synonym; several joined by "；"; null where it is not in the list.</summary>
    public string? Read(string text)
    {
        if (_exact.TryGetValue(text, out var exact)) return exact;
        var folded = IdentifierText.FoldWidth(text).Trim();
        if (One(folded) is { } one) return one;
        // "01 普通", "1-有效": code and name together.
        var bare = folded.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '-', ' ', '、', ':');
        if (bare.Length > 0 && bare.Length < folded.Length && One(bare) is { } named) return named;
        return Multiple ? Several(folded) : null;
    }

    /// <summary>The list as a person reads it: "1 有效、2 无效".</summary>
    public string Describe() => string.Join("、", Entries.Select(e => e.Code.Length == 0 ? e.Name : $"{e.Code} {e.Name}"));

    private static Dictionary<string, string> Exact(IReadOnlyList<CodeEntry> entries)
    {
        var exact = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            exact.TryAdd(entry.Name, entry.Name);
            if (entry.Code.Length > 0) exact.TryAdd(entry.Code, entry.Name);
        }

        return exact;
    }

    private string? One(string text)
    {
        foreach (var entry in Entries)
        {
            if (Same(entry.Name, text) || entry.Synonyms.Any(s => Same(s, text))) return entry.Name;
            // A spreadsheet drops the zero of "01".
            if (entry.Code.Length > 0 && text.Length > 0 && char.IsAsciiLetterOrDigit(text[0]) &&
                string.Equals(Bare(entry.Code), Bare(text), StringComparison.OrdinalIgnoreCase)) return entry.Name;
        }

        return null;
    }

    private string? Several(string text)
    {
        var found = new List<string>();
        var rest = text;
        var names = Entries.SelectMany(e => e.Synonyms.Append(e.Name).Select(n => (Name: n, Entry: e))).OrderByDescending(p => p.Name.Length);
        foreach (var (name, entry) in names)
        {
            if (!rest.Contains(IdentifierText.FoldWidth(name), StringComparison.Ordinal)) continue;
            rest = rest.Replace(IdentifierText.FoldWidth(name), "", StringComparison.Ordinal);
            if (!found.Contains(entry.Name)) found.Add(entry.Name);
        }

        if (found.Count == 0 || rest.Trim(' ', ',', ';', '、', '|', '/', '+', '和', '并').Trim().Any(c => c is not (' ' or ',' or ';' or '、' or '|' or '/' or '+')))
            return null;
        return string.Join('；', Entries.Where(e => found.Contains(e.Name)).Select(e => e.Name));
    }

    private static bool Same(string name, string text) =>
        string.Equals(IdentifierText.FoldWidth(name), text, StringComparison.OrdinalIgnoreCase);

    private static string Bare(string code) => code.TrimStart('0') is { Length: > 0 } bare ? bare : "0";
}
