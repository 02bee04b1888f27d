using System.Text.Json;
using EntCredit.Domain.Records;
using EntCredit.Orchestrations.Reconciliation;

namespace EntCredit.Functions.Tests.Cases;

/// <summary>An entry on a list becomes a joint sanction as each document has it: L1–L4, L7, L8.</summary>
[Collection("cases")]
public sealed class ListingTests
{
    /// <summary>渝府办发〔2016〕170号 三(四): 梳理…失信联合惩戒事项…运用信息化手段建立联合惩戒触发反馈机制.</summary>
    [Fact]
    public async Task Chongqing_AnEntryOnAList_StartsTheSanctionAndItsRemovalLiftsItForEveryone()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await Listings.ListAsync(host, "r-1", "chongqing-aic", "abnormal");
        Assert.Equal(1, await Listings.FollowAsync(host, "r-1"));
        Assert.Equal(0, await Listings.FollowAsync(host, "r-1"));

        var sanction = Assert.Single(await SanctionsAsync(host, "chongqing-aic"));
        Assert.Equal(("abnormal", "经营异常名录"), (Text(sanction, "cause"), Text(sanction, "list")));
        Assert.Equal(
            ["chongqing-construction", "chongqing-environment", "chongqing-transport"],
            sanction.GetProperty("deliveries").EnumerateArray().Select(one => Text(one.GetProperty("department"), "id")!).Order());
        var id = Text(sanction, "id");
        await host.DoAsync("chongqing-transport", "POST", $"sanctions/{id}/receive");

        await Listings.RemoveAsync(host, "r-1", "chongqing-aic", "abnormal");
        await Listings.FollowAsync(host, "r-1");

        var lifted = (await host.DoAsync("chongqing-aic", "GET", $"sanctions/{id}")).GetProperty("deliveries").EnumerateArray()
            .ToDictionary(one => Text(one.GetProperty("department"), "id")!, one => Text(one, "phase"));
        Assert.Equal(("liftingSent", "recalled"), (lifted["chongqing-transport"], lifted["chongqing-construction"]));
    }

    [Fact]
    public async Task Chongqing_AnEntryTakenBack_IsFoundByTheReconcilerAndLifts()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await Listings.ListAsync(host, "r-1", "chongqing-aic", "serious");
        Assert.Equal(1, (await ReconcileAsync(host)).Unfollowed);
        Assert.Single(await SanctionsAsync(host, "chongqing-transport"));

        await Listings.AddAsync(host, "r-1", new RecordEvent.Withdrawn(host.Legal.GetUtcNow(), "chongqing-aic", "列入有误"));
        Assert.Equal(1, (await ReconcileAsync(host)).Unfollowed);
        Assert.Equal(0, (await ReconcileAsync(host)).Unfollowed);
        Assert.True(Assert.Single(await SanctionsAsync(host, "chongqing-aic")).TryGetProperty("liftedAt", out _));
    }

    /// <summary>界政办〔2020〕5号 五(六): 联合惩戒发起部门将联合惩戒信息推送至监管平台后,相关实施部门须在3个工作日内接收下载.</summary>
    [Fact]
    public async Task Jieshou_ABlacklistEntry_IsProposedToItsProviderWhoPushesIt()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await Listings.ListAsync(host, "r-1", "jieshou-scjg", "serious", "失信被执行人");
        await Listings.FollowAsync(host, "r-1");

        var id = await WaitingAsync(host, "jieshou-scjg");
        var proposal = await host.DoAsync("jieshou-scjg", "GET", $"sanction-proposals/{id}");
        Assert.Equal(("judgment", "r-1"), (Text(proposal, "cause"), Text(proposal, "record")));
        Assert.Contains(proposal.GetProperty("measures").EnumerateArray(), measure => Text(measure, "legalBasis")!.EndsWith("第八条第一款", StringComparison.Ordinal));
        Assert.Equal("EC4301", (await host.CallAsync("jieshou-fgw", "GET", $"sanction-proposals/{id}")).Code);
        Assert.Empty(await SanctionsAsync(host, "jieshou-scjg"));

        await host.DoAsync("jieshou-scjg", "POST", $"sanction-proposals/{id}/confirm", new
        {
            persons = new[] { new { name = "样某", idNumber = "110101199003070000", post = "法定代表人" } },
        });
        var delivery = Assert.Single(Assert.Single(await SanctionsAsync(host, "jieshou-housing")).GetProperty("deliveries").EnumerateArray());
        Assert.Equal("2020-07-06", Text(Assert.Single(delivery.GetProperty("duties").EnumerateArray()), "due"));
        Assert.Empty((await host.DoAsync("jieshou-scjg", "GET", "inbox/waiting")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Jieshou_AnEntryRemovedBeforeItsProviderDecided_ProposesNothingMore()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await Listings.ListAsync(host, "r-1", "jieshou-scjg", "serious");
        await Listings.FollowAsync(host, "r-1");
        var id = await WaitingAsync(host, "jieshou-scjg");
        await Listings.RemoveAsync(host, "r-1", "jieshou-scjg", "serious");
        await Listings.FollowAsync(host, "r-1");
        Assert.Equal("EC4301", (await host.CallAsync("jieshou-scjg", "POST", $"sanction-proposals/{id}/confirm", new { })).Code);
    }

    [Fact]
    public async Task Jieshou_AProposalThatItsProviderDrops_StartsNothing()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await Listings.ListAsync(host, "r-1", "jieshou-scjg", "serious");
        await Listings.FollowAsync(host, "r-1");
        var id = await WaitingAsync(host, "jieshou-scjg");
        Assert.Equal(System.Net.HttpStatusCode.NoContent, (await host.CallAsync("jieshou-scjg", "POST", $"sanction-proposals/{id}/drop", new { reason = "仅提示，不发起" })).Status);
        Assert.Empty(await SanctionsAsync(host, "jieshou-scjg"));
        Assert.Empty((await host.DoAsync("jieshou-scjg", "GET", "inbox/waiting")).GetProperty("items").EnumerateArray());
    }

    /// <summary>界政办〔2020〕5号 三(一)5 names the “黑名单”; 经营异常名录 is published and triggers nothing there.</summary>
    [Theory]
    [InlineData("jieshou-scjg", "abnormal")]
    // 新会 四(二) 及时…下载; 福建 五(三) 使用部门共享失信信息; 湘商改〔2016〕7号 第九条 及时…获取: departments fetch the lists.
    [InlineData("xinhui-aic", "serious")]
    [InlineData("fujian-aic", "serious")]
    [InlineData("hunan-aic", "serious")]
    public async Task WhereTheDocumentPushesNothing_AnEntry_StartsAndProposesNothing(string provider, string item)
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await Listings.ListAsync(host, "r-1", provider, item);
        Assert.Equal(1, await Listings.FollowAsync(host, "r-1"));
        Assert.Empty(await SanctionsAsync(host, provider));
        Assert.Empty((await host.DoAsync(provider, "GET", "inbox/waiting")).GetProperty("items").EnumerateArray());
    }

    private static Task<Reconciliation> ReconcileAsync(DoorHost host) => host.Get<Reconciler>().RunAsync(host.Client, TestContext.Current.CancellationToken);

    private static async Task<string> WaitingAsync(DoorHost host, string department) =>
        Text(Assert.Single((await host.DoAsync(department, "GET", "inbox/waiting")).GetProperty("items").EnumerateArray()), "about")!["sanction-".Length..];

    private static async Task<List<JsonElement>> SanctionsAsync(DoorHost host, string department) =>
        [.. (await host.DoAsync(department, "GET", "sanctions")).GetProperty("items").EnumerateArray()];

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
