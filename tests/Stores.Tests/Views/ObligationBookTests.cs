using EntCredit.Domain.Batches;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Tests.Ledger;
using EntCredit.Stores.Views;

namespace EntCredit.Stores.Tests.Views;

public sealed class ObligationBookTests : ViewFixture
{
    private static readonly DateTimeOffset Ever = DateTimeOffset.MaxValue;

    [Fact]
    public async Task AboutAsync_Collected_GivesOneMetAndOneOpen()
    {
        await HappenAsync("r-1", Collected());

        var duties = await Obligations.AboutAsync("r-1", Cancellation);

        Assert.Equal(
            new Obligation(
                "r-1", "jieshou", "penalty", "T1", "jieshou-chengguan", new DateOnly(2026, 1, 4), new DateOnly(2026, 1, 13), "2026-1", false, At, At, DutyOutcome.Met, null),
            duties[0]);
        Assert.Equal(("T2", "jieshou-scjg", null, null), (duties[1].Rule, duties[1].Debtor, duties[1].ClosedAt, duties[1].Outcome));
        Assert.Equal(2, duties.Count);
    }

    [Fact]
    public async Task BatchesOwingAsync_OpenDuty_IsOwedUntilItsLastDayEnds()
    {
        await HappenAsync("r-1", Collected());
        await HappenAsync("r-2", Collected());

        Assert.Equal(
            [new OwingBatch(Samples.Origin.Batch, "jieshou", Samples.Publication.Due)],
            await Obligations.BatchesOwingAsync("T2", LegalZone.EndOf(Samples.Publication.Due).AddTicks(-1), Cancellation));
        Assert.Empty(await Obligations.BatchesOwingAsync("T2", LegalZone.EndOf(Samples.Publication.Due), Cancellation));
        Assert.Empty(await Obligations.BatchesOwingAsync("T1", At, Cancellation));
    }

    [Fact]
    public async Task AboutAsync_ClosedByALaterEvent_TellsHowAndWhy()
    {
        await HappenAsync("r-1", Collected());
        await HappenAsync("r-1", new RecordEvent.Withdrawn(At.AddDays(1), "x", "y") { Closed = [new ClosedDuty("T2", DutyOutcome.Cancelled, "withdrawn")] });

        var duty = (await Obligations.AboutAsync("r-1", Cancellation))[1];

        Assert.Equal((At.AddDays(1), DutyOutcome.Cancelled, "withdrawn"), (duty.ClosedAt, duty.Outcome, duty.Reason));
    }

    [Fact]
    public async Task AboutAsync_DutyOpenedWhileOpen_IsTheSameDutyWithItsNewDay()
    {
        var later = Samples.Publication with { Due = new DateOnly(2026, 2, 9), CalendarVersion = "2026-2" };
        await HappenAsync("r-1", Collected(), new RecordEvent.Joined(At.AddDays(1)) { Opened = [later] });

        var duty = Assert.Single(await Obligations.AboutAsync("r-1", Cancellation), duty => duty.Rule == "T2");
        Assert.Equal((later.Due, "2026-2", At), (duty.Due, duty.CalendarVersion, duty.OpenedAt));
    }

    [Fact]
    public async Task AboutAsync_DutyOpenedAfterItsEnd_IsAnotherDuty()
    {
        await HappenAsync("r-1", Collected(), Published(), new RecordEvent.Joined(At.AddDays(9)) { Opened = [Samples.Publication] });

        var duties = (await Obligations.AboutAsync("r-1", Cancellation)).Where(duty => duty.Rule == "T2").ToList();
        Assert.Equal([At.AddDays(1), null], duties.Select(duty => duty.ClosedAt));
    }

    [Fact]
    public async Task AboutAsync_DutyOfABatch_TakesPlaceFromItsArrival()
    {
        await ArriveAsync("b-1", item: "permit");
        await HappenAsync("batch-b-1", new BatchEvent.Refused(At, "EC3001", "文件无法读取", "请另存") { Opened = [Samples.Publication] });

        var duty = Assert.Single(await Obligations.AboutAsync("batch-b-1", Cancellation));
        Assert.Equal(("jieshou", "permit"), (duty.Jurisdiction, duty.Item));
    }

    [Fact]
    public async Task AppendAsync_DutyThatBelongsToNoJurisdiction_IsRefused()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => HappenAsync("subject-1", new SubjectEvent.Registered(At, "甲", "r") { Opened = [Samples.Publication] }));

        Assert.Equal(0, (await Ledger.LoadAsync("subject-1", Cancellation)).Version);
    }

    [Fact]
    public async Task LivingInAsync_Periods_GivesWhatWasAliveInEach()
    {
        await HappenAsync("r-1", Collected(), Published(3));

        Assert.Equal(["T1", "T2"], await RulesAsync(At, At.AddDays(1)));
        Assert.Equal(["T2"], await RulesAsync(At.AddTicks(1), At.AddDays(1)));
        Assert.Equal(["T2"], await RulesAsync(At.AddDays(3), At.AddDays(9)));
        Assert.Empty(await RulesAsync(At.AddDays(3).AddTicks(1), At.AddDays(9)));
        Assert.Empty(await RulesAsync(At.AddDays(-9), At));
        Assert.Equal(["T1", "T2"], await RulesAsync(At.AddDays(-9), At.AddTicks(1)));
    }

    [Fact]
    public async Task LivingInAsync_Several_AreInTheOrderOfDebtorRuleDayAndStream()
    {
        await HappenAsync("r-2", Collected());
        await HappenAsync("r-3", Samples.Refused());
        await HappenAsync("r-1", Collected());

        var order = new List<string>();
        await foreach (var duty in Obligations.LivingInAsync(At, Ever, Cancellation)) order.Add($"{duty.Debtor} {duty.Rule} {duty.About}");

        Assert.Equal(
            [
                "jieshou-chengguan T1 r-1",
                "jieshou-chengguan T1 r-2",
                "jieshou-chengguan T1-mend r-3",
                "jieshou-scjg T2 r-1",
                "jieshou-scjg T2 r-2",
            ],
            order);
    }

    [Fact]
    public async Task UnnotedOverdueAsync_LastDayEnded_GivesTheStreamUntilNoted()
    {
        await HappenAsync("r-1", Collected());
        await HappenAsync("r-2", Collected(), Published());
        var end = LegalZone.EndOf(Samples.Publication.Due);

        Assert.Empty(await Obligations.UnnotedOverdueAsync(end.AddTicks(-1), 10, Cancellation));
        Assert.Equal(["r-1"], await Obligations.UnnotedOverdueAsync(end, 10, Cancellation));
        await HappenAsync("r-1", new RecordEvent.FellOverdue(end, "T2", "jieshou-scjg", Samples.Publication.Due));
        Assert.Empty(await Obligations.UnnotedOverdueAsync(end, 10, Cancellation));
    }

    private async Task<List<string>> RulesAsync(DateTimeOffset from, DateTimeOffset until)
    {
        var rules = new List<string>();
        await foreach (var duty in Obligations.LivingInAsync(from, until, Cancellation)) rules.Add(duty.Rule);
        return rules;
    }
}
