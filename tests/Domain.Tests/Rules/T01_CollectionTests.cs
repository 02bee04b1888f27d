using static EntCredit.Domain.Tests.Rules.RecordPlay;

namespace EntCredit.Domain.Tests.Rules;

/// <summary>
/// T1, 界政办〔2020〕5号 四: “各行政机关应在涉企信息产生之日起7个工作日内,通过以下路径交换至监管平台。”
/// 新会 三: “于信息产生之日起7个工作日内将依法应当公示的企业信息归集至区工商局”. 福建 五(一)、湖南 第五条 in the same words.
/// </summary>
public sealed class T01_CollectionTests
{
    [Theory]
    [InlineData("jieshou", "2020-07-01", "2020-07-10 23:59", "T1 Met")]
    [InlineData("jieshou", "2020-07-01", "2020-07-11 00:00", "T1 Late")]
    [InlineData("jieshou", "2025-09-26", "2025-10-13 23:59", "T1 Met")]
    [InlineData("jieshou", "2025-09-26", "2025-10-14 00:00", "T1 Late")]
    [InlineData("hunan", "2018-12-28", "2019-01-09 23:59", "T1 Met")]
    [InlineData("hunan", "2018-12-28", "2019-01-10 00:00", "T1 Late")]
    [InlineData("xinhui", "2017-09-29", "2017-10-16 23:59", "T1 Met")]
    [InlineData("fujian", "2017-09-29", "2017-10-17 00:00", "T1 Late")]
    public void T1_Take_AroundTheEndOfTheSeventhWorkingDay_IsMetOrLate(string jurisdiction, string generatedOn, string at, string expected)
    {
        var play = New(jurisdiction);
        play.Do(Take(at, generatedOn));

        Assert.Equal([expected], play.Closed);
    }

    // A33: J binds all 涉企信息; X, F and H bind what is 依法应当公示.
    [Theory]
    [InlineData("jieshou", true)]
    [InlineData("hunan", false)]
    public void T1_Take_OfWhatIsNotPublished_IsBoundAsTheDocumentSays(string jurisdiction, bool bound)
    {
        var play = New(jurisdiction);
        play.Do(Take("2020-07-02 10:00", "2020-07-01", "commendation"));

        Assert.Equal(bound, play.Opened.Any());
    }

    [Fact]
    public void T1_Take_InChongqing_IsMonthlyInstead()
    {
        var play = New("chongqing");
        play.Do(Take("2017-09-04 10:00", "2017-09-01"));

        Assert.Equal(["T6 provider 2017-09-01→2017-10-09"], play.Opened);
    }
}
