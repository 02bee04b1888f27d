using CsvHelper;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Receipts;

/// <summary>
/// Writes the refused rows as a CSV that a spreadsheet opens, with the original columns behind the findings: corrected in place and sent again, each row
/// keeps its identity by its 记录编号. Nothing in it can run as a formula.
/// </summary>
public static class ReceiptCsvWriter
{
    private static readonly string[] Columns = ["记录编号", "更正期限", "原文件行号", "问题栏目", "填报内容", "错误编号", "问题说明", "更正办法"];

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
        var columns = Original(receipt.Mapping);
        foreach (var column in Columns) csv.WriteField(column);
        foreach (var (_, header) in columns) csv.WriteField(Harmless(header));
        csv.EndRecord();
        if (receipt.Refusal is { } refusal)
        {
            string[] cells = ["", "", "", "", "", refusal.Code, refusal.Message, refusal.Mend];
            foreach (var cell in cells) csv.WriteField(Harmless(cell));
            csv.EndRecord();
        }

        await foreach (var row in refused.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            WriteRow(csv, row, columns, receipt.Mapping?.Columns.Count ?? 0);
            await csv.EndRecordAsync(cancellationToken).ConfigureAwait(false);
        }

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

    private static void WriteRow(CsvWriter csv, RefusedRow row, List<(int Index, string Header)> columns, int width)
    {
        var errors = row.Findings.Where(f => f.Severity == Severity.Error).ToList();
        csv.WriteField(Harmless(row.RecordId ?? ""));
        csv.WriteField(row.CorrectionDue?.ToString("yyyy-MM-dd") ?? "");
        csv.WriteField(row.Line);
        csv.WriteField(Harmless(Join(errors, f => f.Column)));
        csv.WriteField(Harmless(Join(errors, f => f.Value)));
        csv.WriteField(Join(errors, f => f.Code));
        csv.WriteField(Harmless(Join(errors, f => f.Message)));
        csv.WriteField(Harmless(Join(errors, f => f.Mend)));
        foreach (var (index, _) in columns) csv.WriteField(Harmless(index < row.Cells.Count ? row.Cells[index] : ""));
        for (var i = width; i < row.Cells.Count; i++) csv.WriteField(Harmless(row.Cells[i]));
    }

    // A receipt that came back and was refused again brings its own columns: they are written anew.
    private static List<(int Index, string Header)> Original(HeaderMapping? mapping)
    {
        if (mapping is null) return [];
        var own = mapping.Fields.Where(f => f.Field.Role is FieldRole.ReceiptColumn or FieldRole.Mends).Select(f => f.Column).ToHashSet();
        return [.. mapping.Columns.Where(c => !own.Contains(c.Index)).Select(c => (c.Index, c.Header))];
    }

    private static string Join(List<Finding> findings, Func<Finding, string> part) => string.Join('；', findings.Select(part).Where(p => p.Length > 0));
}
