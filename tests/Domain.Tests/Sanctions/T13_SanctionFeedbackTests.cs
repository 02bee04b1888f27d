using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Sanctions;
using EntCredit.Domain.Tests.Rules;
using static EntCredit.Domain.Tests.Sanctions.SanctionPlay;

namespace EntCredit.Domain.Tests.Sanctions;

/// <summary>
/// T13, 湘商改〔2016〕7号 第九条: “结合本部门职能予以限制,并使用省部门协同监管平台于做出限制决定之日起15个工作日内反馈执行限制情况。”
/// </summary>
public sealed class T13_SanctionFeedbackTests
{
    [Fact]
    public void Decide_InHunan_StartsFifteenWorkingDaysOnTheDayOfTheDecision()
    {
        var play = Restriction("hunan");
        play.Do(Decide("2016-12-03 10:00", new(2016, 12, 1)));

        Assert.Equal(["T13 hunan-housing 2016-12-01→2016-12-22"], play.Opened);
    }

    [Theory]
    [InlineData("2016-12-22 23:59", "T13 Met")]
    [InlineData("2016-12-23 00:00", "T13 Late")]
    public void FeedBack_AroundTheEndOfTheLastDay_IsMetOrLate(string at, string expected)
    {
        var play = Restriction("hunan");
        play.Do(Decide("2016-12-01 10:00", new(2016, 12, 1)), new RestrictionCommand.FeedBack(Law.At(at), "hunan-housing", "d-1"));

        Assert.Equal([expected], play.Closed);
        Assert.Equal((FeedbackTo.Platform, true), (play.State.Feedback!.To!.Value, play.State.Feedback.Published));
    }

    [Fact]
    public void FeedBack_TheSameTwice_IsOneFeedback()
    {
        var play = Restriction("hunan");
        var feedBack = new RestrictionCommand.FeedBack(Law.At("2016-12-05 10:00"), "hunan-housing", "d-1");
        play.Do(Decide("2016-12-01 10:00", new(2016, 12, 1)), feedBack);

        Assert.Empty(play.Do(feedBack with { At = Law.At("2016-12-30 10:00") }));
        Assert.Equal("EC4310", play.Refused(feedBack with { ResultDigest = "d-2" }));
    }

    [Fact]
    public void FeedBack_ByOneOfTwoDepartments_LeavesTheOtherOverdue()
    {
        var feedsBack = Restriction("hunan");
        var silent = Restriction("hunan");
        feedsBack.Do(Decide("2016-12-01 10:00", new(2016, 12, 1)), new RestrictionCommand.FeedBack(Law.At("2016-12-09 10:00"), "hunan-housing", "d-1"));
        silent.Do(Decide("2016-12-01 10:00", new(2016, 12, 1), "hunan-high-court"));

        var note = new RestrictionCommand.NoteOverdue(Law.At("2016-12-23 00:00"));
        Assert.Empty(feedsBack.Do(note));
        Assert.Equal("hunan-high-court", Assert.IsType<RestrictionEvent.FellOverdue>(Assert.Single(silent.Do(note))).Debtor);
    }

    // A20: the receipt's clock and the feedback's are two; no document chains them.
    [Fact]
    public void Decide_InJieshou_StartsNoClock()
    {
        var play = Restriction("jieshou");
        play.Do(Decide("2020-07-03 10:00", new(2020, 7, 2), "jieshou-housing", "jieshou"));

        Assert.Empty(play.Opened);
    }

    // A20, in an invented jurisdiction that has both clocks.
    [Fact]
    public void Receive_WhereBothClocksExist_DoesNotStartTheFeedback()
    {
        var rules = Law.Of("jieshou");
        var both = rules with
        {
            Profile = rules.Profile with
            {
                Clocks = new Dictionary<ClockKind, Clock>(rules.Profile.Clocks)
                {
                    [ClockKind.SanctionFeedback] = Law.Of("hunan").Profile.Clock(ClockKind.SanctionFeedback)!,
                },
            },
        };
        var delivery = new Play<DeliveryCommand, DeliveryEvent, Delivery>(
            Domain.Sanctions.Delivery.Initial, (command, state) => DeliveryDecider.Decide(command, state, both), Domain.Sanctions.Delivery.Evolve);
        delivery.Do(
            new DeliveryCommand.Push(Law.At("2020-07-01 10:00"), "sanction-1", Target("jieshou"), "jieshou-fgw", "jieshou-housing"),
            new DeliveryCommand.Receive(Law.At("2020-07-02 10:00"), "jieshou-housing"));
        var restriction = new Play<RestrictionCommand, RestrictionEvent, Restriction>(
            Domain.Sanctions.Restriction.Initial, (command, state) => RestrictionDecider.Decide(command, state, both), Domain.Sanctions.Restriction.Evolve);
        restriction.Do(Decide("2020-07-10 10:00", new(2020, 7, 9), "jieshou-housing", "jieshou"));

        Assert.Equal(["T12 jieshou-housing 2020-07-01→2020-07-06"], delivery.Opened);
        Assert.Equal(["T13 jieshou-housing 2020-07-09→2020-07-30"], restriction.Opened);
    }

    [Fact]
    public void Decide_OnADayToCome_IsRefused() =>
        Assert.Equal("EC4309", Restriction("hunan").Refused(Decide("2016-12-01 10:00", new(2016, 12, 2))));

    [Fact]
    public void Lift_BeforeFeedback_CancelsTheDuty()
    {
        var play = Restriction("hunan");
        play.Do(Decide("2016-12-01 10:00", new(2016, 12, 1)), new RestrictionCommand.Lift(Law.At("2016-12-05 10:00"), "信用修复"));

        Assert.Equal(["T13 Cancelled lifted"], play.Closed);
        Assert.Equal("EC4307", play.Refused(new RestrictionCommand.FeedBack(Law.At("2016-12-06 10:00"), "hunan-housing", "d-1")));
    }
}
