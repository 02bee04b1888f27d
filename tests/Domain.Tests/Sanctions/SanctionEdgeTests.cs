using EntCredit.Domain.Sanctions;
using EntCredit.Domain.Tests.Rules;
using static EntCredit.Domain.Tests.Sanctions.SanctionPlay;

namespace EntCredit.Domain.Tests.Sanctions;

public sealed class SanctionEdgeTests
{
    [Fact]
    public void Push_WhereTheDocumentDoesNotKnowSanctions_IsRefused() => Assert.Equal("EC4302", Delivery("national").Refused(
        new DeliveryCommand.Push(Law.At("2021-07-01 10:00"), "sanction-1", Target("national"), "x", "y")));

    // Where the document covers enterprises alone, one without persons is possible, and names none.
    [Fact]
    public void Initiate_WithoutPersonsWhereTheyAreNotCovered_NamesNone()
    {
        var play = Sanction("chongqing");

        var initiated = Assert.IsType<SanctionEvent.Initiated>(
            Assert.Single(play.Do(Initiate("2021-07-01 10:00", "chongqing", "chongqing-aic", "chongqing-transport"))));
        Assert.Null(initiated.Persons);
    }

    [Fact]
    public void Decide_WithoutPersonsWhereTheyAreNotCovered_NamesNone()
    {
        var play = Restriction("chongqing");

        var decided = Assert.IsType<RestrictionEvent.Decided>(
            Assert.Single(play.Do(Decide("2021-07-01 10:00", new(2021, 7, 1), "chongqing-transport", "chongqing"))));
        Assert.Null(decided.Persons);
    }

    [Fact]
    public void Initiate_ManyImplementers_KeepsEachOnceInOrder()
    {
        var play = Sanction("jieshou");

        var initiated = Assert.IsType<SanctionEvent.Initiated>(Assert.Single(
            play.Do(Initiate("2020-07-01 10:00", "jieshou", "jieshou-fgw", "jieshou-scjg", "jieshou-housing", "jieshou-scjg"))));
        Assert.Equal(["jieshou-housing", "jieshou-scjg"], initiated.Implementers);
    }

    [Fact]
    public void Extend_ToOldAndNew_AddsTheNewAlone()
    {
        var play = Sanction("jieshou");
        play.Do(Initiate("2020-07-01 10:00", "jieshou", "jieshou-fgw", "jieshou-housing"));

        var extended = Assert.IsType<SanctionEvent.Extended>(Assert.Single(
            play.Do(new SanctionCommand.Extend(Law.At("2020-07-02 10:00"), "jieshou-fgw", ["jieshou-housing", "jieshou-scjg"]))));
        Assert.Equal(["jieshou-scjg"], extended.Implementers);
    }

    [Fact]
    public void Extend_ToSomebodyOfElsewhereToo_IsRefused()
    {
        var play = Sanction("jieshou");
        play.Do(Initiate("2020-07-01 10:00", "jieshou", "jieshou-fgw", "jieshou-housing"));

        Assert.Equal("EC4303", play.Refused(new SanctionCommand.Extend(Law.At("2020-07-02 10:00"), "jieshou-fgw", ["jieshou-scjg", "hunan-housing"])));
    }
}
