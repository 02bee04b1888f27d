using System.Text.Json;
using EntCredit.Domain.Intake;
using EntCredit.Stores.Receipts;

namespace EntCredit.Cli.Verbs;

/// <summary>How <c>check</c> answers.</summary>
internal static class CheckAnswer
{
    private const int FlushAt = 64 * 1024;

    /// <summary>One JSON value: rows = accepted + refused + duplicates; warnings counts the findings that only warn.</summary>
    public static async Task WriteJsonAsync(Stream output, CheckResult result, FindingSpool found, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output, ReceiptParts.Options);
        json.WriteStartObject();
        json.WriteString("file", result.File);
        json.WriteString("item", result.Item);
        json.WriteString("catalogue", result.Catalogue);
        json.WriteNumber("rows", result.Counts.Rows);
        json.WriteNumber("accepted", result.Counts.Accepted);
        json.WriteNumber("refused", result.Counts.Refused);
        json.WriteNumber("duplicates", result.Counts.Duplicates);
        json.WriteNumber("warnings", found.Warnings);
        json.WriteNumber("warned", result.Counts.Warned);
        json.WriteString("format", result.Format);
        json.WriteString("encoding", result.Encoding);
        ReceiptParts.Write(json, result.Refusal);
        ReceiptParts.Write(json, result.Mapping, match => JsonNamingPolicy.CamelCase.ConvertName(match.ToString()));
        json.WriteStartArray("errors");
        await foreach (var finding in found.ReadAsync().WithCancellation(cancellation))
        {
            json.WriteStartObject();
            json.WriteNumber("line", finding.Line);
            ReceiptParts.WriteMembers(json, finding);
            json.WriteEndObject();
            if (json.BytesPending > FlushAt) await json.FlushAsync(cancellation);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
        output.WriteByte((byte)'\n');
    }

    /// <summary>Lines for a reader.</summary>
    public static async Task WriteTextAsync(TextWriter output, CheckResult result, FindingSpool found, CancellationToken cancellation)
    {
        if (result.Refusal is { } refusal)
        {
            await output.WriteLineAsync($"整个文件会被退回：{refusal.Code} {refusal.Message}。{refusal.Mend}");
            return;
        }

        foreach (var column in result.Mapping!.Columns.Where(column => column.Match is HeaderMatch.Alias or HeaderMatch.Typo))
            await output.WriteLineAsync($"表头“{column.Header}”按“{column.FieldName}”读取");
        foreach (var header in result.Mapping.Unmapped) await output.WriteLineAsync($"表头“{header}”未识别，该列不读取");
        await foreach (var finding in found.ReadAsync().WithCancellation(cancellation))
            await output.WriteLineAsync($"第{finding.Line}行 {(finding.Severity == Severity.Error ? "退回" : "提示")} {finding.Code} {finding.Column}：{finding.Message}。{finding.Mend}");
        var counts = result.Counts;
        await output.WriteLineAsync($"共{counts.Rows}行：可接收{counts.Accepted}，退回{counts.Refused}，重复{counts.Duplicates}，有提示{counts.Warned}");
    }
}
