using System.Text.Json;
using EntCredit.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Cases;

/// <summary>What a department says with an act on a case; each act reads its own part.</summary>
/// <param name="Reason">Why, in Chinese.</param>
/// <param name="Notice">The number of the written notice or request.</param>
/// <param name="Finding">What the verification found: upheld or rejected.</param>
/// <param name="Remedy">How it is mended: correction or removal.</param>
/// <param name="Fields">The corrected fields, by code or Chinese name.</param>
/// <param name="What">What is wrong, in Chinese.</param>
/// <param name="Record">The record that a correction is about.</param>
/// <param name="DiscoveredOn">发现之日.</param>
public sealed record ActBody(
    string? Reason = null,
    string? Notice = null,
    string? Finding = null,
    string? Remedy = null,
    IReadOnlyDictionary<string, string>? Fields = null,
    string? What = null,
    string? Record = null,
    DateOnly? DiscoveredOn = null)
{
    /// <summary>The longest text of one field.</summary>
    public const int Longest = 2000;

    private const long MostBytes = 1024 * 1024;

    /// <summary>Reads it; an empty body says nothing. Null where it cannot be read.</summary>
    public static async Task<ActBody?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength == 0) return new ActBody();
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(chunk, cancellation)) > 0;)
        {
            if (buffer.Length + read > MostBytes) return null;
            buffer.Write(chunk, 0, read);
        }

        if (buffer.Length == 0) return new ActBody();
        try
        {
            return JsonSerializer.Deserialize<ActBody>(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), ApiJson.Options) is { } body && body.Fits ? body : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool Fits =>
        new[] { Reason, Notice, Finding, Remedy, What, Record }.All(text => text is null || text.Length <= Longest)
        && (Fields ?? new Dictionary<string, string>()).All(pair => pair.Value is { Length: <= 10_000 });
}
