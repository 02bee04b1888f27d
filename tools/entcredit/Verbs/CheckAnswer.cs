using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using EntCredit.Domain.Intake;

namespace EntCredit.Cli.Verbs;

/// <summary>How <c>check</c> answers.</summary>
internal static class CheckAnswer
{
    private const int FlushAt = 64 * 1024;
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), NewLine = "\n" };

    /// <summary>One JSON value: rows = accepted + refused + duplicates; warnings counts the findings that only warn.</summary>
    public static async Task WriteJsonAsync(Stream output, CheckResult result, FindingSpool found, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output, Options);
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
        Write(json, result.Refusal);
        Write(json, result.Mapping);
        json.WriteStartArray("errors");
        await foreach (var finding in found.ReadAsync().WithCancellation(cancellation))
        {
            Write(json, finding);
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

    private static void Write(Utf8JsonWriter json, FileRefusal? refusal)
    {
        if (refusal is null) return;
        json.WriteStartObject("refusal");
        json.WriteString("code", refusal.Code);
        json.WriteString("message", refusal.Message);
        json.WriteString("mend", refusal.Mend);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, HeaderMapping? mapping)
    {
        if (mapping is null) return;
        json.WriteStartObject("header");
        json.WriteString("layout", mapping.Layout);
        json.WriteStartArray("columns");
        foreach (var column in mapping.Columns)
        {
            json.WriteStartObject();
            json.WriteString("header", column.Header);
            json.WriteString("field", column.Field);
            json.WriteString("fieldName", column.FieldName);
            json.WriteString("match", JsonNamingPolicy.CamelCase.ConvertName(column.Match.ToString()));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("missing");
        foreach (var name in mapping.MissingRequired.Concat(mapping.MissingRecommended)) json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteNumber("line", finding.Line);
        json.WriteString("column", finding.Column);
        json.WriteString("value", finding.Value);
        json.WriteString("code", finding.Code);
        json.WriteString("severity", finding.Severity == Severity.Error ? "error" : "warning");
        json.WriteString("message", finding.Message);
        json.WriteString("mend", finding.Mend);
        json.WriteEndObject();
    }
}
