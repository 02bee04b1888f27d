using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using EntCredit.Domain.Compliance;

namespace EntCredit.Stores.Reports;

/// <summary>A compliance report for programs.</summary>
public static class ComplianceJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    /// <summary>UTF-8 JSON: the report's own shape, camelCase, totals included.</summary>
    public static byte[] Of(ComplianceReport report) => JsonSerializer.SerializeToUtf8Bytes(report, Options);
}
