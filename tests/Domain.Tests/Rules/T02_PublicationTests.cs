using static EntCredit.Domain.Tests.Rules.RecordPlay;

namespace EntCredit.Domain.Tests.Rules;

/// <summary>
/// T2, 界政办〔2020〕5号 五(二): “应当自信息产生之日起20个工作日内通过公示系统向社会公示”.
/// 新会 三: “于 20 个工作日内（含各部门归集信息至区工商局的7个工作日）通过公示系统对外公示”. 福建 五(一)、湖南 第五条 in the same words.
/// </summary>
public sealed class T02_PublicationTests
{
    // A1: both clocks start at the event; 20 is never 7 and 20.
    [Theory]
    [InlineData("jieshou", "2020-07-01", "2020-07-29 23:59", "T2 Met")]
    [InlineData("jieshou", "2020-07-01", "2020-07-30 00:00", "T2 Late")]
    [InlineData("xinhui", "2017-09-29", "2017-11-02 23:59", "T2 Met")]
    [InlineData("fujian", "2017-09-29", "2017-11-03 00:00", "T2 Late")]
    [InlineData("hunan", "2018-12-28", "2019-01-28 23:59", "T2 Met")]
    public void T2_Publish_AroundTheEndOfTheTwentiethWorkingDay_IsMetOrLate(string jurisdiction, string generatedOn, string at, string expected)
    {
        var play = New(jurisdiction);
        play.Do(Take(generatedOn + " 10:00", generatedOn), Publish(at));

        Assert.Equal(["T1 Met", expected], play.Closed);
    }

    // A2: no extension for market supervision; the late department is named as the cause.
    [Fact]
    public void T2_Publish_AfterALateCollection_IsLateBecauseOfTheDepartment()
    {
        var play = New("jieshou");
        play.Do(Take("2020-07-31 10:00", "2020-07-01"), Publish("2020-07-31 11:00"));

        Assert.Equal(["T1 Late", "T2 Late upstream-late"], play.Closed);
    }

    // P2, 三(二)6: “适用简易程序作出的行政处罚信息” is collected and not published.
    [Fact]
    public void T2_Take_OfASimpleProcedurePenalty_StartsNoPublication()
    {
        var play = New("jieshou");
        play.Do(Take("2020-07-02 10:00", "2020-07-01", "penalty", "简易程序"));

        Assert.Equal(["T1 provider 2020-07-01→2020-07-10"], play.Opened);
        Assert.Equal("EC4004", play.Refused(Publish("2020-07-02 11:00")));
    }
}
