using CsvHelper;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Receipts;

/// <summary>Writes the refused rows as a CSV that a spreadsheet opens. Nothing in it can run as a formula.</summary>
public static class ReceiptCsvWriter
{
    private static readonly CsvWriterOptions Options = new()
    {
        WriteByteOrderMark = true,
        Injection = CsvInjection.None,
        ValidateFieldCount = false,
    };

    /// <summary>Writes the refused rows; the stream stays open.</summary>
    public static async Task WriteAsync(Stream stream, Receipt receipt, IAsyncEnumerable<RefusedRow> refused, CancellationToken cancellationToken)
    {
        var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        await using var _ = csv.ConfigureAwait(false);
        var rows = new ReceiptRows(receipt.Mapping);
        await WriteRowAsync(csv, rows.Header, cancellationToken).ConfigureAwait(false);
        if (receipt.Refusal is { } refusal) await WriteRowAsync(csv, ReceiptRows.Of(refusal), cancellationToken).ConfigureAwait(false);
        await foreach (var row in refused.WithCancellation(cancellationToken).ConfigureAwait(false))
            await WriteRowAsync(csv, rows.Of(row), cancellationToken).ConfigureAwait(false);
        await csv.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// A text that a spreadsheet neither runs nor rounds: a mark for text before every sign that begins a formula, half-width or full-width, and before
    /// digits too many for its numbers.
    /// </summary>
    public static string Harmless(string text) =>
        text.Length >= 12 && !text.AsSpan().ContainsAnyExceptInRange('0', '9') ||
        text.AsSpan().TrimStart() is { IsEmpty: false } bare && bare[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' || text.Length > 0 && text[0] is '\t' or '\r' or '\n'
            ? "'" + text
            : text;

    private static ValueTask WriteRowAsync(CsvWriter csv, IReadOnlyList<string> cells, CancellationToken cancellationToken)
    {
        foreach (var cell in cells) csv.WriteField(Harmless(cell));
        return csv.EndRecordAsync(cancellationToken);
    }
}
