using System.Text.Json;

namespace EntCredit.Functions.Tests.Cases;

/// <summary>L6: a department's feedback stands under the enterprise for as long as the restriction does (界政办〔2020〕5号 五(六)); the counter and the page know all that is one enterprise.</summary>
[Collection("cases")]
public sealed class PublishedRestrictionTests
{
    private const string Old = "990000000000007";

    private static readonly (string, string) Purpose = ("X-Purpose", Uri.EscapeDataString("办理投标资格审查"));

    [Fact]
    public async Task Restriction_FedBack_StandsOnThePageUntilItIsLifted()
    {
        await using var host = await StartAsync("hunan", "hunan-aic");
        var id = await RestrictAsync(host, "hunan-housing", RegisterFacts.Code(1));
        Assert.Empty(await ShownAsync(host, RegisterFacts.Code(1)));

        host.MoveTo("2020-07-03 10:00");
        await host.DoAsync("hunan-housing", "POST", $"restrictions/{id}/feedback", new { result = "已限制样某某参加第三批采购" });
        var shown = Assert.Single(await ShownAsync(host, RegisterFacts.Code(1)));
        Assert.Equal(
            (id, "失信被执行人名单", "限制参加政府采购活动", "2020-07-01", "2020-07-03"),
            (Text(shown, "id"), Text(shown, "list"), Text(shown, "measure"), Text(shown, "decidedOn"), Text(shown, "fedBackOn")));

        // What the department wrote, and about whom, is for those whom it concerns.
        Assert.DoesNotContain("样某", shown.GetRawText(), StringComparison.Ordinal);

        await host.DoAsync("hunan-housing", "POST", $"restrictions/{id}/lift", new { reason = "已履行义务" });
        Assert.Empty(await ShownAsync(host, RegisterFacts.Code(1)));
    }

    [Fact]
    public async Task Restriction_WhereTheDocumentPublishesNoFeedback_IsNotShown()
    {
        await using var host = await StartAsync("fujian", "fujian-aic");
        var id = await RestrictAsync(host, "fujian-environment", RegisterFacts.Code(1));
        await host.DoAsync("fujian-environment", "POST", $"restrictions/{id}/feedback", new { result = "已限制" });
        Assert.Empty(await ShownAsync(host, RegisterFacts.Code(1)));
    }

    [Fact]
    public async Task Restriction_OfOneThatWasFoundToBeAnother_IsOnItsPageAndFoundAtTheCounter()
    {
        await using var host = await StartAsync("hunan", "hunan-aic");
        var id = await RestrictAsync(host, "hunan-housing", Old, "tender-judgment");
        await host.DoAsync("hunan-housing", "POST", $"restrictions/{id}/feedback", new { result = "已限制" });
        Assert.Equal("clear", await VerdictAsync(host, RegisterFacts.Code(1)));

        await host.DoAsync("hunan-aic", "POST", "subjects/merge", new { number = Old, kept = RegisterFacts.Code(1), reason = "换发统一社会信用代码" });
        Assert.Equal(id, Text(Assert.Single(await ShownAsync(host, RegisterFacts.Code(1))), "id"));
        Assert.Equal("restricted", await VerdictAsync(host, RegisterFacts.Code(1)));
        Assert.Equal("restricted", await VerdictAsync(host, Old));
    }

    private static async Task<DoorHost> StartAsync(string jurisdiction, string registrar)
    {
        var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await new RegisterFacts(host.Get<Stores.Ledger.ILedger>(), host.Legal, jurisdiction, registrar).RegisterAsync(1);
        return host;
    }

    private static async Task<string?> RestrictAsync(DoorHost host, string department, string enterprise, string measure = "限制参加政府采购活动") =>
        Text(await host.DoAsync(department, "POST", "restrictions", new { decidedOn = "2020-07-01", measure, enterprise, list = "失信被执行人名单", cause = "judgment" }), "id");

    private static async Task<string?> VerdictAsync(DoorHost host, string enterprise)
    {
        // A question is known by its instant: no two are asked at the same.
        host.Legal.Advance(TimeSpan.FromMilliseconds(1));
        return Text((await host.DoAsync("hunan-aic", "POST", "counter/queries", new { matter = "tender", enterprises = new[] { enterprise } }, Purpose)).GetProperty("answers")[0], "verdict");
    }

    private static async Task<IReadOnlyList<JsonElement>> ShownAsync(DoorHost host, string number) =>
        [.. (await host.DoAsync("hunan-aic", "GET", $"public/enterprises/{number}")).GetProperty("restrictions").EnumerateArray()];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
