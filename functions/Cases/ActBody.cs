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
public sealed record ActBody(
    string? Reason = null,
    string? Notice = null,
    string? Finding = null,
    string? Remedy = null,
    IReadOnlyDictionary<string, string>? Fields = null,
    string? What = null)
{
    /// <summary>The longest text of one field.</summary>
    public const int Longest = 2000;

    private const int LongestField = 10_000;

    /// <summary>Reads it; an empty body says nothing.</summary>
    public static async Task<Body<ActBody>> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!Bodies.HasBody(request)) return new Body<ActBody>(new ActBody(), null);
        var body = await Bodies.ReadAsync<ActBody>(request, cancellation);
        return body.Value?.TooLong is { } member ? new Body<ActBody>(null, Problems.Of(FilingErrors.Field, member, Longest)) : body;
    }

    private string? TooLong =>
        new[] { (nameof(Reason), Reason), (nameof(Notice), Notice), (nameof(Finding), Finding), (nameof(Remedy), Remedy), (nameof(What), What) }
            .Where(member => member.Item2?.Length > Longest)
            .Select(member => JsonNamingPolicy.CamelCase.ConvertName(member.Item1))
            .FirstOrDefault()
        ?? (Fields?.Values.Any(value => value is not { Length: <= LongestField }) == true ? "fields" : null);
}
