namespace EntCredit.Domain.Calendar;

/// <summary>The Chinese sentences of an explanation.</summary>
internal static class ChineseText
{
    private const string Weekdays = "日一二三四五六";

    public static IReadOnlyList<string> Of(DeadlineExplanation explained)
    {
        var (fact, rule, article) = explained.Grounds;
        List<string> lines =
        [
            $"起算：{Day(explained.From)}{(fact is null ? "" : "，" + fact)}；{(explained.Term.Inclusive ? "当日计入。" : "当日不计入，自次日起算（民法典第二百零一条）。")}",
            $"期限：{Of(explained.Term)}。",
        ];
        if (rule is not null || article is not null)
        {
            lines.Add($"依据：{string.Join("，", new[] { rule is null ? null : "规则 " + rule, article }.OfType<string>())}。");
        }

        lines.AddRange(explained.Pauses.Select(pause => Of(pause, explained.Effect)));
        lines.AddRange(explained.Days.Select(Of));
        lines.Add($"届满：{Day(explained.Due)}24:00（北京时间）；自 {explained.DueInstant.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} 起即为逾期。");
        if (explained.Due != explained.DueWithoutPauses)
        {
            lines.Add($"未经暂停时应于 {Day(explained.DueWithoutPauses)}届满。");
        }

        lines.Add($"日历版本：{explained.CalendarVersion}。");
        if (explained.Provisional)
        {
            lines.Add("本日期为暂定：所涉年份的放假通知尚未印发，通知印发后可能变动。");
        }

        return lines;
    }

    public static string Of(ExplainedDay day)
    {
        var notice = $"（通知 {day.Notice}）";
        var why = day.Reason switch
        {
            DayReason.EventDay => "起算当日，不计",
            DayReason.WorkingDay => $"工作日，计第 {day.Number} 日",
            DayReason.MakeUpDay => $"调休上班{notice}，计第 {day.Number} 日",
            DayReason.CalendarDay => $"计第 {day.Number} 日",
            DayReason.NamedDay => "规定之日",
            DayReason.Weekend => "周末，不计",
            DayReason.DayOff => $"节假日，{day.Holiday}放假{notice}，不计",
            DayReason.Paused => "期限暂停，不计",
            _ => "顺延至此工作日",
        };
        return $"{Day(day.Date)}{why}{(day.Provisional ? "（暂定）" : "")}。";
    }

    private static string Of(Term term)
    {
        var length = term.Unit switch
        {
            TermUnit.WorkingDays => $"{term.Count} 个工作日",
            TermUnit.CalendarDays => $"{term.Count} 日",
            TermUnit.Months => $"{term.Count} 个月",
            _ => $"次月 {term.Count} 日前（含当日）",
        };
        return term.Roll == Roll.Next ? length + "；末日不是工作日的，顺延至下一工作日（民法典第二百零三条）" : length;
    }

    private static string Of(Pause pause, SuspensionEffect effect) => effect == SuspensionEffect.Pause
        ? $"暂停：{Day(pause.From)}至 {Day(pause.Until)}期限停止计算，剩余期限自解除后继续。"
        : $"暂停：{Day(pause.From)}至 {Day(pause.Until)}暂停公示，期限照常计算。";

    private static string Day(DateOnly day) => $"{day:yyyy-MM-dd}（星期{Weekdays[(int)day.DayOfWeek]}）";
}
