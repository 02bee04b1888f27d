using EntCredit.Domain.Departments;
using EntCredit.Domain.Errors;
using EntCredit.Functions.Http;
using EntCredit.Functions.Records;
using EntCredit.Orchestrations.Cases;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Cases;

/// <summary>Writes answers about cases: documents with their version as ETag, lists by pages.</summary>
public sealed class CaseReplies(
    IObligationBook obligations, ICaseIndex index, DepartmentRegister departments, [FromKeyedServices("legal")] TimeProvider legal)
{
    /// <summary>How many cases a page has.</summary>
    public const int PageSize = 50;

    /// <summary>The cursor that a list goes on after, or null.</summary>
    public static string? After(HttpRequest request) => request.Query["after"].ToString() is { Length: > 0 } after ? after : null;

    /// <summary>A document with its version.</summary>
    public static IResult Document(HttpRequest request, object document, long version, bool began = false)
    {
        VersionTag.Set(request, version);
        return Results.Json(document, ApiJson.Options, statusCode: began ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    /// <summary>What a creating request is answered whose case has ended long since: without a key of its own it would never begin another.</summary>
    public static ErrorDefinition? RefusalOf<TState>(HttpRequest request, CaseAnswer<TState> answer, bool ended) =>
        answer.Error ?? (!answer.Began && ended && CaseIds.KeyOf(request) is null ? CaseErrors.Ended : null);

    /// <summary>A page of a list; each one's stream is its cursor.</summary>
    public static IResult Page<T>(IReadOnlyList<T> items, IReadOnlyList<string> streams) =>
        ApiJson.Ok(new CasePage<T>(items, streams.Count == PageSize ? streams[^1] : null));

    /// <summary>A department as documents name it.</summary>
    public DepartmentDocument Department(string id) => new(id, departments.Find(id)?.Name);

    /// <summary>The duties about a stream, as they stand now.</summary>
    public async Task<IReadOnlyList<DutyDocument>> DutiesAsync(string stream, CancellationToken cancellation)
    {
        var now = legal.GetUtcNow();
        return [.. (await obligations.AboutAsync(stream, cancellation)).Select(duty => DutyDocument.Of(duty, now))];
    }

    /// <summary>The enterprise behind an internal id.</summary>
    public async Task<KnownEnterprise> EnterpriseAsync(string subject, CancellationToken cancellation) =>
        (await index.EnterprisesAsync([subject], cancellation))[subject];
}

/// <summary>A page of a list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Next">The cursor of the next page, or null.</param>
public sealed record CasePage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>A department in a document.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, or null where it is not known any more.</param>
public sealed record DepartmentDocument(string Id, string? Name);
