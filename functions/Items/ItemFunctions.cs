using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Stores.Workbooks;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Items;

/// <summary>The resource catalogue: what may be provided, in which form, by when. Published sources all of it, so that anybody may read it.</summary>
public sealed class ItemFunctions(ResourceCatalogue catalogue, JurisdictionProfiles profiles, Authentication authentication)
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Every item.</summary>
    [Function("ListItems")]
    [Public]
    [Answers(200, typeof(ItemList))]
    public IResult List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/items")] HttpRequest request) =>
        ApiJson.Ok(new ItemList(catalogue.Version, [.. catalogue.Items.Select(ItemSummary.Of)]));

    /// <summary>One item with its fields, and its clocks where a jurisdiction is named or the caller has one.</summary>
    [Function("GetItem")]
    [Public]
    [Parameter("item", "信息项代码，例如 penalty")]
    [Parameter("jurisdiction", "以哪个地区的期限为准；缺省为来访部门的地区")]
    [Answers(200, typeof(ItemDocument))]
    [Fails("EC1005", "EC3016")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/items/{item}")] HttpRequest request,
        string item,
        CancellationToken cancellation)
    {
        if (catalogue.Find(item) is not { } found) return Problems.Of(IntakeErrors.ItemUnknown, item);
        var named = request.Query["jurisdiction"].ToString();
        var jurisdiction = named.Length > 0 ? named : (await authentication.OfAsync(request, cancellation)).Department?.Jurisdiction;
        if (jurisdiction is null) return ApiJson.Ok(ItemDocument.Of(found, null));
        return profiles.Find(jurisdiction) is { } profile
            ? ApiJson.Ok(ItemDocument.Of(found, profile))
            : Problems.Of(SystemErrors.Parameter, "jurisdiction", jurisdiction);
    }

    /// <summary>The workbook to fill in, of the newest layout or the one that <c>layout</c> names.</summary>
    [Function("GetItemTemplate")]
    [Public]
    [Parameter("item", "信息项代码，例如 penalty")]
    [Parameter("layout", "版式；缺省为最新")]
    [Answers(200, MediaType = Xlsx)]
    [Fails("EC1005", "EC3016")]
    public async Task<IResult> TemplateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/items/{item}/template.xlsx")] HttpRequest request,
        string item,
        CancellationToken cancellation)
    {
        if (catalogue.Find(item) is not { } found) return Problems.Of(IntakeErrors.ItemUnknown, item);
        var named = request.Query["layout"].ToString();
        if ((named.Length == 0 ? found.Layouts[^1] : found.Layouts.FirstOrDefault(layout => layout.Code == named)) is not { } chosen)
            return Problems.Of(SystemErrors.Parameter, "layout", named);
        using var file = new MemoryStream();
        await ItemTemplate.WriteAsync(file, found, chosen, cancellation);
        return Results.File(file.ToArray(), Xlsx, $"{found.Code}-{chosen.Code}.xlsx");
    }
}
