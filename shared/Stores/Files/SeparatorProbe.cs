using System.Text;

namespace EntCredit.Stores.Files;

/// <summary>Finds a text's separator by the header that it makes readable: titles above it, and commas within cells, mislead a count of separators.</summary>
internal static class SeparatorProbe
{
    private const int Sample = 64 * 1024;
    // The full-width ones last: they stand in prose as well.
    private static readonly char[] Candidates = [',', '\t', ';', '|', '，', '；', '｜'];

    /// <summary>The separator, or null where none makes a header of known names: the CSV reader then guesses.</summary>
    public static async Task<char?> FindAsync(Stream stream, Encoding encoding, Func<IReadOnlyList<string>, int> headerScore, CancellationToken cancellationToken)
    {
        var bytes = new byte[Sample];
        stream.Position = 0;
        var count = await stream.ReadAtLeastAsync(bytes, Sample, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        var text = encoding.GetString(bytes, 0, count).TrimStart('\uFEFF');
        // What a spreadsheet says of itself, the reader follows.
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) return null;
        var lines = text.Split(['\r', '\n'], HeaderFinder.Rows * 2, StringSplitOptions.RemoveEmptyEntries).Take(HeaderFinder.Rows).ToList();
        var best = Candidates
            .Select(separator => (Separator: separator, Score: lines.Select(line => Score(line, separator, headerScore)).DefaultIfEmpty().Max()))
            .MaxBy(candidate => candidate.Score);
        return best.Score > 1 ? best.Separator : null;
    }

    // A line that goes on for ever is no header.
    private static int Score(string line, char separator, Func<IReadOnlyList<string>, int> headerScore) =>
        line.Length > 16 * 1024 || !line.Contains(separator) ? 0 : headerScore([.. line.Split(separator).Select(cell => cell.Trim().Trim('"'))]);
}
