using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Tests.Rules;
using static EntCredit.Domain.Tests.DualNotice.NoticePlay;

namespace EntCredit.Domain.Tests.DualNotice;

/// <summary>
/// T9, 界政办〔2020〕5号 五(三): “涉及后置许可审批或备案的行政机关应当自行政审批局推送企业登记信息起5个工作日内,通过监管平台认领下载,并在线反馈信息接收情况。”
/// </summary>
public sealed class T09_ClaimTests
{
    [Fact]
    public void T9_Push_StartsFiveWorkingDays() => Assert.Equal(["T9 jieshou-housing 2020-07-01→2020-07-08"], Pushed().Opened);

    [Fact]
    public void T9_ClaimAlone_DoesNotMeetIt()
    {
        var play = Pushed();
        play.Do(Claim("2020-07-02 10:00"));

        Assert.Empty(play.Closed);
    }

    // A21: at the later of the two, whichever it is.
    [Theory]
    [InlineData("2020-07-02 10:00", "2020-07-08 23:59", "T9 Met")]
    [InlineData("2020-07-02 10:00", "2020-07-09 00:00", "T9 Late")]
    [InlineData("2020-07-08 23:59", "2020-07-02 10:00", "T9 Met")]
    [InlineData("2020-07-09 00:00", "2020-07-02 10:00", "T9 Late")]
    public void T9_ClaimAndAcknowledgement_MeetItAtTheLater(string claimed, string acknowledged, string expected)
    {
        foreach (var claimFirst in new[] { true, false })
        {
            var play = Pushed();
            NoticeCommand[] acts = [Claim(claimed), Acknowledge(acknowledged)];
            play.Do(claimFirst ? acts : [acts[1], acts[0]]);

            Assert.Equal([expected], play.Closed);
        }
    }

    [Fact]
    public void T9_Claim_ByAnotherDepartment_IsRefused() => Assert.Equal("EC4405", Pushed().Refused(Claim("2020-07-02 10:00", "jieshou-enforcement")));

    [Fact]
    public void T9_NoteOverdue_NamesTheApprover()
    {
        var play = Pushed();
        var fell = Assert.IsType<NoticeEvent.FellOverdue>(play.Do(new NoticeCommand.NoteOverdue(Law.At("2020-07-09 00:00")))[0]);

        Assert.Equal(("T9", Approver, new DateOnly(2020, 7, 8)), (fell.Rule, fell.Debtor, fell.Due));
    }

    // 湘商改〔2016〕7号 第七条: “有误的,应当说明理由,及时回退信息,工商登记机关经人工确认审批(行业主管)部门后再次推送告知”.
    [Fact]
    public void T9_ReturnAndPushAgain_EndsTheOldAndStartsTheNew()
    {
        // A22 needs a jurisdiction with T9 and returns: Hunan's procedure with Jieshou's clocks.
        var hunan = WithTwoApprovers("hunan");
        var play = New(hunan with { Profile = hunan.Profile with { Clocks = Law.Of("jieshou").Profile.Clocks } });
        play.Do(
            Push("2020-07-01 10:00", "first", "hunan"),
            Claim("2020-07-01 11:00", "first"),
            new NoticeCommand.Return(Law.At("2020-07-03 10:00"), "first", "不属于本部门审批事项"));
        Assert.Equal(["T11 Cancelled returned", "T9 Cancelled returned"], play.Closed);

        var again = Push("2020-07-06 10:00", "second", "hunan");
        Assert.Equal("EC4409", play.Refused(again));
        play.Do(new NoticeCommand.ConfirmApprover(Law.At("2020-07-06 09:00"), "hunan-aic", "second"), again);

        Assert.Equal("T9 second 2020-07-06→2020-07-13", play.Opened.Last());
        Assert.Null(play.State.ClaimedAt);
    }

    [Fact]
    public void T9_ReturnWithoutReason_IsRefused()
    {
        var play = New(WithTwoApprovers("hunan"));
        play.Do(Push("2016-12-01 10:00", "first", "hunan"));

        Assert.Equal("EC4408", play.Refused(new NoticeCommand.Return(Law.At("2016-12-02 10:00"), "first", " ")));
    }

    [Fact]
    public void T9_ReturnWhereTheDocumentDoesNotKnowIt_IsRefused() =>
        Assert.Equal("EC4402", Pushed().Refused(new NoticeCommand.Return(Law.At("2020-07-02 10:00"), Approver, "不属于")));

    // “供相关审批(行业主管)部门查询认领” (H 第七条), “定期查询并认领” (C 三(四)): who claims what lay open owes no T9.
    [Theory]
    [InlineData("hunan", "hunan-housing")]
    [InlineData("chongqing", "chongqing-transport")]
    public void T9_OpenForClaim_IsClaimedByAnApproverWithoutAClock(string jurisdiction, string approver)
    {
        var play = New(jurisdiction);
        play.Do(new NoticeCommand.Publish(Law.At("2018-07-02 10:00"), About(jurisdiction), About(jurisdiction).Registrar));
        Assert.Equal(NoticePhase.OpenForClaim, play.State.Phase);

        play.Do(Claim("2018-07-20 10:00", approver));

        Assert.Equal((NoticePhase.Claimed, approver), (play.State.Phase, play.State.Approver));
        Assert.Empty(play.Opened);
    }

    [Fact]
    public void T9_PublishWhereTheDocumentDoesNotKnowIt_IsRefused() => Assert.Equal(
        "EC4402", New().Refused(new NoticeCommand.Publish(Law.At("2020-07-01 10:00"), About("jieshou"), "jieshou-registrar")));

    [Theory]
    [InlineData("chongqing", "chongqing-transport")]
    [InlineData("fujian", "fujian-environment")]
    public void T9_PushWhereTheDocumentDoesNotKnowIt_IsRefused(string jurisdiction, string to) =>
        Assert.Equal("EC4402", New(jurisdiction).Refused(Push("2018-07-02 10:00", to, jurisdiction)));

    [Fact]
    public void T9_InXinhui_IsNoClock()
    {
        var play = New("xinhui");
        play.Do(Push("2018-07-02 10:00", "xinhui-environment", "xinhui"), Claim("2018-07-03 10:00", "xinhui-environment"));

        Assert.Empty(play.Opened);
        Assert.Null(Law.Of("xinhui").Profile.Clock(ClockKind.DualNoticeClaim));
    }
}
