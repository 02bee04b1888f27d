using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Receipts;

/// <summary>What the JSON of a receipt and of a check have in common.</summary>
public static class ReceiptParts
{
    /// <summary>Chinese stays legible; what HTML or a script could misread is escaped.</summary>
    public static JsonWriterOptions Options { get; } = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), NewLine = "\n" };

    /// <summary>Why the whole file is refused; nothing where it is not.</summary>
    public static void Write(Utf8JsonWriter json, FileRefusal? refusal)
    {
        if (refusal is null) return;
        json.WriteStartObject("refusal");
        json.WriteString("code", refusal.Code);
        json.WriteString("message", refusal.Message);
        json.WriteString("mend", refusal.Mend);
        json.WriteEndObject();
    }

    /// <summary>How the header was read; nothing where it was not.</summary>
    /// <param name="json">Where it is written.</param>
    /// <param name="mapping">How it was read.</param>
    /// <param name="word">The word for how a column was found.</param>
    public static void Write(Utf8JsonWriter json, HeaderMapping? mapping, Func<HeaderMatch, string> word)
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
            json.WriteString("match", word(column.Match));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("missing");
        foreach (var name in mapping.MissingRequired.Concat(mapping.MissingRecommended)) json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The members of a finding, but for its line.</summary>
    public static void WriteMembers(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("column", finding.Column);
        json.WriteString("value", finding.Value);
        json.WriteString("code", finding.Code);
        json.WriteString("severity", finding.Severity == Severity.Error ? "error" : "warning");
        json.WriteString("message", finding.Message);
        json.WriteString("mend", finding.Mend);
    }
}
