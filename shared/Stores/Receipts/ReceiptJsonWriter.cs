using System.Globalization;
using System.Text.Json;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Receipts;

/// <summary>Writes a receipt as JSON, row by row: the same receipt gives the same bytes.</summary>
public static class ReceiptJsonWriter
{
    private const int FlushAt = 64 * 1024;

    /// <summary>Writes a receipt and its refused rows; the stream stays open.</summary>
    public static async Task WriteAsync(Stream stream, Receipt receipt, IAsyncEnumerable<RefusedRow> refused, CancellationToken cancellationToken)
    {
        var json = new Utf8JsonWriter(stream, ReceiptParts.Options);
        await using var _ = json.ConfigureAwait(false);
        json.WriteStartObject();
        json.WriteString("batch", receipt.Batch);
        json.WriteString("department", receipt.Department);
        json.WriteString("item", receipt.Item);
        json.WriteString("itemName", receipt.ItemName);
        json.WriteString("catalogue", receipt.CatalogueVersion);
        json.WriteString("file", receipt.File);
        json.WriteString("contentSha256", receipt.ContentSha256);
        json.WriteString("receivedAt", receipt.ReceivedAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        WriteCounts(json, receipt.Counts);
        ReceiptParts.Write(json, receipt.Refusal);
        ReceiptParts.Write(json, receipt.Mapping, Word);
        WriteWarnings(json, receipt.Warnings);
        json.WriteStartArray("refused");
        await foreach (var row in refused.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            WriteRow(json, row);
            if (json.BytesPending > FlushAt) await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void WriteCounts(Utf8JsonWriter json, ReceiptCounts counts)
    {
        json.WriteStartObject("counts");
        json.WriteNumber("rows", counts.Rows);
        json.WriteNumber("accepted", counts.Accepted);
        json.WriteNumber("refused", counts.Refused);
        json.WriteNumber("duplicates", counts.Duplicates);
        json.WriteNumber("warned", counts.Warned);
        json.WriteNumber("mended", counts.Mended);
        json.WriteEndObject();
    }

    private static string Word(HeaderMatch match) => match switch
    {
        HeaderMatch.Code => "字段代码",
        HeaderMatch.Name => "标准名称",
        HeaderMatch.Alias => "别名",
        HeaderMatch.Typo => "按错别字识别",
        _ => "未识别",
    };

    private static void WriteWarnings(Utf8JsonWriter json, IReadOnlyList<WarningCount> warnings)
    {
        json.WriteStartArray("warnings");
        foreach (var warning in warnings)
        {
            json.WriteStartObject();
            json.WriteString("code", warning.Code);
            json.WriteString("column", warning.Column);
            json.WriteNumber("count", warning.Count);
            json.WriteNumber("firstLine", warning.FirstLine);
            json.WriteString("message", warning.Message);
            json.WriteString("mend", warning.Mend);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, RefusedRow row)
    {
        json.WriteStartObject();
        json.WriteNumber("line", row.Line);
        json.WriteString("recordId", row.RecordId);
        json.WriteString("correctionDue", row.CorrectionDue?.ToString("yyyy-MM-dd"));
        json.WriteStartArray("findings");
        foreach (var finding in row.Findings)
        {
            json.WriteStartObject();
            ReceiptParts.WriteMembers(json, finding);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
