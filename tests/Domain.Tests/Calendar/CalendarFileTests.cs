using EntCredit.Domain.Calendar;
using static EntCredit.Domain.Tests.Calendar.Days;

namespace EntCredit.Domain.Tests.Calendar;

public sealed class CalendarFileTests
{
    private const string Valid =
        """
        {
          "format": 1,
          "notices": [
            {
              "id": "content_1", "year": 2027, "issued": "2026-11-25", "issuedCertain": true,
              "daysOff": [{ "name": "元旦", "from": "2026-12-31", "to": "2027-01-02" }],
              "makeUpDays": ["2027-01-03"]
            },
            {
              "id": "content_2", "year": 2027, "issued": "2027-01-20", "issuedCertain": true, "amends": "content_1",
              "daysOff": [{ "name": "春节", "from": "2027-02-05", "to": "2027-02-05" }],
              "makeUpDays": []
            }
          ]
        }
        """;

    [Fact]
    public void Parse_AValidFile_GivesItsNotices()
    {
        var file = CalendarFile.Parse(Valid);

        Assert.True(file.IsValid);
        Assert.Equal(["content_1", "content_2"], file.Notices.Select(n => n.Id));
        var first = file.Notices[0];
        Assert.Equal((2027, "2026-11-25", true, null), (first.Year, first.Issued.Text(), first.IssuedCertain, first.Amends));
        Assert.Equal(["2026-12-31", "2027-01-01", "2027-01-02"], first.DaysOff[0].Days().Select(d => d.Text()));
        Assert.Equal("2027-01-03", Assert.Single(first.MakeUpDays).Text());
        Assert.Equal("content_1", file.Notices[1].Amends);
        Assert.Equal("2027-content_2", WorkingCalendar.Of(file.Notices).Version);
    }

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2", "$.format", "2", "整数 1")]
    [InlineData("\"format\": 1,", "", "$.format", "（缺失）", "整数 1")]
    [InlineData("\"format\": 1", "\"format\": 1, \"author\": \"x\"", "$.author", "\"x\"", "下列属性之一：format、notices")]
    [InlineData("\"id\": \"content_1\"", "\"id\": 1", "$.notices[0].id", "1", "文本")]
    [InlineData("\"id\": \"content_1\", \"year", "\"year", "$.notices[0].id", "（缺失）", "文本")]
    [InlineData("[{ \"name\": \"元旦\", \"from\": \"2026-12-31\", \"to\": \"2027-01-02\" }]", "[7]", "$.notices[0].daysOff[0]", "7", "对象")]
    [InlineData("\"from\": \"2026-12-31\", ", "", "$.notices[0].daysOff[0].from", "（缺失）", "存在的日期")]
    [InlineData(", \"to\": \"2027-01-02\"", "", "$.notices[0].daysOff[0].to", "（缺失）", "存在的日期")]
    [InlineData("\"2027-02-05\", \"to\": \"2027-02-05\"", "\"2027-02-05\", \"to\": \"2027-03-08\"", "$.notices[1].daysOff[0].to", "2027-03-08", "其后 30 日以内")]
    [InlineData("\"id\": \"content_1\"", "\"id\": \"\"", "$.notices[0].id", "\"\"", "1 至 100 个字符")]
    [InlineData("\"year\": 2027, \"issued\": \"2026", "\"year\": \"2027\", \"issued\": \"2026", "$.notices[0].year", "\"2027\"", "2000 至 2199")]
    [InlineData("\"year\": 2027, \"issued\": \"2026", "\"year\": 1999, \"issued\": \"2026", "$.notices[0].year", "1999", "2000 至 2199")]
    [InlineData("\"issued\": \"2026-11-25\"", "\"issued\": \"2026-11-31\"", "$.notices[0].issued", "\"2026-11-31\"", "存在的日期")]
    [InlineData("\"issued\": \"2026-11-25\"", "\"issued\": \"2026/11/25\"", "$.notices[0].issued", "\"2026/11/25\"", "2026-01-01")]
    [InlineData("25\", \"issuedCertain\": true", "25\", \"issuedCertain\": \"yes\"", "$.notices[0].issuedCertain", "\"yes\"", "true 或 false")]
    [InlineData("\"makeUpDays\": [\"2027-01-03\"]", "\"makeUpDays\": \"2027-01-03\"", "$.notices[0].makeUpDays", "\"2027-01-03\"", "数组")]
    [InlineData("\"makeUpDays\": [\"2027-01-03\"]", "\"makeUpDays\": [20270103]", "$.notices[0].makeUpDays[0]", "20270103", "存在的日期")]
    [InlineData("\"makeUpDays\": [\"2027-01-03\"]", "\"makeUpDays\": [\"2027-01-04\"]", "$.notices[0].makeUpDays[0]", "2027-01-04", "星期六或星期日")]
    [InlineData("\"makeUpDays\": [\"2027-01-03\"]", "\"makeUpDays\": [\"2027-01-02\"]", "$.notices[0].makeUpDays[0]", "2027-01-02", "不是放假日")]
    [InlineData("[\"2027-01-03\"]", "[\"2027-01-03\", \"2027-01-03\"]", "$.notices[0].makeUpDays[1]", "2027-01-03", "只出现一次")]
    [InlineData("[\"2027-01-03\"]", "[\"2028-01-01\"]", "$.notices[0].makeUpDays[0]", "2028-01-01", "2026-12-01 至 2027-12-31")]
    [InlineData("\"from\": \"2026-12-31\"", "\"from\": \"2026-11-30\"", "$.notices[0].daysOff[0].to", "2027-01-02", "其后 30 日以内")]
    [InlineData("\"to\": \"2027-01-02\"", "\"to\": \"2026-12-30\"", "$.notices[0].daysOff[0].to", "2026-12-30", "2026-12-31 当日或其后")]
    [InlineData("\"name\": \"元旦\", ", "", "$.notices[0].daysOff[0].name", "（缺失）", "文本")]
    [InlineData("\"from\": \"2027-02-05\", \"to\": \"2027-02-05\"", "\"from\": \"2026-11-30\", \"to\": \"2026-11-30\"", "$.notices[1].daysOff[0]", "2026-11-30", "2026-12-01 至 2027-12-31")]
    [InlineData("\"id\": \"content_2\"", "\"id\": \"content_1\"", "$.notices[1].id", "content_1", "未曾使用")]
    [InlineData("\"issued\": \"2027-01-20\"", "\"issued\": \"2026-11-24\"", "$.notices[1].issued", "2026-11-24", "2026-11-25 当日或以后")]
    [InlineData(", \"amends\": \"content_1\"", "", "$.notices[1].year", "2027", "尚无年度通知")]
    [InlineData("\"amends\": \"content_1\"", "\"amends\": \"content_9\"", "$.notices[1].amends", "content_9", "2027 年年度通知")]
    [InlineData("\"amends\": \"content_1\"", "\"amend\": \"content_1\"", "$.notices[1].amend", "\"content_1\"", "下列属性之一：id、year、issued、issuedCertain、amends、daysOff、makeUpDays")]
    public void Parse_AFaultyFile_NamesFilePathAndWhatIsAllowed(string written, string instead, string path, string found, string allowed)
    {
        var json = Valid.Replace(written, instead, StringComparison.Ordinal);
        Assert.NotEqual(Valid, json);

        var file = CalendarFile.Parse(json, "2027.json");

        Assert.False(file.IsValid);
        Assert.Empty(file.Notices);
        var problem = Assert.Single(file.Problems);
        Assert.Equal(("2027.json", path, found), (problem.File, problem.Path, problem.Found));
        Assert.Contains(allowed, problem.Allowed, StringComparison.Ordinal);
        Assert.StartsWith($"2027.json {path}：", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "$")]
    [InlineData("[]", "$")]
    [InlineData("null", "$")]
    [InlineData("""{ "format": 1, "format": 1, "notices": [] }""", "$")]
    [InlineData("""{ "format": 1, "notices": [7] }""", "$.notices[0]")]
    [InlineData("""{ "format": 1, "notices": {} }""", "$.notices")]
    [InlineData("""{ "format": 1 }""", "$.notices")]
    public void Parse_NotACalendarFile_IsAProblemNotAnException(string json, string path) =>
        Assert.StartsWith(path, Assert.Single(CalendarFile.Parse(json).Problems).Path, StringComparison.Ordinal);

    [Fact]
    public void Parse_SeveralFaults_NamesEach()
    {
        var json = Valid.Replace("\"2026-11-25\"", "\"soon\"", StringComparison.Ordinal).Replace("\"2027-01-03\"", "true", StringComparison.Ordinal);

        Assert.Equal(
            ["$.notices[0].issued", "$.notices[0].makeUpDays[0]"],
            CalendarFile.Parse(json).Problems.Select(p => p.Path).Where(p => p.StartsWith("$.notices[0]", StringComparison.Ordinal)));
    }

    [Fact]
    public void Parse_AnAmendmentOfANoticeInForce_IsCheckedAgainstIt()
    {
        const string Amendment =
            """
            { "format": 1, "notices": [{ "id": "content_3", "year": 2026, "issued": "2026-11-23", "issuedCertain": true,
              "amends": "content_7047091", "daysOff": [{ "name": "元旦", "from": "2026-12-31", "to": "2026-12-31" }], "makeUpDays": [] }] }
            """;
        var known = WorkingCalendar.Default.Notices;

        var file = CalendarFile.Parse(Amendment, "2026-a.json", known);
        Assert.True(file.IsValid);
        Assert.False(WorkingCalendar.Default.With(file.Notices[0]).IsWorkingDay(Day("2026-12-31")));
        Assert.Equal("$.notices[0].amends", Assert.Single(CalendarFile.Parse(Amendment, "2026-a.json").Problems).Path);
        // Loaded a second time it is the notice that is known.
        Assert.True(CalendarFile.Parse(Amendment, "2026-a.json", [.. known, file.Notices[0]]).IsValid);
    }

    [Fact]
    public void Parse_ALongValue_IsCutInTheMessage()
    {
        var json = Valid.Replace("content_1\", \"year", new string('x', 101) + "\", \"year", StringComparison.Ordinal);

        Assert.Equal(61, CalendarFile.Parse(json).Problems[0].Found.Length);
        var fits = Valid.Replace("\"2026-11-25\"", '"' + new string('x', 58) + '"', StringComparison.Ordinal);
        Assert.Equal('"' + new string('x', 58) + '"', CalendarFile.Parse(fits).Problems[0].Found);
    }

    [Fact]
    public void Parse_ARunOfThirtyOneDays_IsTheLongest() =>
        Assert.True(CalendarFile.Parse(Valid.Replace("\"to\": \"2027-02-05\"", "\"to\": \"2027-03-07\"", StringComparison.Ordinal)).IsValid);

    [Fact]
    public void Parse_NoJson_SaysWhatIsAllowed() =>
        Assert.Equal("合法的 JSON，属性不得重复", Assert.Single(CalendarFile.Parse("{").Problems).Allowed);

    [Fact]
    public void Embedded_EachYear_HasOneNoticeAndTheKnownAmendments()
    {
        var notices = WorkingCalendar.Default.Notices;

        Assert.Equal(Enumerable.Range(2014, 13), notices.Where(n => n.Amends is null).Select(n => n.Year));
        Assert.Equal(
            [("content_9742", "2015-05-13"), ("content_5375877", "2019-03-22"), ("content_5472352", "2020-01-27")],
            notices.Where(n => n.Amends is not null).Select(n => (n.Id, n.Issued.Text())));
        Assert.Equal(["content_1194"], notices.Where(n => !n.IssuedCertain).Select(n => n.Id));
    }
}
