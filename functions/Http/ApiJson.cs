using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Http;

/// <summary>How the API writes JSON: camelCase, names for enumerations, Chinese as it is.</summary>
public static class ApiJson
{
    /// <summary>The options; the encoder keeps HTML's own characters escaped.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>A 200 with a value.</summary>
    public static IResult Ok(object value) => Results.Json(value, Options);
}
