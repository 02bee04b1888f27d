using EntCredit.Domain.Sanctions;
using EntCredit.Domain.Tests.Rules;
using static EntCredit.Domain.Tests.Sanctions.SanctionPlay;

namespace EntCredit.Domain.Tests.Sanctions;

public sealed class SanctionDeciderTests
{
    [Fact]
    public void Lift_ByTheInitiator_ReachesEveryoneWhoReceivedAtOnce()
    {
        var sanction = Sanction("jieshou");
        sanction.Do(Initiate("2020-07-01 10:00", "jieshou", "jieshou-fgw", "jieshou-housing", "jieshou-enforcement"));
        sanction.Do(new SanctionCommand.Extend(Law.At("2020-07-01 11:00"), "jieshou-fgw", ["jieshou-scjg"]));
        var deliveries = sanction.State.Implementers.ToDictionary(department => department, department => Pushed(department));
        deliveries["jieshou-housing"].Do(new DeliveryCommand.Receive(Law.At("2020-07-02 10:00"), "jieshou-housing"));
        deliveries["jieshou-scjg"].Do(new DeliveryCommand.Receive(Law.At("2020-07-02 10:00"), "jieshou-scjg"));

        sanction.Do(new SanctionCommand.Lift(Law.At("2020-07-03 10:00"), "jieshou-fgw", "信用修复"));
        foreach (var delivery in deliveries.Values) delivery.Do(new DeliveryCommand.Lift(sanction.State.LiftedAt!.Value));

        Assert.Equal(DeliveryPhase.LiftingSent, deliveries["jieshou-housing"].State.Phase);
        Assert.Equal(DeliveryPhase.LiftingSent, deliveries["jieshou-scjg"].State.Phase);
        Assert.Equal(DeliveryPhase.Recalled, deliveries["jieshou-enforcement"].State.Phase);
        Assert.All(deliveries.Values, delivery => Assert.Empty(delivery.State.Duties.Open));

        deliveries["jieshou-housing"].Do(new DeliveryCommand.ReceiveLifting(Law.At("2020-07-03 11:00"), "jieshou-housing"));
        Assert.Equal(DeliveryPhase.Lifted, deliveries["jieshou-housing"].State.Phase);
    }

    [Fact]
    public void Lift_ByAnImplementer_IsRefused()
    {
        var play = Sanction("jieshou");
        play.Do(Initiate("2020-07-01 10:00", "jieshou", "jieshou-fgw", "jieshou-housing"));

        Assert.Equal("EC4305", play.Refused(new SanctionCommand.Lift(Law.At("2020-07-03 10:00"), "jieshou-housing", "x")));
    }

    [Fact]
    public void Extend_AfterTheLifting_IsRefused()
    {
        var play = Sanction("jieshou");
        play.Do(
            Initiate("2020-07-01 10:00", "jieshou", "jieshou-fgw", "jieshou-housing"),
            new SanctionCommand.Lift(Law.At("2020-07-03 10:00"), "jieshou-fgw", "信用修复"));

        Assert.Equal("EC4307", play.Refused(new SanctionCommand.Extend(Law.At("2020-07-04 10:00"), "jieshou-fgw", ["jieshou-enforcement"])));
    }

    // 办理…对企业及相关人员表彰奖励等业务时 (J); 对失信企业和责任人员依法进行惩戒、限制 (H): persons too, and personal.
    [Theory]
    [InlineData("jieshou", "jieshou-fgw", "jieshou-housing", null)]
    [InlineData("hunan", "hunan-high-court", "hunan-housing", null)]
    [InlineData("chongqing", "chongqing-aic", "chongqing-transport", "EC4304")]
    [InlineData("fujian", "fujian-aic", "fujian-environment", "EC4304")]
    public void Initiate_ResponsiblePersons_AreCoveredWhereTheDocumentSaysSo(string jurisdiction, string by, string to, string? expected)
    {
        var play = Sanction(jurisdiction);
        var initiate = Initiate("2021-07-01 10:00", jurisdiction, by, to) with { Persons = [Person] };
        if (expected is not null)
        {
            Assert.Equal(expected, play.Refused(initiate));
            return;
        }

        var initiated = Assert.IsType<SanctionEvent.Initiated>(Assert.Single(play.Do(initiate)));
        Assert.Equal([Person], initiated.Persons);
        Assert.NotNull(Attribute.GetCustomAttribute(initiated.GetType().GetProperty("Persons")!, typeof(Events.PersonalAttribute)));
    }

    [Fact]
    public void Decide_ARestrictionOfPersons_KeepsThemOutOfTheState()
    {
        var play = Restriction("hunan");
        var decided = Assert.IsType<RestrictionEvent.Decided>(
            Assert.Single(play.Do(Decide("2016-12-01 10:00", new(2016, 12, 1)) with { Persons = [Person] })));

        Assert.Equal([Person], decided.Persons);
        Assert.Null(play.State.Decision!.Persons);
    }

    [Fact]
    public void Initiate_WhereTheDocumentDoesNotKnowSanctions_IsRefused() =>
        Assert.Equal("EC4302", Sanction("national").Refused(Initiate("2021-07-01 10:00", "national", "x", "y")));

    [Theory]
    [InlineData]
    [InlineData("hunan-housing")]
    [InlineData("jieshou-housing", "nobody")]
    public void Initiate_WithoutImplementersOfHere_IsRefused(params string[] implementers) =>
        Assert.Equal("EC4303", Sanction("jieshou").Refused(Initiate("2020-07-01 10:00", "jieshou", "jieshou-fgw", implementers)));

    [Fact]
    public void ReceiveLifting_BeforeTheLifting_IsRefused() => Assert.Equal(
        "EC4308", Pushed("jieshou-housing").Refused(new DeliveryCommand.ReceiveLifting(Law.At("2020-07-03 10:00"), "jieshou-housing")));

    [Fact]
    public void Errors_All_AreNumberedInTheirHundred() => Assert.All(
        SanctionErrors.All.Select((error, place) => (error.Code, Expected: $"EC43{place + 1:00}")), pair => Assert.Equal(pair.Expected, pair.Code));
}
