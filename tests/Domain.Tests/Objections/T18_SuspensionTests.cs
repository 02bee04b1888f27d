using EntCredit.Domain.Objections;
using EntCredit.Domain.Tests.Rules;
using static EntCredit.Domain.Tests.Objections.ObjectionPlay;

namespace EntCredit.Domain.Tests.Objections;

/// <summary>
/// T18, 界政办〔2020〕5号 五(七): “在对异议信息进行核实期间,信息提供单位可以根据需要,决定是否暂停公示相关信息,并书面告知市场监管部门处理。”
/// </summary>
public sealed class T18_SuspensionTests
{
    [Fact]
    public void Hide_UponTheProvidersDecision_KeepsBothActs()
    {
        var play = Hidden();

        Assert.Equal(
            [typeof(ObjectionEvent.SuspensionDecided), typeof(ObjectionEvent.Hidden)],
            play.History.Skip(2).Select(happened => happened.GetType()));
        Assert.True(play.State.Hidden);
        Assert.False(play.State.IsMarked);
        Assert.Equal("n-1", play.State.Suspension!.Notice);
    }

    [Theory]
    [InlineData(MarketSupervision)]
    [InlineData("jieshou-enforcement")]
    [InlineData("nobody")]
    public void DecideSuspension_ByAnyoneElse_IsRefused(string by) =>
        Assert.Equal("EC4108", Received().Refused(Suspend("2020-07-02 09:00", by)));

    [Fact]
    public void DecideSuspension_WithoutWrittenNotice_IsRefused() =>
        Assert.Equal("EC4109", Received().Refused(Suspend("2020-07-02 09:00", notice: "")));

    [Fact]
    public void Hide_WithoutDecision_IsRefused() =>
        Assert.Equal("EC4111", Received().Refused(new ObjectionCommand.Hide(Law.At("2020-07-02 11:00"), MarketSupervision)));

    [Fact]
    public void Hide_ByTheProvider_IsRefused()
    {
        var play = Received();
        play.Do(Suspend("2020-07-02 09:00"));

        Assert.Equal("EC4106", play.Refused(new ObjectionCommand.Hide(Law.At("2020-07-02 11:00"), Provider)));
    }

    [Fact]
    public void DecideSuspension_BeforeTheProviderReceivedIt_IsRefused()
    {
        var play = New();
        play.Do(Lodge("2020-07-01 10:00", MarketSupervision));

        Assert.Equal("EC4110", play.Refused(Suspend("2020-07-02 09:00")));
    }

    [Fact]
    public void DecideSuspension_AfterVerification_IsRefused()
    {
        var play = Received();
        play.Do(Verify("2020-07-20 10:00", ObjectionFinding.Upheld));

        Assert.Equal("EC4113", play.Refused(Suspend("2020-07-21 09:00")));
    }

    [Theory]
    [InlineData("hunan", "hunan-housing")]
    [InlineData("xinhui", "xinhui-environment")]
    [InlineData("chongqing", "chongqing-transport")]
    [InlineData("fujian", "fujian-environment")]
    public void DecideSuspension_WhereTheDocumentDoesNotKnowIt_IsRefused(string jurisdiction, string provider)
    {
        var play = New(jurisdiction);
        play.Do(Lodge("2018-07-02 10:00", provider) with { About = About with { Provider = provider, Jurisdiction = jurisdiction } });

        Assert.Equal("EC4107", play.Refused(Suspend("2018-07-03 09:00", provider)));
    }

    [Fact]
    public void Resume_WhileVerified_IsRefused() =>
        Assert.Equal("EC4112", Hidden().Refused(new ObjectionCommand.Resume(Law.At("2020-07-03 09:00"), MarketSupervision)));

    [Fact]
    public void Resume_AfterRejection_ShowsItAgain()
    {
        var play = Hidden();
        play.Do(Verify("2020-07-20 10:00", ObjectionFinding.Rejected), Notify("2020-07-21 10:00"));
        Assert.Equal(ObjectionPhase.Verified, play.State.Phase);

        play.Do(new ObjectionCommand.Resume(Law.At("2020-07-21 11:00"), MarketSupervision));

        Assert.False(play.State.Hidden);
        Assert.Equal(ObjectionPhase.Closed, play.State.Phase);
    }

    [Fact]
    public void Resume_AfterUpholding_WaitsForTheCorrection()
    {
        var play = Hidden();
        var resume = new ObjectionCommand.Resume(Law.At("2020-07-24 09:00"), MarketSupervision);
        play.Do(Verify("2020-07-20 10:00", ObjectionFinding.Upheld));
        Assert.Equal("EC4112", play.Refused(resume));

        play.Do(
            new ObjectionCommand.AskRemedy(Law.At("2020-07-21 10:00"), Provider, Remedy.Correction, "n-2"),
            new ObjectionCommand.CarryOutRemedy(Law.At("2020-07-22 10:00"), MarketSupervision),
            resume,
            Notify("2020-07-24 10:00"));

        Assert.Equal(ObjectionPhase.Closed, play.State.Phase);
    }

    [Fact]
    public void Resume_AfterRemoval_StaysImpossible()
    {
        var play = Hidden();
        play.Do(
            Verify("2020-07-20 10:00", ObjectionFinding.Upheld),
            new ObjectionCommand.AskRemedy(Law.At("2020-07-21 10:00"), Provider, Remedy.Removal, "n-2"),
            new ObjectionCommand.CarryOutRemedy(Law.At("2020-07-22 10:00"), MarketSupervision),
            Notify("2020-07-23 10:00"));

        Assert.Equal("EC4112", play.Refused(new ObjectionCommand.Resume(Law.At("2020-07-24 09:00"), MarketSupervision)));
        Assert.Equal((ObjectionPhase.Closed, true), (play.State.Phase, play.State.Hidden));
    }

    [Fact]
    public void LiftSuspension_DuringVerification_LetsItBeShownAndSuspendedAnew()
    {
        var play = Hidden();
        play.Do(
            new ObjectionCommand.LiftSuspension(Law.At("2020-07-06 09:00"), Provider, "n-2"),
            new ObjectionCommand.Resume(Law.At("2020-07-06 10:00"), MarketSupervision));
        Assert.True(play.State.IsMarked);

        // A late repetition of the first decision or of its carrying out suspends nothing again.
        Assert.Empty(play.Do(Suspend("2020-07-02 09:00"), new ObjectionCommand.Hide(Law.At("2020-07-02 11:00"), MarketSupervision)));
        play.Do(Suspend("2020-07-07 09:00", notice: "n-3"), new ObjectionCommand.Hide(Law.At("2020-07-07 11:00"), MarketSupervision));
        Assert.True(play.State.Hidden);
    }

    [Fact]
    public void Withdraw_WhileHidden_LetsItBeShownAgain()
    {
        var play = Hidden();
        play.Do(
            new ObjectionCommand.Withdraw(Law.At("2020-07-10 10:00"), "误会"),
            new ObjectionCommand.Resume(Law.At("2020-07-10 11:00"), MarketSupervision));

        Assert.False(play.State.Hidden);
    }
}
