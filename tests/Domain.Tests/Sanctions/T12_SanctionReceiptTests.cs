using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Sanctions;
using EntCredit.Domain.Tests.Rules;
using static EntCredit.Domain.Tests.Sanctions.SanctionPlay;

namespace EntCredit.Domain.Tests.Sanctions;

/// <summary>
/// T12, 界政办〔2020〕5号 五(六): “联合惩戒发起部门将联合惩戒信息推送至监管平台后,相关实施部门须在3个工作日内接收下载。”
/// </summary>
public sealed class T12_SanctionReceiptTests
{
    [Fact]
    public void Push_ToTwoDepartments_StartsThreeWorkingDaysForEach()
    {
        string[] to = ["jieshou-housing", "jieshou-enforcement"];

        Assert.Equal(
            ["T12 jieshou-housing 2020-07-01→2020-07-06", "T12 jieshou-enforcement 2020-07-01→2020-07-06"],
            to.SelectMany(department => Pushed(department).Opened));
    }

    [Fact]
    public void Receive_ByOneOfTwo_LeavesTheOthersDutyOpen()
    {
        var receives = Pushed("jieshou-housing");
        var silent = Pushed("jieshou-enforcement");
        receives.Do(new DeliveryCommand.Receive(Law.At("2020-07-03 10:00"), "jieshou-housing"));

        Assert.Equal(["T12 Met"], receives.Closed);
        var noted = Assert.Single(silent.Do(new DeliveryCommand.NoteOverdue(Law.At("2020-07-07 00:00"))));
        Assert.Equal("jieshou-enforcement", Assert.IsType<DeliveryEvent.FellOverdue>(noted).Debtor);
    }

    [Theory]
    [InlineData("2020-07-06 23:59", "T12 Met")]
    [InlineData("2020-07-07 00:00", "T12 Late")]
    public void Receive_AroundTheEndOfTheLastDay_IsMetOrLate(string at, string expected)
    {
        var play = Pushed("jieshou-housing");
        play.Do(new DeliveryCommand.Receive(Law.At(at), "jieshou-housing"));

        Assert.Equal([expected], play.Closed);
    }

    [Fact]
    public void Receive_ByAnotherDepartment_IsRefused() => Assert.Equal(
        "EC4306", Pushed("jieshou-housing").Refused(new DeliveryCommand.Receive(Law.At("2020-07-03 10:00"), "jieshou-enforcement")));

    // T12 is Jieshou's alone.
    [Theory]
    [InlineData("hunan")]
    [InlineData("xinhui")]
    [InlineData("chongqing")]
    [InlineData("fujian")]
    public void Push_WhereTheDocumentHasNoPeriod_OpensNothing(string jurisdiction) =>
        Assert.Empty(Pushed(jurisdiction + "-aic", jurisdiction, "2018-07-02 10:00").Opened);

    [Fact]
    public void Lift_BeforeReceipt_RecallsItAndCancelsTheDuty()
    {
        var play = Pushed("jieshou-housing");
        play.Do(new DeliveryCommand.Lift(Law.At("2020-07-02 10:00")));

        Assert.Equal(["T12 Cancelled lifted"], play.Closed);
        Assert.Equal("EC4307", play.Refused(new DeliveryCommand.Receive(Law.At("2020-07-03 10:00"), "jieshou-housing")));
    }

    [Fact]
    public void Lift_AfterTheLastDay_LeavesTheBreachStanding()
    {
        var play = Pushed("jieshou-housing");
        play.Do(new DeliveryCommand.Lift(Law.At("2020-08-03 10:00")));

        Assert.Equal(["T12 Late lifted-after-due"], play.Closed);
    }

    // 并将应用结果反馈至监管平台: no number.
    [Fact]
    public void Apply_AfterReceipt_IsOneFeedbackHoweverOftenItComes()
    {
        var play = Pushed("jieshou-housing");
        var apply = new DeliveryCommand.Apply(Law.At("2020-07-08 10:00"), "jieshou-housing", "d-1");
        Assert.Equal("EC4311", play.Refused(apply));

        play.Do(new DeliveryCommand.Receive(Law.At("2020-07-03 10:00"), "jieshou-housing"));
        var applied = Assert.IsType<DeliveryEvent.Applied>(Assert.Single(play.Do(apply)));
        Assert.Equal(FeedbackTo.Platform, applied.To);
        Assert.Empty(play.Do(apply with { At = Law.At("2020-07-09 10:00") }));
        Assert.Single(play.Opened);
    }
}
