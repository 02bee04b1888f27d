using EntCredit.Domain.Intake;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Records;
using EntCredit.Domain.Tests.Jurisdictions;
using static EntCredit.Domain.Tests.Records.RecordLife;

namespace EntCredit.Domain.Tests.Records;

/// <summary>A jurisdiction that no code knows: monthly until a day with a publication clock of ten working days, a backlog with a fixed day, its own mending.</summary>
public sealed class SixthProfileLifeTests
{
    private static readonly JurisdictionProfile Yunling = JurisdictionProfiles.Load(
    [
        ("yunling.json", InventedProfile.With("\"collectionScope\"", """
            "backlog": [ { "id": "old", "items": ["penalty"], "arisenFrom": "2018-01-01", "dueOn": "2019-06-30", "debtor": "provider",
              "source": { "article": "第三十一条", "quote": "2018年以后的处罚信息于2019年6月底前归集" } } ],
            "collectionScope"
            """)),
    ]).Get("yunling");

    private readonly RecordLife life = new(Yunling);

    [Fact]
    public void Take_InTheMonthlyRegime_OwesBothByTheProfilesOwnTerms()
    {
        var collected = life.When(Take("2020-07-07 09:30:00", Penalty()))[0];

        Assert.Equal(["T6 housing 2020-08-12", "T2 scjg 2020-07-20"], Opened(collected));
        Assert.Equal(["T6 Met"], Closed(collected));
    }

    [Fact]
    public void Publish_LateAfterALateMonthlyProvision_NamesTheCause()
    {
        Assert.Equal(["T6 Late"], Closed(life.When(Take("2020-08-13 00:00:00", Penalty()))[0]));

        Assert.Equal(["T2 Late upstream-late"], Closed(life.When(new RecordCommand.Publish(At("2020-08-13 00:00:01")))[0]));
    }

    [Theory]
    [InlineData("2020-12-31", new[] { "T6 housing 2021-01-12", "T2 scjg 2021-01-15" })]
    [InlineData("2021-01-01", new[] { "T2 scjg 2021-01-15" })]
    public void Take_AtTheEndOfTheMonthlyRegime_OwesNoProvisionAfterIt(string generatedOn, string[] duties) =>
        Assert.Equal(duties, Opened(life.When(Take("2021-01-04 09:30:00", Penalty() with { GeneratedOn = Day(generatedOn) }))[0]));

    [Theory]
    [InlineData("2018-01-01", "2019-06-30 23:59:59", new[] { "T5 Met" })]
    [InlineData("2019-02-28", "2019-07-01 00:00:00", new[] { "T5 Late" })]
    [InlineData("2017-12-31", "2019-07-01 00:00:00", new string[0])]
    public void Take_Backlog_IsDueOnItsFixedDay(string generatedOn, string moment, string[] closed)
    {
        var collected = life.When(Take(moment, Penalty() with { GeneratedOn = Day(generatedOn) }))[0];

        Assert.Equal(closed, Closed(collected));
        Assert.All(collected.Opened!, duty => Assert.Equal((Yunling.HoldsFrom, Day("2019-06-30")), (duty.From, duty.Due)));
    }

    [Fact]
    public void Refuse_Row_IsMendedByTheProfilesTermThoughCollectionIsLater()
    {
        life.When(Refuse("2020-07-07 09:30:00", Penalty()));

        // Five working days, the day of the receipt counted.
        Assert.Equal(("2020-08-12", "2020-07-13"), (life.Due("T6"), life.Due("T1-mend")));
        Assert.Equal(["T6 Met", "T1-mend Late"], Closed(life.When(Take("2020-07-14 00:00:00", Penalty(), LaterBatch))[0]));
        Assert.False(life.State.CollectedLate);
    }

    [Fact]
    public void Take_PenaltyThatDoesNotSayItsProcedure_IsCollectedOnly()
    {
        life.When(Take("2020-07-07 09:30:00", Penalty() with { Procedure = null, Scope = UseScope.Public }));

        Assert.Equal(RecordPhase.CollectedOnly, life.Phase);
    }
}
