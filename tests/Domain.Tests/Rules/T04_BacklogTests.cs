using static EntCredit.Domain.Tests.Rules.RecordPlay;

namespace EntCredit.Domain.Tests.Rules;

/// <summary>
/// T4, 界政办〔2020〕5号 四: “在本实施办法实施前产生的在有效期内的登记备案、行政许可信息,2014年10月1日以后至本实施办法实施前产生的行政处罚、
/// 行政强制执行信息以及其他有效涉企信息,应在本实施办法实施之日起3个月内归集完成。”
/// </summary>
public sealed class T04_BacklogTests
{
    // A16: 2020-06-28 → 2020-09-28, the corresponding day.
    [Theory]
    [InlineData("2020-09-28 23:59", "T4 Met")]
    [InlineData("2020-09-29 00:00", "T4 Late")]
    public void T4_Take_AroundTheEndOfTheThirdMonth_IsMetOrLate(string at, string expected)
    {
        var play = New("jieshou");
        play.Do(Take(at, "2012-05-04"));

        Assert.Equal(["T4 provider 2020-06-28→2020-09-28"], play.Opened);
        Assert.Equal([expected], play.Closed);
    }

    // A35: what arose on the first day is no backlog.
    [Theory]
    [InlineData("2020-06-27", "T4")]
    [InlineData("2020-06-28", "T1")]
    public void T4_Take_AroundTheFirstDay_FollowsTheDay(string generatedOn, string expected)
    {
        var play = New("jieshou");
        play.Do(Take("2020-07-01 10:00", generatedOn));

        Assert.StartsWith(expected + " ", play.Opened.First(), StringComparison.Ordinal);
    }
}
