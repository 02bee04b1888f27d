using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Tests.Rules;
using static EntCredit.Domain.Tests.DualNotice.NoticePlay;

namespace EntCredit.Domain.Tests.DualNotice;

public sealed class NoticeDeciderTests
{
    // 由申请人作出在取得审批前不擅自从事经营活动的书面承诺 (新会 四(一)1, D2): in Xinhui only.
    [Theory]
    [InlineData("xinhui", null, "EC4406")]
    [InlineData("xinhui", "digest", null)]
    [InlineData("jieshou", null, null)]
    [InlineData("hunan", null, null)]
    [InlineData("fujian", "digest", "EC4402")]
    public void TellApplicant_WrittenCommitment_IsNeededWhereTheDocumentSaysSo(string jurisdiction, string? commitment, string? expected)
    {
        var play = New(jurisdiction);
        var tell = new NoticeCommand.TellApplicant(Law.At("2021-07-01 09:00"), About(jurisdiction), About(jurisdiction).Registrar, commitment);
        if (expected is not null)
        {
            Assert.Equal(expected, play.Refused(tell));
            return;
        }

        play.Do(tell);
        Assert.Equal(NoticePhase.ApplicantTold, play.State.Phase);
    }

    [Fact]
    public void Push_ByAnotherRegistrar_IsRefused() =>
        Assert.Equal("EC4403", New().Refused(Push("2020-07-01 10:00") with { By = "jieshou-scjg" }));

    [Fact]
    public void Push_ToWhoApprovesNothing_IsRefused() => Assert.Equal("EC4404", New().Refused(Push("2020-07-01 10:00", "jieshou-enforcement")));

    [Fact]
    public void Push_ToASecondApproverWhileItLiesWithTheFirst_IsRefused()
    {
        var play = New(WithTwoApprovers("jieshou"));
        play.Do(Push("2020-07-01 10:00", "first"));

        Assert.Equal("EC4407", play.Refused(Push("2020-07-02 10:00", "second")));
    }

    [Fact]
    public void Return_AfterAResult_IsRefused()
    {
        var play = New(WithTwoApprovers("hunan"));
        play.Do(Push("2016-12-01 10:00", "first", "hunan"), Complete("2016-12-02 10:00", new(2016, 12, 2), ApprovalOutcome.Refused, "first"));

        Assert.Equal("EC4411", play.Refused(new NoticeCommand.Return(Law.At("2016-12-05 10:00"), "first", "不属于")));
    }

    [Fact]
    public void ConfirmApprover_OfWhatWasNotReturned_IsRefused() => Assert.Equal(
        "EC4410", Pushed().Refused(new NoticeCommand.ConfirmApprover(Law.At("2020-07-02 10:00"), "jieshou-registrar", Approver)));

    [Fact]
    public void Publish_AfterAReturn_LaysItOpen()
    {
        var play = New(WithTwoApprovers("hunan"));
        play.Do(
            Push("2016-12-01 10:00", "first", "hunan"),
            new NoticeCommand.Return(Law.At("2016-12-02 10:00"), "first", "不属于"),
            new NoticeCommand.Publish(Law.At("2016-12-05 10:00"), About("hunan"), "hunan-aic"),
            Claim("2016-12-06 10:00", "second"));

        Assert.Equal(NoticePhase.Claimed, play.State.Phase);
    }

    [Fact]
    public void Errors_All_AreNumberedInTheirHundred() => Assert.All(
        NoticeErrors.All.Select((error, place) => (error.Code, Expected: $"EC44{place + 1:00}")), pair => Assert.Equal(pair.Expected, pair.Code));
}
