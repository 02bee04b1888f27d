using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Tests.Rules;
using static EntCredit.Domain.Tests.Objections.ObjectionPlay;

namespace EntCredit.Domain.Tests.Objections;

/// <summary>
/// T14, 界政办〔2020〕5号 五(七): “信息提供单位自收到异议申请之日起20个工作日内完成核查,并将结果告知异议申请人。”
/// </summary>
public sealed class T14_ObjectionVerificationTests
{
    [Fact]
    public void Lodge_WithTheProvider_StartsTwentyWorkingDaysThatDay()
    {
        var play = Received();

        Assert.Equal(["T14 jieshou-housing 2020-07-01→2020-07-29"], play.Opened);
        Assert.Equal(ObjectionPhase.UnderVerification, play.State.Phase);
        Assert.Null(play.State.InternalDue);
    }

    [Fact]
    public void Receive_AfterForwarding_StartsAtTheProvidersReceipt()
    {
        var play = New();
        play.Do(Lodge("2020-07-01 10:00", MarketSupervision));
        Assert.Empty(play.Opened);
        Assert.Equal(ObjectionPhase.Lodged, play.State.Phase);

        play.Do(
            new ObjectionCommand.Forward(Law.At("2020-07-03 10:00"), MarketSupervision),
            new ObjectionCommand.Receive(Law.At("2020-07-06 10:00"), Provider));

        Assert.Equal(["T14 jieshou-housing 2020-07-06→2020-08-03"], play.Opened);
        Assert.Equal(Law.At("2020-07-03 10:00"), play.State.ForwardedAt);
    }

    [Theory]
    [InlineData(ObjectionFinding.Upheld)]
    [InlineData(ObjectionFinding.Rejected)]
    public void Verify_AloneInTime_DoesNotMeetIt(ObjectionFinding finding)
    {
        var play = Received();
        play.Do(Verify("2020-07-20 10:00", finding));

        Assert.Empty(play.Closed);
        Assert.Contains("T14", play.State.Duties.Open.Keys);
    }

    [Theory]
    [InlineData("2020-07-29 23:59", "T14 Met")]
    [InlineData("2020-07-30 00:00", "T14 Late")]
    public void Notify_TheApplicant_IsWhatMeetsIt(string at, string expected)
    {
        var play = Received();
        play.Do(Verify("2020-07-20 10:00", ObjectionFinding.Rejected), Notify(at));

        Assert.Equal([expected], play.Closed);
        Assert.Equal(ObjectionPhase.Closed, play.State.Phase);
    }

    [Fact]
    public void Suspension_DuringVerification_DoesNotMoveIt()
    {
        var play = Hidden();

        Assert.Equal(new DateOnly(2020, 7, 29), play.State.Duties.Open["T14"].Due);
    }

    [Fact]
    public void NoteOverdue_AfterTheLastDay_IsNotedOnceAndNotBefore()
    {
        var play = Received();

        Assert.Empty(play.Do(new ObjectionCommand.NoteOverdue(Law.At("2020-07-29 23:59"))));
        var noted = Assert.IsType<ObjectionEvent.FellOverdue>(Assert.Single(play.Do(new ObjectionCommand.NoteOverdue(Law.At("2020-07-30 00:00")))));
        Assert.Equal(("T14", Provider, new DateOnly(2020, 7, 29)), (noted.Rule, noted.Debtor, noted.Due));
        Assert.Empty(play.Do(new ObjectionCommand.NoteOverdue(Law.At("2020-07-31 00:00"))));
    }

    [Fact]
    public void Withdraw_InTime_CancelsIt()
    {
        var play = Received();
        play.Do(new ObjectionCommand.Withdraw(Law.At("2020-07-10 10:00"), "已与部门沟通"));

        Assert.Equal(["T14 Cancelled withdrawn"], play.Closed);
        Assert.Equal(ObjectionPhase.Withdrawn, play.State.Phase);
    }

    [Fact]
    public void Withdraw_AfterTheLastDay_LeavesTheBreachStanding()
    {
        var play = Received();
        play.Do(new ObjectionCommand.Withdraw(Law.At("2020-08-10 10:00"), "已无意义"));

        Assert.Equal(["T14 Late withdrawn-after-due"], play.Closed);
    }

    // 湘商改〔2016〕7号 第十八条: “提供该数据的机关应当及时核实” sets no number.
    [Fact]
    public void Lodge_InHunan_IsOwedByNobodyAndHasAnInternalDay()
    {
        var play = New("hunan");
        play.Do(Lodge("2016-12-01 10:00", "hunan-housing") with { About = About with { Provider = "hunan-housing", Jurisdiction = "hunan" } });

        Assert.Empty(play.Opened);
        Assert.Equal(new DateOnly(2016, 12, 29), play.State.InternalDue);
        Assert.Null(Law.Of("hunan").Profile.Clock(ClockKind.ObjectionVerification));
    }
}
