using System.Text.Json;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Reconciliation;
using EntCredit.Orchestrations.Records;
using EntCredit.Stores.Ledger;

namespace EntCredit.Functions.Tests.Cases;

/// <summary>A registration that was taken in tells the approvers, as each document has it: D1, D3–D6.</summary>
[Collection("cases")]
public sealed class RegistrationTests
{
    private const string Code = "91990000MA00000008", Subject = "subject-1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>界政办〔2020〕5号 五(三): 将企业登记信息通过监管平台精准推送告知有关行政机关; 5个工作日内认领下载,并在线反馈.</summary>
    [Fact]
    public async Task Jieshou_ARegistrationWhoseScopeNeedsAnApproval_IsPushedToItsDepartmentOnce()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await RegisterAsync(host, "r-1", "jieshou", "jieshou-registrar", "日用百货销售；建筑工程施工；化工产品销售（不含危险化学品）");

        Assert.Equal(1, await FollowAsync(host, "r-1"));
        Assert.Equal(0, await FollowAsync(host, "r-1"));

        var notice = Assert.Single(await NoticesAsync(host, "jieshou-housing"));
        Assert.Equal(("construction", "pushed", "r-1"), (Text(notice, "approvalItem"), Text(notice, "phase"), Text(notice, "record")));
        Assert.Equal("2020-07-08", Text(Assert.Single(notice.GetProperty("duties").EnumerateArray()), "due"));
        host.MoveTo("2020-12-01 00:00");
        await host.EndAsync(Instances.OfNotice(Text(notice, "id")!));
        Assert.Equal(2, (await host.NotedAsync(Instances.OfNotice(Text(notice, "id")!))).Count);
    }

    /// <summary>Nobody in the jurisdiction is that authority, and Jieshou lays nothing open: the registrar says whose it is.</summary>
    [Fact]
    public async Task Jieshou_NoDepartmentIsClear_TheRegistrarConfirmsByHandAndPushes()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await RegisterAsync(host, "r-1", "jieshou", "jieshou-registrar", "道路货物运输");
        await FollowAsync(host, "r-1");

        var waiting = Assert.Single((await host.DoAsync("jieshou-registrar", "GET", "inbox/waiting")).GetProperty("items").EnumerateArray());
        var id = Text(waiting, "about")!["notice-".Length..];
        Assert.Equal("EC4409", (await host.CallAsync("jieshou-registrar", "POST", $"dual-notices/{id}/push", new { approver = "jieshou-housing" })).Code);
        await host.DoAsync("jieshou-registrar", "POST", $"dual-notices/{id}/confirm", new { approver = "jieshou-housing" });
        Assert.Equal("pushed", Text(await host.DoAsync("jieshou-registrar", "POST", $"dual-notices/{id}/push", new { approver = "jieshou-housing" }), "phase"));
    }

    /// <summary>新会 四(一)1、2: the applicant commits in writing at the registration; 按照同级告知原则…告知经营项目的同级审批部门. The notice is the same one.</summary>
    [Fact]
    public async Task Xinhui_AnApplicantToldAtTheCounter_IsPushedOnTheSameNotice()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await RegisterAsync(host, "r-1", "xinhui", "xinhui-aic", "危险废物处置");
        Assert.Equal("EC4406", (await host.CallAsync("xinhui-aic", "POST", "dual-notices", new { enterprise = Code, record = "counter-7", approvalItem = "hazardous-waste", tellApplicant = true })).Code);
        var told = await host.DoAsync(
            "xinhui-aic", "POST", "dual-notices", new { enterprise = Code, record = "counter-7", approvalItem = "hazardous-waste", tellApplicant = true, commitment = new string('a', 64) });

        await FollowAsync(host, "r-1");

        var notice = Assert.Single(await NoticesAsync(host, "xinhui-environment"));
        Assert.Equal((Text(told, "id"), "pushed", true), (Text(notice, "id"), Text(notice, "phase"), notice.GetProperty("applicantTold").GetBoolean()));
    }

    /// <summary>渝府办发〔2016〕170号 三(四): 及时在国家公示系统等信息平台上发布,有关审批部门…定期查询并认领.</summary>
    [Fact]
    public async Task Chongqing_EveryRegistration_IsLaidOpenForApproversToClaim()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await RegisterAsync(host, "r-1", "chongqing", "chongqing-aic", "道路货物运输；建筑工程施工");
        await FollowAsync(host, "r-1");

        var open = (await host.DoAsync("chongqing-transport", "GET", "dual-notices?open=true")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["construction", "road-freight"], open.Select(notice => Text(notice, "approvalItem")!).Order());
        var own = open.Single(notice => Text(notice, "approvalItem") == "road-freight");
        Assert.Equal("claimed", Text(await host.DoAsync("chongqing-transport", "POST", $"dual-notices/{Text(own, "id")}/claim"), "phase"));
    }

    /// <summary>湘商改〔2016〕7号 第七条: 对经营范围中的审批部门不明确或不涉及审批的…发布公示,供…查询认领.</summary>
    [Fact]
    public async Task Hunan_TheKeywordsNameAnApprover_IsPushedAndOtherwiseLaidOpen()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await RegisterAsync(host, "r-1", "hunan", "hunan-aic", "房地产开发");
        await FollowAsync(host, "r-1");
        Assert.Equal("pushed", Text(Assert.Single(await NoticesAsync(host, "hunan-housing")), "phase"));

        await RegisterAsync(host, "r-2", "hunan", "hunan-aic", "日用百货销售", "subject-2", "91990000MA00000016");
        await FollowAsync(host, "r-2");
        var open = Assert.Single((await host.DoAsync("hunan-housing", "GET", "dual-notices?open=true")).GetProperty("items").EnumerateArray());
        Assert.Equal(("openForClaim", false), (Text(open, "phase"), open.TryGetProperty("approvalItem", out _)));
    }

    /// <summary>福建's document, as far as our copy goes, knows no 双告知.</summary>
    [Fact]
    public async Task Fujian_ARegistration_TellsNobodyAndIsFollowedUpAllTheSame()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await RegisterAsync(host, "r-1", "fujian", "fujian-aic", "危险废物处置");
        Assert.Equal(1, await FollowAsync(host, "r-1"));
        Assert.Empty(await NoticesAsync(host, "fujian-environment"));
        Assert.Equal(0, (await ReconcileAsync(host)).Unfollowed);
    }

    [Fact]
    public async Task ARegistrationThatWasNotFollowedUp_IsFoundByTheReconciler()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await RegisterAsync(host, "r-1", "jieshou", "jieshou-registrar", "建筑工程施工");

        Assert.Equal(1, (await ReconcileAsync(host)).Unfollowed);
        Assert.Equal(0, (await ReconcileAsync(host)).Unfollowed);
        Assert.Single(await NoticesAsync(host, "jieshou-housing"));
    }

    [Fact]
    public async Task AChangedRegistration_TellsOfWhatIsNewAndOneThatIsGoneEndsWhatIsOwed()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await RegisterAsync(host, "r-1", "jieshou", "jieshou-registrar", "建筑工程施工");
        await FollowAsync(host, "r-1");

        await ChangeAsync(host, "r-1", "d2", "建筑工程施工；房地产开发", "存续");
        await FollowAsync(host, "r-1");
        Assert.Equal(["construction", "real-estate"], (await NoticesAsync(host, "jieshou-housing")).Select(notice => Text(notice, "approvalItem")!).Order());

        await ChangeAsync(host, "r-1", "d3", "建筑工程施工；房地产开发", "注销");
        await FollowAsync(host, "r-1");
        Assert.All(await NoticesAsync(host, "jieshou-housing"), notice => Assert.Equal("deregistered", Text(notice, "phase")));
    }

    /// <summary>A35: what arose before the document held is not told as new.</summary>
    [Fact]
    public async Task ARegistrationOlderThanTheDocument_TellsNobody()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await RegisterAsync(host, "r-1", "jieshou", "jieshou-registrar", "建筑工程施工", day: new DateOnly(2019, 5, 6));
        await FollowAsync(host, "r-1");
        Assert.Empty(await NoticesAsync(host, "jieshou-housing"));
    }

    private static Task<int> FollowAsync(DoorHost host, string record) => host.Get<FollowUpDesk>().FollowAsync([record], host.Client, Cancellation);

    private static Task<Reconciliation> ReconcileAsync(DoorHost host) => host.Get<Reconciler>().RunAsync(host.Client, Cancellation);

    private static async Task RegisterAsync(
        DoorHost host, string record, string jurisdiction, string registrar, string scope, string subject = Subject, string code = Code, DateOnly? day = null)
    {
        var at = host.Legal.GetUtcNow();
        var content = Content(scope, "存续", code, day ?? new DateOnly(2020, 6, 30));
        await host.Get<ILedger>().AppendAsync(
            [
                new Append(subject, subject, 0, [new SubjectEvent.KnownAs(at, AliasKind.CreditCode, code)]),
                new Append(record, subject, 0, [new RecordEvent.Collected(
                    at, new RecordOrigin(registrar, jurisdiction, "register", "20200701020000-aabbccddee", 2), subject, content, "d1", Publicity.Published, true, true, null)]),
            ],
            Cancellation);
    }

    private static async Task ChangeAsync(DoorHost host, string record, string digest, string scope, string status)
    {
        var stream = await host.Get<ILedger>().LoadAsync(record, Cancellation);
        var change = new RecordEvent.Corrected(host.Legal.GetUtcNow(), "jieshou-registrar", "b-2", Content(scope, status, Code, new DateOnly(2020, 7, 1)), digest);
        await host.Get<ILedger>().AppendAsync([new Append(record, stream.Partition!, stream.Version, [change])], Cancellation);
    }

    private static RecordContent Content(string scope, string status, string code, DateOnly day) => new(
        "register",
        new Dictionary<string, string> { ["JYFW"] = scope, ["DJZT"] = status },
        new Dictionary<string, string>(),
        new SubjectKey(code, null, "样例甲有限公司"),
        null,
        day,
        ContentStatus.Valid,
        UseScope.Public,
        null,
        null,
        null);

    private static async Task<List<JsonElement>> NoticesAsync(DoorHost host, string department) =>
        [.. (await host.DoAsync(department, "GET", "dual-notices")).GetProperty("items").EnumerateArray()];

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
