using System.Runtime.CompilerServices;
using EntCredit.Domain.Intake;
using EntCredit.Stores.Workbooks;

namespace EntCredit.Stores.Receipts;

/// <summary>Writes the refused rows as a workbook: the original columns as text, to be corrected in place and sent again.</summary>
public static class ReceiptWorkbook
{
    /// <summary>Writes the refused rows; the stream, seekable and readable, stays open.</summary>
    public static Task WriteAsync(Stream stream, Receipt receipt, IAsyncEnumerable<RefusedRow> refused, CancellationToken cancellation)
    {
        var rows = new ReceiptRows(receipt.Mapping);
        var sheet = new WorkbookSheet("退回数据", rows.Header, Rows(receipt, rows, refused, cancellation)) { Widths = [34, 12, 10, 24, 24, 14, 50, 40] };
        return WorkbookWriter.WriteAsync(stream, [sheet], cancellation);
    }

    private static async IAsyncEnumerable<IReadOnlyList<string>> Rows(
        Receipt receipt, ReceiptRows rows, IAsyncEnumerable<RefusedRow> refused, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (receipt.Refusal is { } refusal) yield return ReceiptRows.Of(refusal);
        await foreach (var row in refused.WithCancellation(cancellation).ConfigureAwait(false)) yield return rows.Of(row);
    }
}
