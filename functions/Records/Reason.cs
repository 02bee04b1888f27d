using System.Text.Json;
using EntCredit.Domain.Subjects;
using EntCredit.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Records;

/// <summary>The reason that a body gives for an act: <c>{"reason": "…"}</c>, 1 to 200 characters.</summary>
/// <param name="Text">The reason, citizens' numbers hidden; null where there is a problem.</param>
/// <param name="Problem">What is answered instead, or null.</param>
public sealed record Reason(string? Text, IResult? Problem)
{
    private const int MostBytes = 4096;
    private const int MostCharacters = 200;

    /// <summary>Reads it.</summary>
    public static async Task<Reason> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (await BoundedBody.ReadAsync(request, MostBytes, cancellation) is not { } body) return Wrong("过长");
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("reason", out var reason)
                && reason.ValueKind == JsonValueKind.String
                && reason.GetString()!.Trim() is { Length: > 0 and <= MostCharacters } text
                && !text.Any(char.IsControl)
                    ? new Reason(PersonId.MaskIn(text), null)
                    : Wrong($"应为1至{MostCharacters}个字符的文本");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Wrong("请求内容应为 {\"reason\": \"…\"}");
        }
    }

    private static Reason Wrong(string why) => new(null, Problems.Of(SystemErrors.Parameter, "reason", why));
}
