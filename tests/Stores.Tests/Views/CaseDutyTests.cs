using EntCredit.Domain.Calendar;
using EntCredit.Domain.Events;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Obligations;
using EntCredit.Stores.Tests.Ledger;

namespace EntCredit.Stores.Tests.Views;

public sealed class CaseDutyTests : ViewFixture
{
    private static readonly OpenedDuty Verification =
        new("T14", "jieshou-chengguan", new DateOnly(2026, 1, 5), new DateOnly(2026, 2, 2), "2026-1", false, Term.WorkingDays(20));

    // In Jieshou the provider owes the verification from its own receipt, which says nothing of the record.
    private static readonly ObjectionEvent.Received Received = new(At, "jieshou-chengguan", null) { Opened = [Verification] };

    private static ObjectionEvent.Lodged Lodged => CaseSamples.EachKind.OfType<ObjectionEvent.Lodged>().Single();

    [Fact]
    public async Task AboutAsync_ObjectionReceivedAfterItsLodging_TakesPlaceFromTheLodging()
    {
        await HappenAsync("objection-1", Lodged);
        await HappenAsync("objection-1", Received);

        Assert.Equal(("jieshou", "penalty", "T14", "jieshou-chengguan", Verification.Due), await OnlyAsync("objection-1"));
    }

    [Fact]
    public async Task AboutAsync_DeliveryPushed_IsOfTheTargetsJurisdictionAndOfNoItem()
    {
        await HappenAsync("sanction-1-jieshou-chengguan", SanctionSamples.Pushed);

        Assert.Equal(("jieshou", null, "T12", "jieshou-chengguan", new DateOnly(2026, 1, 8)), await OnlyAsync("sanction-1-jieshou-chengguan"));
    }

    [Fact]
    public async Task AboutAsync_Provision_HasTheMonthsDutyAndTheLoadsAfterIt()
    {
        await HappenAsync("provision-1", ProvisionSamples.Expected);
        Assert.Equal(("chongqing", null, "T6", "chongqing-transport", new DateOnly(2026, 1, 5)), await OnlyAsync("provision-1"));
        await HappenAsync("provision-1", ProvisionSamples.Provided);

        var duties = await Obligations.AboutAsync("provision-1", Cancellation);

        Assert.Equal(
            [("T6", "chongqing", DutyOutcome.Met), ("T7", "chongqing", default(DutyOutcome?))],
            duties.Select(duty => (duty.Rule, duty.Jurisdiction, duty.Outcome)));
    }

    [Fact]
    public async Task AboutAsync_CaseThatNamesAnotherJurisdictionLater_StaysWhereItBegan()
    {
        var first = InspectionSamples.Changed with { Opened = null };
        await HappenAsync("roster-1", first, InspectionSamples.Changed with { Jurisdiction = "jieshou", ChangeId = "change-2" });

        Assert.Equal("hunan", (await OnlyAsync("roster-1")).Jurisdiction);
    }

    [Fact]
    public async Task AppendAsync_DutyOfACaseThatNeverSaidItsJurisdiction_IsRefused()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => HappenAsync("objection-1", Received));

        Assert.Equal(0, (await Ledger.LoadAsync("objection-1", Cancellation)).Version);
    }

    [Fact]
    public async Task AboutAsync_EveryOpenedDutyOfTheSamples_IsOfTheJurisdictionThatItsAreaNames()
    {
        var areas = Samples.EachKind.Where(happened => happened is not Domain.Records.RecordEvent)
            .GroupBy(happened => happened.GetType().BaseType!.Name)
            .Where(area => area.Any(happened => happened.Opened is not null))
            .ToList();
        foreach (var area in areas)
        {
            await HappenAsync(area.Key, [.. area]);

            var expected = area.OfType<IOfJurisdiction>().First().Jurisdiction;
            var duties = await Obligations.AboutAsync(area.Key, Cancellation);
            Assert.Equal(area.SelectMany(happened => happened.Opened ?? []).Select(duty => duty.Rule).Distinct().Order(), duties.Select(duty => duty.Rule).Distinct().Order());
            Assert.All(duties, duty => Assert.Equal(expected, duty.Jurisdiction));
        }

        Assert.Equal(6, areas.Count);
    }

    [Fact]
    public async Task UnnotedOverdueAsync_CaseWhoseDutyFell_IsGivenUntilNoted()
    {
        await HappenAsync("objection-1", Lodged, Received);
        await HappenAsync("notice-1", NoticeSamples.Pushed);
        var end = LegalZone.EndOf(Verification.Due);
        Assert.Equal(["notice-1", "objection-1"], (await Obligations.UnnotedOverdueAsync(end, 10, Cancellation)).Order(StringComparer.Ordinal));

        await HappenAsync("objection-1", new ObjectionEvent.FellOverdue(end, "T14", "jieshou-chengguan", Verification.Due));
        await HappenAsync("notice-1", NoticeSamples.FellOverdue);

        Assert.Empty(await Obligations.UnnotedOverdueAsync(end, 10, Cancellation));

        // What the breach of one duty opened is noted by itself.
        Assert.Equal(["notice-1"], await Obligations.UnnotedOverdueAsync(LegalZone.EndOf(new DateOnly(2026, 3, 13)), 10, Cancellation));
    }

    [Fact]
    public async Task UnnotedOverdueAsync_DutyStartedAnewAfterItWasNoted_IsGivenAgain()
    {
        var duty = InspectionSamples.Changed.Opened!.Single();
        var earlier = duty with { From = new DateOnly(2026, 1, 4), Due = new DateOnly(2026, 1, 13) };
        var end = LegalZone.EndOf(duty.Due);
        await HappenAsync(
            "roster-1",
            InspectionSamples.Changed,
            new Domain.Inspections.RosterEvent.FellOverdue(end, "T16", duty.Debtor, duty.Due),
            InspectionSamples.Changed with { ChangeId = "change-2", ChangedOn = earlier.From, Opened = [earlier] });

        Assert.Equal(["roster-1"], await Obligations.UnnotedOverdueAsync(end, 10, Cancellation));
    }

    private async Task<(string Jurisdiction, string? Item, string Rule, string Debtor, DateOnly Due)> OnlyAsync(string stream)
    {
        var duty = Assert.Single(await Obligations.AboutAsync(stream, Cancellation));
        return (duty.Jurisdiction, duty.Item, duty.Rule, duty.Debtor, duty.Due);
    }
}
