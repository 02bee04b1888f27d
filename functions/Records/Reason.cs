using EntCredit.Domain.Subjects;
using EntCredit.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Records;

/// <summary>The reason that a body gives for an act.</summary>
/// <param name="Text">The reason, citizens' numbers hidden; null where there is a problem.</param>
/// <param name="Problem">What is answered instead, or null.</param>
public sealed record Reason(string? Text, IResult? Problem)
{
    private const int MostCharacters = 200;

    /// <summary>Reads it.</summary>
    public static async Task<Reason> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var body = await Bodies.ReadAsync<ReasonRequest>(request, cancellation);
        if (body.Value is not { } given) return new Reason(null, body.Refusal);
        return given.Reason.Trim() is { Length: > 0 and <= MostCharacters } text && !text.Any(char.IsControl)
            ? new Reason(PersonId.MaskIn(text), null)
            : new Reason(null, Problems.Of(SystemErrors.Parameter, "reason", $"应为1至{MostCharacters}个字符的文本"));
    }
}

/// <summary>Why something is taken back.</summary>
/// <param name="Reason">The reason in Chinese, 1 to 200 characters.</param>
public sealed record ReasonRequest(string Reason);
