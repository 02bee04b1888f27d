using EntCredit.Domain.Calendar;
using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Sanctions;
using EntCredit.Orchestrations.Cases;

namespace EntCredit.Functions.Tests.Cases;

/// <summary>Orchestrators of cases on the real engine: the clock is the test's, the ledger is SQLite.</summary>
[Collection("cases")]
public sealed class CaseOrchestrationTests
{
    private const string Provider = "jieshou-housing";
    private static readonly SanctionTarget Target = new("subject-1", "jieshou", "“黑名单”", "cause-1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Objection_ToldInTime_EndsMetAndNothingIsNoted()
    {
        await using var host = await CaseHost.StartAsync("2020-07-01 10:00");
        await ObjectAsync(host, new ObjectionCommand.Lodge(
            host.Legal.GetUtcNow(),
            new ObjectionSubject("r-1", "subject-1", Provider, "jieshou", "penalty"),
            Provider,
            "grounds-1",
            ["e-1"],
            new Applicant("示例公司", "0000-0000000", "处罚金额有误"),
            null));
        await host.Client.WakeObjectionAsync("1", Cancellation);
        await host.AskedAsync(2);

        host.MoveTo("2020-07-20 10:00");
        await ObjectAsync(host, new ObjectionCommand.Verify(host.Legal.GetUtcNow(), Provider, ObjectionFinding.Rejected, "核查记录"));
        await host.Client.WakeObjectionAsync("1", Cancellation);
        await host.AskedAsync(3);
        Assert.Equal(["T14 jieshou Open"], await host.DutiesAsync("objection-1"));

        await ObjectAsync(host, new ObjectionCommand.NotifyApplicant(host.Legal.GetUtcNow(), Provider, "reply-1"));
        await host.Client.WakeObjectionAsync("1", Cancellation);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await host.EndAsync("objection-1"));

        host.MoveTo("2020-08-30 10:00");
        Assert.Equal(["T14 jieshou Met"], await host.DutiesAsync("objection-1"));
        Assert.Empty(await host.NotedAsync("objection-1"));
    }

    [Fact]
    public async Task SanctionDelivery_SilentOverItsLastDay_IsNotedOnceAndALateReceiptEndsIt()
    {
        const string Stream = "sanction-1-jieshou-housing";
        await using var host = await CaseHost.StartAsync("2020-07-01 10:00");
        await DeliverAsync(host, Stream, new DeliveryCommand.Push(host.Legal.GetUtcNow(), "sanction-1", Target, "jieshou-fgw", Provider));
        await host.Client.WakeSanctionDeliveryAsync("1", Provider, Cancellation);
        await host.AskedAsync(2);

        host.MoveTo("2020-07-06 23:59:59");
        await host.Client.WakeSanctionDeliveryAsync("1", Provider, Cancellation);
        await host.AskedAsync(3);
        Assert.Empty(await host.NotedAsync(Stream));

        host.MoveTo("2020-07-07 00:00");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await host.EndAsync(Stream));
        Assert.Equal(["T12 jieshou-housing 2020-07-06"], await host.NotedAsync(Stream));

        host.MoveTo("2020-07-08 10:00");
        await DeliverAsync(host, Stream, new DeliveryCommand.Receive(host.Legal.GetUtcNow(), Provider));
        await host.Client.WakeSanctionDeliveryAsync("1", Provider, Cancellation);
        await host.AskedAsync(5);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await host.EndAsync(Stream));
        Assert.Equal(["T12 jieshou Late"], await host.DutiesAsync(Stream));
        Assert.Single(await host.NotedAsync(Stream));
    }

    // A notice that comes while the timer runs moves the last day: A26, never earlier.
    [Fact]
    public async Task SanctionDelivery_ANoticeMovesItsLastDay_IsNotedAfterTheNewOneOnly()
    {
        const string Stream = "sanction-1-jieshou-housing";
        await using var host = await CaseHost.StartAsync("2026-12-29 10:00");
        await DeliverAsync(host, Stream, new DeliveryCommand.Push(host.Legal.GetUtcNow(), "sanction-1", Target, "jieshou-fgw", Provider));
        await host.Client.WakeSanctionDeliveryAsync("1", Provider, Cancellation);
        await host.AskedAsync(2);
        HolidayNotice notice = new(
            "content_9999999", 2027, new DateOnly(2026, 11, 30), true, null, [new HolidayRun("元旦", new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 4))], [new DateOnly(2027, 1, 9)]);
        await host.CommitAsync(CalendarEvent.Stream, new CalendarEvent.NoticeLoaded(host.Legal.GetUtcNow(), notice));

        host.MoveTo("2027-01-02 00:00");
        await host.AskedAsync(3);
        Assert.Empty(await host.NotedAsync(Stream));

        host.MoveTo("2027-01-06 00:00");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await host.EndAsync(Stream));
        Assert.Equal(["T12 jieshou-housing 2027-01-05"], await host.NotedAsync(Stream));
    }

    // A31: who never claims is bound to look from the day on which the claim fell due.
    [Fact]
    public async Task DualNotice_NeverClaimed_WaitsForTheCheckThatTheBreachBegan()
    {
        await using var host = await CaseHost.StartAsync("2020-07-01 10:00");
        var about = new Registration("r-1", "subject-1", "jieshou", "jieshou-registrar", "item-1");
        await host.DecideAsync<NoticeEvent>("notice-1", "jieshou", (history, rules) =>
            NoticeDecider.Decide(new NoticeCommand.Push(host.Legal.GetUtcNow(), about, "jieshou-registrar", Provider), Notice.Fold(history), rules));
        await host.Client.WakeDualNoticeAsync("1", Cancellation);
        await host.AskedAsync(2);

        host.MoveTo("2020-07-09 00:00");
        await host.AskedAsync(3);
        Assert.Equal(["T9 jieshou-housing 2020-07-08"], await host.NotedAsync("notice-1"));

        host.MoveTo("2020-10-01 00:00");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await host.EndAsync("notice-1"));
        Assert.Equal(["T9 jieshou-housing 2020-07-08", "T11 jieshou-housing 2020-09-07"], await host.NotedAsync("notice-1"));
    }

    [Fact]
    public async Task Case_ThatTheLedgerDoesNotKnow_EndsAtOnce()
    {
        await using var host = await CaseHost.StartAsync("2020-07-01 10:00");
        await host.Client.WakeRosterAsync("jieshou-housing", Cancellation);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await host.EndAsync("roster-jieshou-housing"));
    }

    private static Task ObjectAsync(CaseHost host, ObjectionCommand command) => host.DecideAsync<ObjectionEvent>(
        "objection-1", "jieshou", (history, rules) => ObjectionDecider.Decide(command, Objection.Fold(history), rules));

    private static Task DeliverAsync(CaseHost host, string stream, DeliveryCommand command) => host.DecideAsync<DeliveryEvent>(
        stream, "jieshou", (history, rules) => DeliveryDecider.Decide(command, Delivery.Fold(history), rules));
}
