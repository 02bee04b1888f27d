using System.Text.Json;
using System.Text.Json.Serialization;
using EntCredit.Domain.Errors;
using EntCredit.Functions.Access;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Http;

/// <summary>Reads the JSON that a door takes: nothing unknown in it, nothing twice, nothing missing, not deep. What is wrong is a numbered 400.</summary>
public static class Bodies
{
    /// <summary>How deep objects and lists may lie in each other.</summary>
    public const int MostDepth = 16;

    /// <summary>How bodies are read.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = MostDepth,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Whether a request brings a body.</summary>
    public static bool HasBody(HttpRequest request) => request.ContentLength is { } length
        ? length > 0
        : request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true;

    /// <summary>The body's bytes.</summary>
    public static async Task<ReadOnlyMemory<byte>> BytesAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    /// <summary>The body as a value. Limits on its bytes are the door's (<see cref="RequestGate"/>).</summary>
    public static async Task<Body<T>> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class
    {
        var (value, where) = Parse<T>(await BytesAsync(request, cancellation));
        return value is null ? Refused<T>(where!) : new Body<T>(value, null);
    }

    /// <summary>The value of JSON by the same rules, or where it is wrong.</summary>
    public static (T? Value, string? Where) Parse<T>(ReadOnlyMemory<byte> json)
        where T : class
    {
        try
        {
            var bytes = WithoutMark(json);
            if (JsonSerializer.Deserialize<T>(bytes.Span, Options) is not { } value) return (null, "null");
            return HasEmptyPlace(bytes.Span) ? (null, "[null]") : (value, null);
        }
        catch (JsonException wrong)
        {
            // The path names the caller's own members; the parser's words would name this program's types.
            return (null, string.IsNullOrEmpty(wrong.Path) ? "$" : wrong.Path);
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) => bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    // The serializer takes null as an element of any list, whatever the list is declared to hold.
    private static bool HasEmptyPlace(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MostDepth });
        Span<bool> inList = stackalloc bool[MostDepth + 2];
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray or JsonTokenType.StartObject:
                    inList[reader.CurrentDepth + 1] = reader.TokenType == JsonTokenType.StartArray;
                    break;
                case JsonTokenType.Null when inList[reader.CurrentDepth]:
                    return true;
            }
        }

        return false;
    }

    private static Body<T> Refused<T>(string where)
        where T : class => new(null, Problems.Of(AccessErrors.BodyIllegible, where));
}
