using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Http;

/// <summary>A body as read, or what to answer where it cannot be.</summary>
/// <param name="Value">What was sent, or null.</param>
/// <param name="Refusal">The answer, or null.</param>
public sealed record Body<T>(T? Value, IResult? Refusal)
    where T : class;
