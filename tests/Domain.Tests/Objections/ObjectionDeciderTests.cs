using EntCredit.Domain.Objections;
using EntCredit.Domain.Tests.Rules;
using static EntCredit.Domain.Tests.Objections.ObjectionPlay;

namespace EntCredit.Domain.Tests.Objections;

public sealed class ObjectionDeciderTests
{
    // 可以向市场监管部门或信息提供单位提出书面异议申请,并提供相关证明材料 (P10).
    [Fact]
    public void Lodge_WithAnotherDepartment_IsRefused() =>
        Assert.Equal("EC4102", New().Refused(Lodge("2020-07-01 10:00", "jieshou-enforcement")));

    // 可以向提供该数据的机关反映 (H 第十八条): the provider alone.
    [Fact]
    public void Lodge_InHunanWithMarketSupervision_IsRefused() => Assert.Equal("EC4102", New("hunan").Refused(
        Lodge("2016-12-01 10:00", "hunan-aic") with { About = About with { Provider = "hunan-housing", Jurisdiction = "hunan" } }));

    [Fact]
    public void Lodge_WithoutEvidence_IsRefused() =>
        Assert.Equal("EC4103", New().Refused(Lodge("2020-07-01 10:00") with { Evidence = [] }));

    [Theory]
    [InlineData("EC4104", "e-1")]
    [InlineData("EC4104", "e-2", "e-1")]
    [InlineData(null, "e-1", "e-3")]
    public void Lodge_SameContentAgain_NeedsNewEvidence(string? expected, params string[] evidence)
    {
        var prior = new PriorObjection("objection-0", "grounds-1", ["e-1", "e-2"]);
        var play = New();
        var lodge = Lodge("2020-09-01 10:00", prior: prior, evidence: evidence);
        if (expected is not null)
        {
            Assert.Equal(expected, play.Refused(lodge));
            return;
        }

        play.Do(lodge);
        Assert.Equal("objection-0", play.State.Lodging!.Prior);
        Assert.False(play.State.Hidden);
    }

    [Fact]
    public void Lodge_OtherContent_IsACaseOfItsOwn()
    {
        var play = New();
        play.Do(Lodge("2020-09-01 10:00", prior: new PriorObjection("objection-0", "grounds-0", ["e-1"])));

        Assert.Equal(ObjectionPhase.UnderVerification, play.State.Phase);
    }

    [Fact]
    public void Lodge_ApplicantsContact_IsPersonalAndNotInTheState()
    {
        var play = Received();

        var lodged = Assert.IsType<ObjectionEvent.Lodged>(play.History[0]);
        Assert.Equal(Someone, lodged.Applicant);
        Assert.NotNull(Attribute.GetCustomAttribute(typeof(ObjectionEvent.Lodged).GetProperty("Applicant")!, typeof(Events.PersonalAttribute)));
        Assert.Null(play.State.Lodging!.Applicant);
    }

    [Fact]
    public void IsMarked_WhileVerifiedAndShown_IsTrueUntilTheFinding()
    {
        var play = Received();
        Assert.True(play.State.IsMarked);

        play.Do(Verify("2020-07-20 10:00", ObjectionFinding.Rejected));
        Assert.False(play.State.IsMarked);
    }

    [Fact]
    public void Verify_ByMarketSupervision_IsRefused() =>
        Assert.Equal("EC4105", Received().Refused(Verify("2020-07-20 10:00", ObjectionFinding.Upheld, MarketSupervision)));

    [Fact]
    public void Verify_OtherwiseThanBefore_IsRefused()
    {
        var play = Received();
        play.Do(Verify("2020-07-20 10:00", ObjectionFinding.Upheld));

        Assert.Equal("EC4113", play.Refused(Verify("2020-07-21 10:00", ObjectionFinding.Rejected)));
    }

    [Fact]
    public void Notify_BeforeVerification_IsRefused() => Assert.Equal("EC4114", Received().Refused(Notify("2020-07-20 10:00")));

    [Fact]
    public void Notify_WithoutRecordedNotice_IsRefused()
    {
        var play = Received();
        play.Do(Verify("2020-07-20 10:00", ObjectionFinding.Upheld));

        Assert.Equal("EC4109", play.Refused(Notify("2020-07-21 10:00", "")));
    }

    // 公示信息错误的,信息提供单位应告知市场监管部门予以更正 (P11).
    [Fact]
    public void CarryOutRemedy_WithoutTheProvidersWord_IsRefused()
    {
        var play = Received();
        play.Do(Verify("2020-07-20 10:00", ObjectionFinding.Upheld));

        Assert.Equal("EC4116", play.Refused(new ObjectionCommand.CarryOutRemedy(Law.At("2020-07-21 10:00"), MarketSupervision)));
    }

    [Fact]
    public void AskRemedy_AfterRejection_IsRefused()
    {
        var play = Received();
        play.Do(Verify("2020-07-20 10:00", ObjectionFinding.Rejected));

        Assert.Equal("EC4115", play.Refused(new ObjectionCommand.AskRemedy(Law.At("2020-07-21 10:00"), Provider, Remedy.Correction, "n-2")));
    }

    [Fact]
    public void Notify_BeforeTheCorrection_MeetsTheDutyAndKeepsTheCaseOpen()
    {
        var play = Received();
        play.Do(Verify("2020-07-20 10:00", ObjectionFinding.Upheld), Notify("2020-07-20 11:00"));

        Assert.Equal(["T14 Met"], play.Closed);
        Assert.Equal(ObjectionPhase.Verified, play.State.Phase);
    }

    [Fact]
    public void Decide_UnknownCase_IsRefused() =>
        Assert.Equal("EC4101", New().Refused(new ObjectionCommand.Forward(Law.At("2020-07-03 10:00"), MarketSupervision)));

    [Fact]
    public void Forward_ByWhoDidNotTakeIt_IsRefused() =>
        Assert.Equal("EC4106", Received().Refused(new ObjectionCommand.Forward(Law.At("2020-07-03 10:00"), MarketSupervision)));

    [Fact]
    public void Receive_Withdrawn_IsRefused()
    {
        var play = New();
        play.Do(Lodge("2020-07-01 10:00", MarketSupervision), new ObjectionCommand.Withdraw(Law.At("2020-07-02 10:00"), "误会"));

        Assert.Equal("EC4117", play.Refused(new ObjectionCommand.Receive(Law.At("2020-07-03 10:00"), Provider)));
    }

    [Fact]
    public void Errors_All_AreNumberedInTheirHundred() => Assert.All(
        ObjectionErrors.All.Select((error, place) => (error.Code, Expected: $"EC41{place + 1:00}")), pair => Assert.Equal(pair.Expected, pair.Code));
}
