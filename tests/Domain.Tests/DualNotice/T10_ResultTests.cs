using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Tests.Rules;
using static EntCredit.Domain.Tests.DualNotice.NoticePlay;

namespace EntCredit.Domain.Tests.DualNotice;

/// <summary>
/// T10, 界政办〔2020〕5号 五(三): “办结许可审批或备案事项起7个工作日内将相关信息反馈至监管平台。”
/// </summary>
public sealed class T10_ResultTests
{
    [Theory]
    [InlineData(ApprovalOutcome.Granted)]
    [InlineData(ApprovalOutcome.Filed)]
    [InlineData(ApprovalOutcome.Refused)]
    public void Complete_HoweverItEnds_StartsSevenWorkingDaysOnTheDayOfCompletion(ApprovalOutcome outcome)
    {
        var play = Claimed();
        play.Do(Complete("2020-07-14 10:00", new(2020, 7, 13), outcome));

        Assert.Equal("T10 jieshou-housing 2020-07-13→2020-07-22", play.Opened.Last());
    }

    [Theory]
    [InlineData("2020-07-22 23:59", "T10 Met")]
    [InlineData("2020-07-23 00:00", "T10 Late")]
    public void FeedBackResult_AroundTheEndOfTheLastDay_IsMetOrLate(string at, string expected)
    {
        var play = Claimed();
        play.Do(Complete("2020-07-13 10:00", new(2020, 7, 13), ApprovalOutcome.Granted), new NoticeCommand.FeedBackResult(Law.At(at), Approver));

        Assert.Equal(expected, play.Closed.Last());
        Assert.Equal(NoticePhase.Finished, play.State.Phase);
        Assert.Empty(play.State.Duties.Open);
    }

    [Fact]
    public void Complete_AgainAfterARefusal_StartsItAnew()
    {
        var play = Claimed();
        var granted = Complete("2020-08-03 10:00", new(2020, 8, 3), ApprovalOutcome.Granted);
        play.Do(Complete("2020-07-13 10:00", new(2020, 7, 13), ApprovalOutcome.Refused));
        Assert.Equal("EC4413", play.Refused(granted));

        play.Do(new NoticeCommand.FeedBackResult(Law.At("2020-07-14 10:00"), Approver), granted);

        Assert.Equal("T10 jieshou-housing 2020-08-03→2020-08-12", play.Opened.Last());
    }

    [Fact]
    public void Complete_OnADayToCome_IsRefused() =>
        Assert.Equal("EC4412", Claimed().Refused(Complete("2020-07-13 10:00", new(2020, 7, 14), ApprovalOutcome.Granted)));

    [Fact]
    public void FeedBackResult_OfNothing_IsRefused() =>
        Assert.Equal("EC4414", Claimed().Refused(new NoticeCommand.FeedBackResult(Law.At("2020-07-14 10:00"), Approver)));

    // 湘商改〔2016〕7号 第七条 sets 7 working days from 信息产生之日 instead, which is T1: no clock here.
    [Fact]
    public void Complete_InHunan_StartsNoClockOfItsOwn()
    {
        var play = New("hunan");
        play.Do(Push("2016-12-01 10:00", "hunan-housing", "hunan"), Claim("2016-12-02 10:00", "hunan-housing"));
        play.Do(Complete("2016-12-05 10:00", new(2016, 12, 5), ApprovalOutcome.Granted, "hunan-housing"));

        Assert.Empty(play.Opened);
    }
}
