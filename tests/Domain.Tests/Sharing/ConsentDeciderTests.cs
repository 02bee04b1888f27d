using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Sharing;

namespace EntCredit.Domain.Tests.Sharing;

/// <summary>P5: consent beyond what is shared, in Jieshou alone (界政办〔2020〕5号 五(八)).</summary>
public sealed class ConsentDeciderTests
{
    private static readonly ConsentCommand Wanted = new(
        new DateTimeOffset(2026, 1, 5, 2, 0, 0, TimeSpan.Zero), "jieshou-scjg", true, "jieshou-housing", "subject-1", "招标审核", "界市监函〔2026〕1号", new DateOnly(2026, 6, 30));

    [Fact]
    public void Decide_WhereTheDocumentAsksForConsent_KeepsItOnce()
    {
        var given = Assert.IsType<ConsentEvent.Given>(Assert.Single(Decide(Wanted).Events));
        Assert.Equal(("jieshou", "jieshou-housing", new DateOnly(2026, 6, 30)), (given.Jurisdiction, given.To, given.Until));
        Assert.Empty(Decide(Wanted with { At = Wanted.At.AddDays(1) }, given).Events);
        Assert.Equal(ConsentErrors.OtherContent, Decide(Wanted with { To = "jieshou-fgw" }, given).Error);
    }

    [Theory]
    [InlineData("hunan")]
    [InlineData("xinhui")]
    [InlineData("national")]
    public void Decide_WhereTheDocumentKnowsNoConsent_IsRefused(string jurisdiction) =>
        Assert.Equal(ConsentErrors.NotHere, Decide(Wanted, null, jurisdiction).Error);

    [Theory]
    [InlineData("2026-01-04", false)]
    [InlineData("2026-01-05", true)]
    [InlineData("2027-01-05", true)]
    [InlineData("2027-01-06", false)]
    public void Decide_TheLastDay_IsTodayToAYearAway(string until, bool taken) =>
        Assert.Equal(taken, Decide(Wanted with { Until = DateOnly.Parse(until) }).Error is null);

    [Fact]
    public void Decide_ForOneself_IsRefused() => Assert.Equal(ConsentErrors.ToItself, Decide(Wanted with { To = Wanted.By }).Error);

    private static Events.Decision<ConsentEvent> Decide(ConsentCommand command, ConsentEvent.Given? given = null, string jurisdiction = "jieshou") =>
        ConsentDecider.Decide(command, given, JurisdictionProfiles.Default.Get(jurisdiction));
}
