using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Exports;

/// <summary>What changed in public, for whoever keeps a copy (P7, P8).</summary>
public sealed class ChangeFunctions(IChangeFeed feed, Watermarks watermarks, ResourceCatalogue catalogue, DepartmentRegister departments, JurisdictionProfiles profiles)
{
    private const int EventsOfAPage = 2_000;
    private const int RecordsOfAPage = 500;

    /// <summary>A page of changes after a watermark; from 0 it gives all that was ever public, as it stands now.</summary>
    [Function("ListChanges")]
    [Public]
    [Parameter("after", "上一页或快照的 cursor（也可只用 through）；从 0 开始即为全量")]
    [Parameter("jurisdiction", "只看该辖区")]
    [Answers(200, typeof(ChangePage))]
    [Fails("EC1005", "EC1031")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/public/changes")] HttpRequest request, CancellationToken cancellation)
    {
        var (text, jurisdiction) = (request.Query["after"].ToString(), request.Query["jurisdiction"].ToString());
        if (Watermark.Read(text) is not { } after) return Problems.Of(SystemErrors.Parameter, "after", "cursor");
        if (Wrong(jurisdiction) is { } wrong) return wrong;
        if (!await watermarks.HoldsAsync(after, Watermarks.MostBehind, cancellation)) return Problems.Of(SystemErrors.WatermarkGone, text);
        var page = await feed.AfterAsync(Or(jurisdiction), after.Number, EventsOfAPage, cancellation);
        return ApiJson.Ok(new ChangePage(page.From, page.Through, page.More, $"{await watermarks.AtAsync(page.Through, cancellation)}", [.. page.Changes.Select(Document)]));
    }

    /// <summary>A page of what is shown now, and the watermark from which the changes complete it: what changes while it is read comes again there.</summary>
    [Function("ListSnapshot")]
    [Public]
    [Parameter("after", "上一页的 next；第一页不填")]
    [Parameter("jurisdiction", "只看该辖区")]
    [Answers(200, typeof(SnapshotPage))]
    [Fails("EC1005", "EC1031")]
    public async Task<IResult> SnapshotAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/public/changes/snapshot")] HttpRequest request, CancellationToken cancellation)
    {
        var (text, jurisdiction) = (request.Query["after"].ToString(), request.Query["jurisdiction"].ToString());
        if (Wrong(jurisdiction) is { } wrong) return wrong;

        // The first page's watermark goes along with the place: it is older than whatever a later page shows.
        var (begun, place) = text.Split('!') is [var cursor, var record] ? (Watermark.Read(cursor), record) : (text.Length == 0 ? Watermark.Zero : null, string.Empty);
        if (begun is null) return Problems.Of(SystemErrors.Parameter, "after", "next");
        if (!await watermarks.HoldsAsync(begun, long.MaxValue, cancellation)) return Problems.Of(SystemErrors.WatermarkGone, text);
        var page = await feed.SnapshotAsync(Or(jurisdiction), place, RecordsOfAPage, cancellation);
        var watermark = text.Length == 0 ? await watermarks.AtAsync(page.Watermark, cancellation) : begun;
        return ApiJson.Ok(new SnapshotPage($"{watermark}", page.Next is { } next ? $"{watermark}!{next}" : null, [.. page.Shown.Select(Document)]));
    }

    private static string? Or(string jurisdiction) => jurisdiction.Length == 0 ? null : jurisdiction;

    private IResult? Wrong(string jurisdiction) => jurisdiction.Length == 0 || profiles.Find(jurisdiction) is not null
        ? null
        : Problems.Of(SystemErrors.Parameter, "jurisdiction", string.Join('、', profiles.All.Select(profile => profile.Id)));

    private ChangeDocument Document(PublicChange change) => ChangeDocument.Of(change, catalogue, departments);
}
