using System.Text.Json;
using EntCredit.Domain.Calendar;
using static EntCredit.Domain.Tests.Calendar.Days;

namespace EntCredit.Domain.Tests.Calendar;

public sealed class ExplanationTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Default;
    private static readonly DeadlineGrounds Grounds = new("信息产生之日", "T1", "界政办〔2020〕5号 四");

    [Fact]
    public void Explain_SevenWorkingDaysOverAHoliday_SaysWhyOfEachDay()
    {
        var explained = Deadlines.Explain(Calendar, Term.WorkingDays(7), Day("2020-01-17"), Grounds);

        (string, int?, DayReason, string?)[] expected =
        [
            ("2020-01-17", null, DayReason.EventDay, null),
            ("2020-01-18", null, DayReason.Weekend, null),
            ("2020-01-19", 1, DayReason.MakeUpDay, "content_5454164"),
            ("2020-01-20", 2, DayReason.WorkingDay, null),
            ("2020-01-21", 3, DayReason.WorkingDay, null),
            ("2020-01-22", 4, DayReason.WorkingDay, null),
            ("2020-01-23", 5, DayReason.WorkingDay, null),
            .. Enumerable.Range(0, 10).Select(i => (Day("2020-01-24").AddDays(i).Text(), (int?)null, DayReason.DayOff, "content_5472352")),
            ("2020-02-03", 6, DayReason.WorkingDay, null),
            ("2020-02-04", 7, DayReason.WorkingDay, null),
        ];
        Assert.Equal(expected, explained.Days.Select(d => (d.Date.Text(), d.Number, d.Reason, d.Notice)));
        Assert.Equal(("2020-02-04", false, "2026-content_7047091"), (explained.Due.Text(), explained.Provisional, explained.CalendarVersion));
        Assert.Equal(Grounds, explained.Grounds);
    }

    [Fact]
    public void Explain_InclusiveStartOnAWeekend_DoesNotCountIt()
    {
        var explained = Deadlines.Explain(Calendar, Term.WorkingDays(1) with { Inclusive = true }, Day("2026-03-14"));

        Assert.Equal([DayReason.Weekend, DayReason.Weekend, DayReason.WorkingDay], explained.Days.Select(d => d.Reason));
    }

    [Fact]
    public void Explain_Suspension_ListsPausedDaysAndBothDates()
    {
        Pause[] pauses = [new(Day("2024-09-20"), Day("2024-09-27"))];
        var explained = Deadlines.Explain(Calendar, Term.WorkingDays(20), Day("2024-09-10"), Grounds, pauses);

        Assert.Equal(("2024-10-22", "2024-10-14"), (explained.Due.Text(), explained.DueWithoutPauses.Text()));
        Assert.Equal(
            Enumerable.Range(0, 8).Select(i => Day("2024-09-20").AddDays(i)),
            explained.Days.Where(d => d.Reason == DayReason.Paused).Select(d => d.Date));
        Assert.Equal(7, explained.Days.Single(d => d.Date == Day("2024-09-29")).Number);
        Assert.Contains("暂停：2024-09-20（星期五）至 2024-09-27（星期五）期限停止计算，剩余期限自解除后继续。", explained.ToChinese());
        Assert.Contains("未经暂停时应于 2024-10-14（星期一）届满。", explained.ToChinese());
    }

    [Fact]
    public void Explain_SuspensionUnderContinue_ReportsItAndCountsOn()
    {
        Pause[] pauses = [new(Day("2024-09-20"), Day("2024-09-27"))];
        var explained = Deadlines.Explain(Calendar, Term.WorkingDays(20), Day("2024-09-10"), null, pauses, SuspensionEffect.Continue);

        Assert.Equal(("2024-10-14", "2024-10-14"), (explained.Due.Text(), explained.DueWithoutPauses.Text()));
        Assert.Equal(pauses, explained.Pauses);
        Assert.DoesNotContain(explained.Days, d => d.Reason == DayReason.Paused);
        Assert.Contains("暂停：2024-09-20（星期五）至 2024-09-27（星期五）暂停公示，期限照常计算。", explained.ToChinese());
        Assert.DoesNotContain(explained.ToChinese(), line => line.StartsWith("未经暂停", StringComparison.Ordinal));
    }

    [Fact]
    public void Explain_NamedDayOnAHoliday_ListsItAndTheDaysItRollsOver()
    {
        var explained = Deadlines.Explain(Calendar, new(TermUnit.DayOfMonth, 5, Roll: Roll.Next), Day("2016-09-13"));

        Assert.Equal(
            [DayReason.EventDay, DayReason.NamedDay, DayReason.DayOff, DayReason.DayOff, DayReason.RolledTo],
            explained.Days.Select(d => d.Reason));
        Assert.DoesNotContain(explained.Days, d => d.Counted);
        Assert.Equal("2016-10-08", explained.Days[^1].Date.Text());
    }

    [Fact]
    public void Explain_CalendarDaysRolled_NumbersUpToTheLastDayAndGoesOn()
    {
        var explained = Deadlines.Explain(Calendar, new(TermUnit.CalendarDays, 60, Roll: Roll.Next), Day("2020-07-01"));

        Assert.Equal(60, explained.Days.Single(d => d.Date == Day("2020-08-30")).Number);
        Assert.Equal((DayReason.RolledTo, false), (explained.Days[^1].Reason, explained.Days[^1].Counted));
    }

    [Fact]
    public void ToChinese_ProvisionalDeadline_SaysSo()
    {
        var lines = Deadlines.Explain(Calendar, Term.WorkingDays(3), Day("2026-12-30"), Grounds).ToChinese();

        Assert.Equal(
            [
                "起算：2026-12-30（星期三），信息产生之日；当日不计入，自次日起算（民法典第二百零一条）。",
                "期限：3 个工作日。",
                "依据：规则 T1，界政办〔2020〕5号 四。",
                "2026-12-30（星期三）起算当日，不计。",
                "2026-12-31（星期四）工作日，计第 1 日。",
                "2027-01-01（星期五）工作日，计第 2 日（暂定）。",
                "2027-01-02（星期六）周末，不计（暂定）。",
                "2027-01-03（星期日）周末，不计（暂定）。",
                "2027-01-04（星期一）工作日，计第 3 日（暂定）。",
                "届满：2027-01-04（星期一）24:00（北京时间）；自 2027-01-04T16:00:00Z 起即为逾期。",
                "日历版本：2026-content_7047091。",
                "本日期为暂定：所涉年份的放假通知尚未印发，通知印发后可能变动。",
            ],
            lines);
    }

    [Fact]
    public void ToChinese_HolidayAndMakeUpDay_NameTheirNotice()
    {
        var lines = Deadlines.Explain(Calendar, Term.WorkingDays(7) with { Inclusive = true }, Day("2020-01-19")).ToChinese();

        Assert.Contains("起算：2020-01-19（星期日）；当日计入。", lines);
        Assert.Contains("2020-01-19（星期日）调休上班（通知 content_5454164），计第 1 日。", lines);
        Assert.Contains("2020-01-25（星期六）节假日，春节放假（通知 content_5472352），不计。", lines);
    }

    [Theory]
    [InlineData(TermUnit.CalendarDays, 60, Roll.None, "期限：60 日。")]
    [InlineData(TermUnit.Months, 3, Roll.None, "期限：3 个月。")]
    [InlineData(TermUnit.DayOfMonth, 5, Roll.Next, "期限：次月 5 日前（含当日）；末日不是工作日的，顺延至下一工作日（民法典第二百零三条）。")]
    public void ToChinese_EachUnit_IsSpelledOut(TermUnit unit, int count, Roll roll, string line) =>
        Assert.Contains(line, Deadlines.Explain(Calendar, new(unit, count, Roll: roll), Day("2026-03-10")).ToChinese());

    [Fact]
    public void ToChinese_RolledAndNamedDays_AreSpelledOut()
    {
        var lines = Deadlines.Explain(Calendar, new(TermUnit.DayOfMonth, 5, Roll: Roll.Next), Day("2017-01-20")).ToChinese();

        Assert.Contains("2017-02-05（星期日）规定之日。", lines);
        Assert.Contains("2017-02-06（星期一）顺延至此工作日。", lines);
    }

    [Theory]
    [InlineData("T1", null, "依据：规则 T1。")]
    [InlineData(null, "民法典 201条", "依据：民法典 201条。")]
    public void ToChinese_PartOfTheGrounds_IsSaidAlone(string? rule, string? article, string line) =>
        Assert.Contains(line, Deadlines.Explain(Calendar, Term.WorkingDays(1), Day("2026-03-10"), new(null, rule, article)).ToChinese());

    [Fact]
    public void ToChinese_NoGrounds_SaysNothingOfThem() =>
        Assert.DoesNotContain(
            Deadlines.Explain(Calendar, Term.WorkingDays(1), Day("2026-03-10")).ToChinese(),
            line => line.StartsWith("依据", StringComparison.Ordinal));

    [Fact]
    public void ToChinese_CalendarDaysAndPausedDays_AreSpelledOut()
    {
        var explained = Deadlines.Explain(
            Calendar, new(TermUnit.CalendarDays, 2), Day("2026-03-10"), null, [new(Day("2026-03-12"), Day("2026-03-12"))]);

        Assert.Equal(
            ["2026-03-10（星期二）起算当日，不计。", "2026-03-11（星期三）计第 1 日。", "2026-03-12（星期四）期限暂停，不计。", "2026-03-13（星期五）计第 2 日。"],
            explained.Days.Select(d => d.Text));
    }

    [Fact]
    public void Explain_PausesThatTouch_AreOne()
    {
        Pause[] pauses = [new(Day("2026-03-16"), Day("2026-03-17")), new(Day("2026-03-12"), Day("2026-03-15"))];

        Assert.Equal(
            [new Pause(Day("2026-03-12"), Day("2026-03-17"))],
            Deadlines.Explain(Calendar, Term.WorkingDays(7), Day("2026-03-10"), null, pauses).Pauses);
    }

    [Fact]
    public void ToJson_AnExplanation_HasTheNamedFields()
    {
        var json = Deadlines.Explain(Calendar, Term.WorkingDays(7), Day("2020-01-17"), Grounds).ToJson();
        var root = JsonDocument.Parse(json).RootElement;

        Assert.Equal("2020-02-04", root.GetProperty("due").GetString());
        Assert.Equal("2020-02-04T16:00:00Z", root.GetProperty("dueInstant").GetString());
        Assert.False(root.GetProperty("provisional").GetBoolean());
        Assert.Equal("2026-content_7047091", root.GetProperty("calendarVersion").GetString());
        Assert.Equal("working-days", root.GetProperty("term").GetProperty("unit").GetString());
        Assert.Equal("信息产生之日", root.GetProperty("grounds").GetProperty("fact").GetString());
        var day = root.GetProperty("days")[2];
        Assert.Equal(
            ("2020-01-19", true, 1, "make-up-day"),
            (day.GetProperty("date").GetString(), day.GetProperty("counted").GetBoolean(),
                day.GetProperty("number").GetInt32(), day.GetProperty("reason").GetString()));
        Assert.Contains("调休上班", json, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', json);
    }

    [Fact]
    public void ToJson_ReadBack_GivesTheSame()
    {
        var explained = Deadlines.Explain(Calendar, Term.WorkingDays(7), Day("2020-01-17"), Grounds, [new(Day("2020-01-20"), Day("2020-01-21"))]);
        var json = explained.ToJson(indented: true);

        Assert.Contains('\n', json);
        Assert.Equal(json, JsonSerializer.Deserialize<DeadlineExplanation>(json, CalendarJson.Options)!.ToJson(indented: true));
    }
}
