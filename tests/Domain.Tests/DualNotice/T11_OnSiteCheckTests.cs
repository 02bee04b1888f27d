using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Tests.Rules;
using static EntCredit.Domain.Tests.DualNotice.NoticePlay;

namespace EntCredit.Domain.Tests.DualNotice;

/// <summary>
/// T11, 界政办〔2020〕5号 五(三): “涉及后置许可审批或备案的行政机关在收到企业登记信息后,对尚未办理许可审批或备案事项的企业加强跟踪监督,
/// 60天内至少实施1次实地检查,检查结果反馈至监管平台。”
/// </summary>
public sealed class T11_OnSiteCheckTests
{
    // A13: 60 calendar days end on Sunday 2020-08-30, so on Monday (民法典 203条).
    [Fact]
    public void Claim_StartsSixtyDaysThatRollToAWorkingDay() =>
        Assert.Equal("T11 jieshou-housing 2020-07-01→2020-08-31", Claimed().Opened.Last());

    // A31: of a department that never claims, from the day on which T9 falls due.
    [Fact]
    public void NoteOverdue_NeverClaimed_StartsItWhereTheClaimFellDue()
    {
        var play = Pushed();
        play.Do(new NoticeCommand.NoteOverdue(Law.At("2020-07-20 00:00")));

        Assert.Equal("T11 jieshou-housing 2020-07-08→2020-09-07", play.Opened.Last());
    }

    [Fact]
    public void Claim_AfterTheClaimFellDue_StartsItOnThatDayToo()
    {
        var play = Pushed();
        play.Do(Claim("2020-07-20 10:00"));

        Assert.Equal("T11 jieshou-housing 2020-07-08→2020-09-07", play.Opened.Last());
    }

    [Fact]
    public void Claim_AfterTheOverdueWasNoted_DoesNotStartItAgain()
    {
        var play = Pushed();
        play.Do(new NoticeCommand.NoteOverdue(Law.At("2020-07-10 00:00")), Claim("2020-07-20 10:00"));

        Assert.Single(play.Opened, duty => duty.StartsWith("T11", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2020-08-31 23:59", "2020-08-28", "T11 Met")]
    [InlineData("2020-09-01 00:00", "2020-08-28", "T11 Late checked-in-time")]
    [InlineData("2020-09-02 00:00", "2020-09-01", "T11 Late")]
    public void FeedBackCheck_AroundTheEnd_IsMetOrLate(string at, string on, string expected)
    {
        var play = Claimed();
        play.Do(Check(at, DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(expected, play.Closed.Last());
    }

    // A14: the obligation closes on licence or filing; refusal does not close it.
    [Theory]
    [InlineData(ApprovalOutcome.Granted, true)]
    [InlineData(ApprovalOutcome.Filed, true)]
    [InlineData(ApprovalOutcome.Refused, false)]
    public void Complete_ClosesIt_OnlyWhereTheEnterpriseHasItsApproval(ApprovalOutcome outcome, bool closes)
    {
        var play = Claimed();
        play.Do(Complete("2020-08-28 10:00", new(2020, 8, 28), outcome));

        Assert.Equal(closes, play.Closed.Contains("T11 Cancelled licensed"));
        Assert.Equal(!closes, play.State.Duties.Open.ContainsKey("T11"));
    }

    // 尚未办理: it lapsed on the day of the approval, though the platform learned of it after the sixty days.
    [Fact]
    public void Complete_ToldAfterTheLastDay_LapsesOnTheDayOfTheApproval()
    {
        var play = Claimed();
        play.Do(Complete("2020-09-03 10:00", new(2020, 8, 31), ApprovalOutcome.Granted));

        Assert.Equal("T11 Cancelled licensed", play.Closed.Last());
    }

    [Fact]
    public void Claim_OfAnEnterpriseWithApproval_DoesNotStartIt()
    {
        var play = Pushed();
        play.Do(Complete("2020-07-02 10:00", new(2020, 7, 2), ApprovalOutcome.Granted), Claim("2020-07-03 10:00"));

        Assert.DoesNotContain(play.Opened, duty => duty.StartsWith("T11", StringComparison.Ordinal));
    }

    [Fact]
    public void Deregister_EndsEverythingWithTheReason()
    {
        var play = Claimed();
        play.Do(new NoticeCommand.Deregister(Law.At("2020-08-03 10:00")));

        Assert.Equal("T11 Cancelled deregistered", play.Closed.Last());
        Assert.Equal(NoticePhase.Deregistered, play.State.Phase);
        Assert.Equal("EC4416", play.Refused(Check("2020-08-04 10:00", new(2020, 8, 4))));
    }

    [Theory]
    [InlineData("2020-06-30")]
    [InlineData("2020-08-04")]
    public void FeedBackCheck_BeforeTheNoticeOrToCome_IsRefused(string on) => Assert.Equal(
        "EC4412", Claimed().Refused(Check("2020-08-03 10:00", DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void FeedBackCheck_TheSameTwice_IsOneCheck()
    {
        var play = Claimed();
        play.Do(Check("2020-08-03 10:00", new(2020, 8, 3)));

        Assert.Empty(play.Do(Check("2020-08-05 10:00", new(2020, 8, 3))));
    }
}
