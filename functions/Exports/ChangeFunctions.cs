using System.Globalization;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Stores.Ledger.Seals;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Exports;

/// <summary>What changed in public, for whoever keeps a copy (P7, P8).</summary>
public sealed class ChangeFunctions(IChangeFeed feed, ILedgerOrder order, ResourceCatalogue catalogue, DepartmentRegister departments, JurisdictionProfiles profiles)
{
    private const int EventsOfAPage = 2_000;

    /// <summary>A page of changes after a watermark; from 0 it gives all that was ever public, as it stands now.</summary>
    [Function("ListChanges")]
    [Public]
    [Parameter("after", "上一页的 through；从 0 开始即为全量", Type = typeof(long))]
    [Parameter("jurisdiction", "只看该辖区")]
    [Answers(200, typeof(ChangePage))]
    [Fails("EC1005", "EC9002")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/public/changes")] HttpRequest request, CancellationToken cancellation)
    {
        if (!order.HasOneOrder) return Problems.Of(SystemErrors.Unhealthy, "changes");
        var (text, jurisdiction) = (request.Query["after"].ToString(), request.Query["jurisdiction"].ToString());
        var after = 0L;
        if (text.Length > 0 && !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out after)) return Problems.Of(SystemErrors.Parameter, "after", "through");
        if (jurisdiction.Length > 0 && profiles.Find(jurisdiction) is null)
            return Problems.Of(SystemErrors.Parameter, "jurisdiction", string.Join('、', profiles.All.Select(profile => profile.Id)));
        var page = await feed.AfterAsync(jurisdiction.Length == 0 ? null : jurisdiction, after, EventsOfAPage, cancellation);
        return ApiJson.Ok(new ChangePage(page.From, page.Through, page.More, [.. page.Changes.Select(change => ChangeDocument.Of(change, catalogue, departments))]));
    }
}
