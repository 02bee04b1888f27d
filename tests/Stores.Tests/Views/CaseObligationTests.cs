using EntCredit.Domain.Events;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Provision;
using EntCredit.Stores.Tests.Ledger;

namespace EntCredit.Stores.Tests.Views;

/// <summary>Duties of cases, which have no row of their own: their facts say where they belong.</summary>
public sealed class CaseObligationTests : ViewFixture
{
    private const string Provider = "jieshou-chengguan";
    private static readonly DateOnly From = new(2026, 1, 5), Due = new(2026, 2, 2);

    private static DomainEvent Lodged => new ObjectionEvent.Lodged(
        At, new ObjectionSubject("r-1", Samples.Subject, Provider, "jieshou", "penalty"), "jieshou-scjg", "c0ffee", ["ab12"], null);

    private static DomainEvent Received => new ObjectionEvent.Received(At.AddDays(1), Provider, null)
    {
        Opened = [new OpenedDuty("T14", Provider, From, Due, "2026-1")],
    };

    [Fact]
    public async Task AboutAsync_DutyThatALaterFactOfACaseOpens_TakesItsPlaceFromTheFirst()
    {
        await HappenAsync("objection-1", Lodged);
        await HappenAsync("objection-1", Received);

        var duty = Assert.Single(await Obligations.AboutAsync("objection-1", Cancellation));
        Assert.Equal(("jieshou", "penalty", "T14", Due), (duty.Jurisdiction, duty.Item, duty.Rule, duty.Due));
    }

    [Fact]
    public async Task AboutAsync_BothFactsInOneAppend_FindsThePlace()
    {
        await HappenAsync("objection-1", Lodged, Received);

        Assert.Equal("jieshou", Assert.Single(await Obligations.AboutAsync("objection-1", Cancellation)).Jurisdiction);
    }

    [Fact]
    public async Task AboutAsync_CaseWithoutAnItem_HasNone()
    {
        await HappenAsync("provision-chongqing-housing-201801", new ProvisionEvent.Expected(At, "chongqing-housing", "chongqing", new DateOnly(2018, 1, 1))
        {
            Opened = [new OpenedDuty("T6", "chongqing-housing", From, Due, "2026-1")],
        });

        var duty = Assert.Single(await Obligations.AboutAsync("provision-chongqing-housing-201801", Cancellation));
        Assert.Equal(("chongqing", null), (duty.Jurisdiction, duty.Item));
    }

    [Fact]
    public async Task UnnotedOverdueAsync_Case_IsGivenUntilItsOwnAreaHasNotedIt()
    {
        await HappenAsync("objection-1", Lodged, Received);
        var end = Domain.Calendar.LegalZone.EndOf(Due);
        Assert.Equal(["objection-1"], await Obligations.UnnotedOverdueAsync(end, 10, Cancellation));

        await HappenAsync("objection-1", new ObjectionEvent.FellOverdue(end, "T14", Provider, Due));

        Assert.Empty(await Obligations.UnnotedOverdueAsync(end, 10, Cancellation));
    }

    [Fact]
    public async Task AppendAsync_CaseThatNamesNoPlace_IsRefused() => await Assert.ThrowsAsync<InvalidOperationException>(() => HappenAsync("objection-1", Received));

    [Fact]
    public async Task RebuildProjectionsAsync_OfCases_GivesTheSameRows()
    {
        await HappenAsync("objection-1", Lodged, Received);
        await HappenAsync("objection-1", new ObjectionEvent.FellOverdue(At.AddDays(60), "T14", Provider, Due));
        var kept = LedgerDump.Projections(File);

        await Ledger.RebuildProjectionsAsync(Cancellation);

        Assert.Equal(kept, LedgerDump.Projections(File));
    }
}
