using System.Net;
using System.Text.Json;
using EntCredit.Orchestrations;

namespace EntCredit.Functions.Tests.Cases;

/// <summary>May this subject be …? 在线查询验证,并录入应用结果 (界政办〔2020〕5号 五(六)): L5, L6–L8.</summary>
[Collection("cases")]
public sealed class CounterTests
{
    private const string Clean = "91349999MA2N0001XN";

    private static readonly (string, string) Purpose = ("X-Purpose", Uri.EscapeDataString("表彰奖励前核查"));

    [Fact]
    public async Task Jieshou_AListedEnterpriseAtTheCounter_IsAnsweredWithMeasureBasisAndDecider()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await Listings.ListAsync(host, "r-1", "jieshou-scjg", "serious");

        var asked = await host.DoAsync("jieshou-fgw", "POST", "counter/queries", new { matter = "honour", enterprises = new[] { Listings.Code, Clean } }, Purpose);

        var (listed, clean) = (asked.GetProperty("answers")[0], asked.GetProperty("answers")[1]);
        Assert.Equal(("restricted", "clear", false), (Text(listed, "verdict"), Text(clean, "verdict"), clean.GetProperty("known").GetBoolean()));
        var ground = Assert.Single(listed.GetProperty("grounds").EnumerateArray());
        Assert.Equal(
            ("r-1", "honour-listed", "《企业信息公示暂行条例》（2024年修订）第十九条（2014年公布时为第十八条）", "jieshou-scjg", "2020-06-30"),
            (Text(ground, "basis"), Text(ground, "measure"), Text(ground, "legalBasis"), Text(ground.GetProperty("decidedBy"), "id"), Text(ground, "since")));

        var result = await host.DoAsync("jieshou-fgw", "POST", $"counter/queries/{Text(asked, "id")}/result", new { result = "不予表彰" });
        Assert.True(result.TryGetProperty("resultRecordedAt", out _));
        await host.DoAsync("jieshou-fgw", "POST", $"counter/queries/{Text(asked, "id")}/result", new { result = "不予表彰" });
        Assert.Equal("EC4316", (await host.CallAsync("jieshou-fgw", "POST", $"counter/queries/{Text(asked, "id")}/result", new { result = "予以表彰" })).Code);
        Assert.Equal(2, (await host.Get<Stores.Ledger.ILedger>().LoadAsync(Instances.OfCounterQuery(Text(asked, "id")!), TestContext.Current.CancellationToken)).Events.Count);
        Assert.Equal(HttpStatusCode.NotFound, (await host.CallAsync("jieshou-housing", "GET", $"counter/queries/{Text(asked, "id")}")).Status);
        Assert.Equal("表彰奖励前核查", Text(await host.DoAsync("jieshou-scjg", "GET", $"counter/queries/{Text(asked, "id")}"), "purpose"));
    }

    [Fact]
    public async Task AQueryWithoutAPurposeOrWithAMatterThatNobodyKnows_IsRefused()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        Assert.Equal("EC4314", (await host.CallAsync("jieshou-fgw", "POST", "counter/queries", new { matter = "honour", enterprises = new[] { Clean } })).Code);
        Assert.Equal("EC4313", (await host.CallAsync("jieshou-fgw", "POST", "counter/queries", new { matter = "marriage", enterprises = new[] { Clean } }, Purpose)).Code);
        Assert.Equal("EC1503", (await host.CallAsync("jieshou-fgw", "POST", "counter/queries", new { matter = "honour", enterprises = new[] { "张某" } }, Purpose)).Code);
    }

    [Fact]
    public async Task Chongqing_TheSanctionStandsUntilItIsLiftedAndAgainstNobodyAfterwards()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await Listings.ListAsync(host, "r-1", "chongqing-aic", "abnormal");
        await Listings.FollowAsync(host, "r-1");
        Assert.Equal("restricted", await VerdictAsync(host, "chongqing-transport", "tender"));
        Assert.Equal("clear", await VerdictAsync(host, "chongqing-transport", "exit"));

        // 一处违法、处处受限 within the jurisdiction; beyond it consent is needed (界政办〔2020〕5号 五(八)).
        Assert.Equal("clear", await VerdictAsync(host, "jieshou-fgw", "tender"));

        await Listings.RemoveAsync(host, "r-1", "chongqing-aic", "abnormal");
        await Listings.FollowAsync(host, "r-1");
        Assert.Equal("clear", await VerdictAsync(host, "chongqing-transport", "tender"));
    }

    /// <summary>湘商改〔2016〕7号 第九条: 获取相关企业失信信息…予以限制…于做出限制决定之日起15个工作日内反馈执行限制情况.</summary>
    [Fact]
    public async Task Hunan_ADepartmentThatFetchedTheEntry_RestrictsFeedsBackInFifteenDaysAndIsFoundAtTheCounter()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await Listings.ListAsync(host, "r-1", "hunan-aic", "serious", "失信被执行人");
        await Listings.FollowAsync(host, "r-1");
        Assert.Equal("restricted", await VerdictAsync(host, "hunan-housing", "tender"));

        var restricted = await host.DoAsync("hunan-housing", "POST", "restrictions", new
        {
            decidedOn = "2020-07-01", measure = "tender-judgment", enterprise = Listings.Code, list = "失信被执行人名单", cause = "judgment",
            persons = new[] { new { name = "样某", idNumber = "110101199003070000", post = "法定代表人" } },
        });
        Assert.Equal("2020-07-22", Text(Assert.Single(restricted.GetProperty("duties").EnumerateArray()), "due"));
        var asked = await AskAsync(host, "hunan-aic", "tender");
        Assert.Equal(["hunan-aic", "hunan-housing"], asked.GetProperty("grounds").EnumerateArray().Select(ground => Text(ground.GetProperty("decidedBy"), "id")!).Order());

        var id = Text(restricted, "id");
        var fed = await host.DoAsync("hunan-housing", "POST", $"restrictions/{id}/feedback", new { result = "已限制投标" });
        await host.DoAsync("hunan-housing", "POST", $"restrictions/{id}/feedback", new { result = "已限制投标" });
        Assert.Equal("met", Text(Assert.Single(fed.GetProperty("duties").EnumerateArray()), "standing"));
    }

    /// <summary>新会 四(二): 各部门要及时…下载…名单…依法予以限制或禁入; 福建 五(三): 使用部门共享失信信息.</summary>
    [Theory]
    [InlineData("xinhui-aic", "xinhui-environment", "abnormal", null, "government-procurement", "restricted")]
    [InlineData("xinhui-aic", "xinhui-customs", "serious", "行贿犯罪档案", "government-procurement", "prohibited")]
    [InlineData("fujian-aic", "fujian-environment", "serious", "重大税收违法案件当事人", "exit", "restricted")]
    [InlineData("fujian-aic", "fujian-environment", "serious", null, "legal-representative", "prohibited")]
    [InlineData("hunan-aic", "hunan-housing", "serious", "失信被执行人", "approval", "weigh")]
    public async Task WhereDepartmentsFetchTheLists_TheEntryIsFoundAtTheCounter(string provider, string asker, string item, string? kind, string matter, string verdict)
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await Listings.ListAsync(host, "r-1", provider, item, kind);
        Assert.Equal(verdict, await VerdictAsync(host, asker, matter));
    }

    /// <summary>第十七条: 3年内不得担任其他企业的法定代表人、负责人.</summary>
    [Fact]
    public async Task AMeasureOfThreeYears_EndsWithItsLastDay()
    {
        await using var host = await DoorHost.StartAsync("2023-06-30 10:00");
        await Listings.ListAsync(host, "r-1", "hunan-aic", "serious");
        Assert.Equal("2023-06-30", Text(Assert.Single((await AskAsync(host, "hunan-housing", "legal-representative")).GetProperty("grounds").EnumerateArray()), "until"));
        host.MoveTo("2023-07-01 00:00");
        Assert.Equal("clear", await VerdictAsync(host, "hunan-housing", "legal-representative"));
    }

    /// <summary>L7: those entitled read the responsible persons; nobody else does.</summary>
    [Fact]
    public async Task ResponsiblePersons_AreReadByInitiatorAndImplementersAlone()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var begun = await host.DoAsync("jieshou-fgw", "POST", "sanctions", new
        {
            enterprise = Listings.Code, list = "“黑名单”", cause = "serious", implementers = new[] { "jieshou-housing" },
            persons = new[] { new { name = "样某", idNumber = "110101199003070000", post = "法定代表人" } },
        });
        var persons = await host.DoAsync("jieshou-housing", "GET", $"sanctions/{Text(begun, "id")}/persons");
        Assert.Equal("样某", Text(Assert.Single(persons.GetProperty("persons").EnumerateArray()), "name"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.CallAsync("jieshou-enforcement", "GET", $"sanctions/{Text(begun, "id")}/persons")).Status);
    }

    private static async Task<string?> VerdictAsync(DoorHost host, string department, string matter) => Text(await AskAsync(host, department, matter), "verdict");

    private static async Task<JsonElement> AskAsync(DoorHost host, string department, string matter)
    {
        // A question is known by its instant: no two are asked at the same.
        host.Legal.Advance(TimeSpan.FromMilliseconds(1));
        return (await host.DoAsync(department, "POST", "counter/queries", new { matter, enterprises = new[] { Listings.Code } }, Purpose)).GetProperty("answers")[0];
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
