using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Tests.Rules;
using static EntCredit.Domain.Tests.DualNotice.NoticePlay;

namespace EntCredit.Domain.Tests.DualNotice;

public sealed class NoticeEdgeTests
{
    // The notice is about what its first fact was about, whatever a later command says.
    [Fact]
    public void Push_AfterTheApplicantWasTold_IsAboutTheSameRegistration()
    {
        var play = New();
        play.Do(new NoticeCommand.TellApplicant(Law.At("2020-07-01 09:00"), About("jieshou"), "jieshou-registrar", null));

        var pushed = Assert.IsType<NoticeEvent.Pushed>(Assert.Single(play.Do(Push("2020-07-01 10:00") with { About = Another("jieshou") })));
        Assert.Equal(About("jieshou"), pushed.About);
    }

    [Fact]
    public void TellApplicant_AfterThePush_IsAboutTheSameRegistration()
    {
        var play = Pushed();

        var told = Assert.IsType<NoticeEvent.ApplicantTold>(Assert.Single(
            play.Do(new NoticeCommand.TellApplicant(Law.At("2020-07-01 11:00"), Another("jieshou"), "jieshou-registrar", null))));
        Assert.Equal(About("jieshou"), told.About);
    }

    [Fact]
    public void Publish_AfterTheApplicantWasTold_IsAboutTheSameRegistration()
    {
        var play = New("hunan");
        play.Do(new NoticeCommand.TellApplicant(Law.At("2016-12-01 09:00"), About("hunan"), "hunan-aic", null));

        var published = Assert.IsType<NoticeEvent.Published>(Assert.Single(
            play.Do(new NoticeCommand.Publish(Law.At("2016-12-01 10:00"), Another("hunan"), "hunan-aic"))));
        Assert.Equal(About("hunan"), published.About);
    }

    [Fact]
    public void Push_ByWhoIsNamedRegistrarAndIsNone_IsRefused() => Assert.Equal(
        "EC4403", New().Refused(Push("2020-07-01 10:00") with { About = Another("jieshou"), By = Another("jieshou").Registrar }));

    [Fact]
    public void Publish_WhileItLiesWithAnApprover_IsRefused()
    {
        var play = New(WithTwoApprovers("hunan"));
        play.Do(Push("2016-12-01 10:00", "first", "hunan"));

        Assert.Equal("EC4407", play.Refused(new NoticeCommand.Publish(Law.At("2016-12-02 10:00"), About("hunan"), "hunan-aic")));
    }

    [Fact]
    public void Claim_OfWhatWasPushedToAnotherApprover_IsRefused()
    {
        var play = New(WithTwoApprovers("jieshou"));
        play.Do(Push("2020-07-01 10:00", "first"));

        Assert.Equal("EC4405", play.Refused(Claim("2020-07-02 10:00", "second")));
    }

    [Fact]
    public void Claim_OfWhatLayOpen_TakesItFromTheOthers()
    {
        var play = New(WithTwoApprovers("hunan"));
        play.Do(new NoticeCommand.Publish(Law.At("2016-12-01 10:00"), About("hunan"), "hunan-aic"), Claim("2016-12-02 10:00", "first"));

        Assert.False(play.State.Open);
        Assert.Equal("EC4405", play.Refused(Claim("2016-12-03 10:00", "second")));
    }

    [Fact]
    public void ConfirmApprover_WhoApprovesNothing_IsRefused()
    {
        var play = New(WithTwoApprovers("hunan"));
        play.Do(Push("2016-12-01 10:00", "first", "hunan"), new NoticeCommand.Return(Law.At("2016-12-02 10:00"), "first", "不属于"));

        Assert.Equal("EC4404", play.Refused(new NoticeCommand.ConfirmApprover(Law.At("2016-12-05 10:00"), "hunan-aic", "hunan-aic")));
    }

    [Fact]
    public void Claim_AfterTheAcknowledgement_StartsTheTracking()
    {
        var play = Pushed();
        play.Do(Acknowledge("2020-07-01 11:00"), Claim("2020-07-02 10:00"));

        Assert.Contains("T11 jieshou-housing 2020-07-02→2020-08-31", play.Opened);
        Assert.Equal(["T9 Met"], play.Closed);
    }

    // Between the push and a claim that came later the approver had the notice.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void FeedBackCheck_OnOrAfterTheDayOfThePush_Counts(int july)
    {
        var play = Pushed();
        play.Do(Claim("2020-07-06 10:00"), Check("2020-07-07 10:00", new(2020, 7, july)));

        Assert.Equal("T11 Met", play.Closed.Last());
    }

    [Fact]
    public void FeedBackCheck_DoneOnTheLastDayAndToldLate_WasDoneInTime()
    {
        var play = Claimed();
        play.Do(Check("2020-09-01 00:00", new(2020, 8, 31)));

        Assert.Equal("T11 Late checked-in-time", play.Closed.Last());
    }

    // A31: the tracking begins where the claim fell due, though a result owed fell due as well meanwhile.
    [Fact]
    public void NoteOverdue_OfAResultAndOfTheClaim_StartsTheTrackingByTheClaim()
    {
        var play = Pushed();
        play.Do(Complete("2020-07-02 10:00", new(2020, 7, 2), ApprovalOutcome.Refused), new NoticeCommand.NoteOverdue(Law.At("2020-07-20 00:00")));

        Assert.Equal("T11 jieshou-housing 2020-07-08→2020-09-07", play.Opened.Last());
    }

    private static Registration Another(string jurisdiction) => new("r-2", "s-2", jurisdiction, jurisdiction + "-housing", "item-2");
}
