using EntCredit.Domain.Intake;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Records;
using EntCredit.Domain.Sanctions;
using EntCredit.Domain.Subjects;
using EntCredit.Orchestrations.Reconciliation;
using EntCredit.Stores.Ledger;

namespace EntCredit.Functions.Tests.Cases;

/// <summary>What no orchestration carries any more is found by the ledger, and asked by the area that it belongs to.</summary>
[Collection("cases")]
public sealed class ReconcilerTests
{
    private const string Provider = "jieshou-housing";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_RecordsAndCasesAreOverdue_NotesEachByItsOwnArea()
    {
        await using var host = await CaseHost.StartAsync("2020-07-01 10:00");
        await HeldRecordAsync(host);
        await PushAsync(host, "sanction-1-jieshou-housing");
        await PushAsync(host, "sanction-1-jieshou-enforcement", "jieshou-enforcement");
        host.MoveTo("2020-12-01 10:00");

        var found = await host.Get<Reconciler>().RunAsync(host.Client, Cancellation);

        Assert.Equal(3, found.UnnotedOverdue);
        Assert.Equal(["T2 jieshou-scjg 2020-07-28"], await host.NotedAsync("r-1"));
        Assert.Equal(["T12 jieshou-housing 2020-07-06"], await host.NotedAsync("sanction-1-jieshou-housing"));
        Assert.Equal(["T12 jieshou-enforcement 2020-07-06"], await host.NotedAsync("sanction-1-jieshou-enforcement"));
        Assert.IsType<RecordEvent.FellOverdue>((await host.Get<ILedger>().LoadAsync("r-1", Cancellation)).Events[^1]);
        Assert.IsType<DeliveryEvent.FellOverdue>((await host.Get<ILedger>().LoadAsync("sanction-1-jieshou-housing", Cancellation)).Events[^1]);
        Assert.Equal(0, (await host.Get<Reconciler>().RunAsync(host.Client, Cancellation)).UnnotedOverdue);
    }

    // The books may one day hold duties of an area that this version does not know.
    [Fact]
    public async Task RunAsync_OneStreamBelongsToNoArea_TheOthersAreNotedAllTheSame()
    {
        await using var host = await CaseHost.StartAsync("2020-07-01 10:00");
        var target = new SanctionTarget("subject-1", "jieshou", "“黑名单”", "cause-1");
        await host.CommitAsync("sanction-9", new SanctionEvent.Initiated(host.Legal.GetUtcNow(), "jieshou-fgw", target, [Provider])
        {
            Opened = [new OpenedDuty("T2", "jieshou-scjg", new DateOnly(2020, 7, 1), new DateOnly(2020, 7, 2), "2020-1")],
        });
        await PushAsync(host, "sanction-1-jieshou-housing");
        host.MoveTo("2020-12-01 10:00");

        await host.Get<Reconciler>().RunAsync(host.Client, Cancellation);

        Assert.Empty(await host.NotedAsync("sanction-9"));
        Assert.Single(await host.NotedAsync("sanction-1-jieshou-housing"));
    }

    [Fact]
    public async Task RunAsync_CaseStillOwesSomething_ItsWaitIsRebuilt()
    {
        await using var host = await CaseHost.StartAsync("2020-07-01 10:00");
        var about = new Domain.DualNotice.Registration("r-1", "subject-1", "jieshou", "jieshou-registrar", "item-1");
        await host.DecideAsync<Domain.DualNotice.NoticeEvent>("notice-1", "jieshou", (history, rules) => Domain.DualNotice.NoticeDecider.Decide(
            new Domain.DualNotice.NoticeCommand.Push(host.Legal.GetUtcNow(), about, "jieshou-registrar", Provider),
            Domain.DualNotice.Notice.Fold(history),
            rules));
        host.MoveTo("2020-07-10 10:00");

        await host.Get<Reconciler>().RunAsync(host.Client, Cancellation);
        await host.AskedAsync(2);
        host.MoveTo("2020-10-01 00:00");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, await host.EndAsync("notice-1"));
        Assert.Equal(["T9 jieshou-housing 2020-07-08", "T11 jieshou-housing 2020-09-07"], await host.NotedAsync("notice-1"));
    }

    private static Task PushAsync(CaseHost host, string stream, string to = Provider) => host.DecideAsync<DeliveryEvent>(
        stream,
        "jieshou",
        (history, rules) => DeliveryDecider.Decide(
            new DeliveryCommand.Push(host.Legal.GetUtcNow(), "sanction-1", new SanctionTarget("subject-1", "jieshou", "“黑名单”", "cause-1"), "jieshou-fgw", to),
            Delivery.Fold(history),
            rules));

    private static async Task HeldRecordAsync(CaseHost host)
    {
        var at = host.Legal.GetUtcNow();
        var content = new RecordContent(
            "penalty",
            new Dictionary<string, string> { ["document_number"] = "界建罚〔2020〕1号" },
            new Dictionary<string, string>(),
            new SubjectKey("91990000MA00000009", null, "界首市样例甲有限公司"),
            "界建罚〔2020〕1号",
            new DateOnly(2020, 6, 29),
            ContentStatus.Valid,
            UseScope.Public,
            false,
            "一般程序",
            null);
        await host.CommitAsync("subject-1", new SubjectEvent.KnownAs(at, AliasKind.CreditCode, "91990000MA00000009"));
        await host.CommitAsync(
            "r-1",
            new RecordEvent.Collected(
                at, new RecordOrigin(Provider, "jieshou", "penalty", "20200701020000-aabbccddee", 2), "subject-1", content, "d1", Publicity.Published, false, true, null)
            {
                Opened = [new OpenedDuty("T2", "jieshou-scjg", new DateOnly(2020, 6, 29), new DateOnly(2020, 7, 28), "2020-1")],
            });
    }
}
