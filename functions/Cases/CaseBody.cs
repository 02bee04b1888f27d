using System.Text.Json;
using System.Text.Json.Serialization;
using EntCredit.Functions.Http;
using EntCredit.Orchestrations.Cases;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Cases;

/// <summary>Reads what a request about a case says.</summary>
internal static class CaseBody
{
    private const int MaxBytes = 256 * 1024;

    private static readonly JsonSerializerOptions Strict = new(ApiJson.Options)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The body, or why it cannot be used. Values are never repeated in the refusal: they may be personal.</summary>
    public static async Task<(T? Body, IResult? Refusal)> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class, ICaseBody
    {
        if (request.ContentLength > MaxBytes) return (null, Problems.Of(CaseErrors.Body, $"≤ {MaxBytes} 字节"));
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (bytes.Length + read > MaxBytes) return (null, Problems.Of(CaseErrors.Body, $"≤ {MaxBytes} 字节"));
            bytes.Write(buffer, 0, read);
        }

        try
        {
            var body = JsonSerializer.Deserialize<T>(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), Strict);
            return body is null ? (null, Problems.Of(CaseErrors.Body, "null"))
                : body.Fault is { } fault ? (null, Problems.Of(CaseErrors.Body, fault))
                : (body, null);
        }
        catch (JsonException illegible)
        {
            return (null, Problems.Of(CaseErrors.Body, illegible.Path is { Length: > 1 } path ? path : "JSON"));
        }
    }
}
