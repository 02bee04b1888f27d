using EntCredit.Domain.Jurisdictions;
using static EntCredit.Domain.Tests.Rules.RecordPlay;

namespace EntCredit.Domain.Tests.Rules;

/// <summary>
/// T5, 界政办〔2020〕5号 四: “2014年10月1日以后至本实施办法实施前产生的行政处罚、行政强制执行信息”;
/// 渝府办发〔2016〕170号 三(三): “凡属2014年10月1日以后产生的行政许可、行政处罚、奖励表彰类信息,由市工商局在2016年8月底前加载”.
/// </summary>
public sealed class T05_CutOffTests
{
    // A15: the day itself is included (民法典 1259条).
    [Theory]
    [InlineData("2014-09-30", false)]
    [InlineData("2014-10-01", true)]
    public void T5_Take_OfAPenaltyAroundTheCutOff_IsOwedFromThatDay(string generatedOn, bool owed)
    {
        var play = New("jieshou");
        play.Do(Take("2020-07-01 10:00", generatedOn, "penalty", "一般程序"));

        Assert.Equal(owed ? ["T4 provider 2020-06-28→2020-09-28"] : [], play.Opened);
    }

    [Theory]
    [InlineData("2014-09-30", false)]
    [InlineData("2014-10-01", true)]
    public void T5_Backlog_InChongqing_IsLoadedByTheEndOfAugust(string generatedOn, bool owed)
    {
        var rule = JurisdictionProfiles.Default.Get("chongqing")
            .BacklogFor("penalty", null, DateOnly.Parse(generatedOn, System.Globalization.CultureInfo.InvariantCulture), null);

        Assert.Equal(owed ? new DateOnly(2016, 8, 31) : null, rule?.DueOn);
    }
}
