using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>Finds the header among the first rows: clerks put titles, dates and notes above it.</summary>
internal static class HeaderFinder
{
    /// <summary>How many rows are looked at.</summary>
    public const int Rows = 30;

    /// <summary>The place of the header among the rows, or -1.</summary>
    /// <param name="rows">The first rows.</param>
    /// <param name="score">How many cells of a row are known headers; null where nothing is known of the item.</param>
    public static int Find(IReadOnlyList<SourceRow> rows, Func<IReadOnlyList<string>, int>? score)
    {
        if (score is null) return Guess(rows);
        var best = -1;
        var most = 1;
        for (var i = 0; i < rows.Count; i++)
        {
            var known = score(rows[i].Cells);
            if (known <= most) continue;
            (best, most) = (i, known);
        }

        return best;
    }

    /// <summary>Why there is no header: where what could be one is mojibake, that is told.</summary>
    public static FileRefusedException Missing(IReadOnlyList<SourceRow> rows, Func<IReadOnlyList<string>, int>? score)
    {
        foreach (var row in rows)
        {
            var meant = row.Cells.Select(cell => Mojibake.Undone(cell.Trim()) ?? cell).ToList();
            var at = Enumerable.Range(0, meant.Count).Where(i => !string.Equals(meant[i], row.Cells[i], StringComparison.Ordinal)).ToList();
            if (at.Count == 0 || score is not null && score(meant) < 1) continue;
            return new FileRefusedException(IntakeErrors.TextGarbled, "文字曾被用错误的编码打开并另存", Cut(row.Cells[at[0]].Trim()), Cut(meant[at[0]]));
        }

        return new FileRefusedException(IntakeErrors.HeaderMissing);
    }

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static int Guess(IReadOnlyList<SourceRow> rows)
    {
        var widest = rows.Count == 0 ? 0 : rows.Max(Filled);
        for (var i = 0; i < rows.Count; i++)
        {
            var filled = Filled(rows[i]);
            if (filled >= 2 && filled * 2 >= widest && rows[i].Cells.Where(c => c.Length > 0).All(c => c.Length <= 64 && c.Any(char.IsLetter))) return i;
        }

        return -1;
    }

    private static int Filled(SourceRow row) => row.Cells.Count(c => !string.IsNullOrWhiteSpace(c));
}
