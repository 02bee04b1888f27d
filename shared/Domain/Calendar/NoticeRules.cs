namespace EntCredit.Domain.Calendar;

/// <summary>What a notice must keep to, in itself and against the notices before it.</summary>
internal static class NoticeRules
{
    public const int FirstYear = 2000;
    public const int LastYear = 2199;
    public const int LongestRun = 31;

    /// <summary>What is wrong with a notice; paths are relative to it.</summary>
    public static IEnumerable<(string Path, string Found, string Allowed)> Check(HolidayNotice notice, IReadOnlyCollection<HolidayNotice> earlier) =>
        Own(notice).Concat(Against(notice, earlier));

    private static IEnumerable<(string Path, string Found, string Allowed)> Own(HolidayNotice notice)
    {
        // The notice of a year may reach into the December before it (2018-12-29…31; 2022-12-31), never further.
        var first = new DateOnly(notice.Year - 1, 12, 1);
        var last = new DateOnly(notice.Year, 12, 31);
        HashSet<DateOnly> off = [];
        for (var i = 0; i < notice.DaysOff.Count; i++)
        {
            foreach (var day in notice.DaysOff[i].Days())
            {
                if (day < first || day > last)
                {
                    yield return ($".daysOff[{i}]", $"{day:yyyy-MM-dd}", $"{first:yyyy-MM-dd} 至 {last:yyyy-MM-dd} 的日期");
                }

                if (!off.Add(day))
                {
                    yield return ($".daysOff[{i}]", $"{day:yyyy-MM-dd}", "同一通知中只出现一次的日期");
                }
            }
        }

        HashSet<DateOnly> worked = [];
        for (var i = 0; i < notice.MakeUpDays.Count; i++)
        {
            var day = notice.MakeUpDays[i];
            if (day < first || day > last)
            {
                yield return ($".makeUpDays[{i}]", $"{day:yyyy-MM-dd}", $"{first:yyyy-MM-dd} 至 {last:yyyy-MM-dd} 的日期");
            }

            if (off.Contains(day) || !worked.Add(day))
            {
                yield return ($".makeUpDays[{i}]", $"{day:yyyy-MM-dd}", "同一通知中只出现一次、且不是放假日的日期");
            }

            // Only an amendment gives a weekday back to work, by cancelling a day off.
            if (notice.Amends is null && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                yield return ($".makeUpDays[{i}]", $"{day:yyyy-MM-dd}", "星期六或星期日");
            }
        }
    }

    private static IEnumerable<(string Path, string Found, string Allowed)> Against(HolidayNotice notice, IReadOnlyCollection<HolidayNotice> earlier)
    {
        if (earlier.Any(e => e.Id == notice.Id))
        {
            yield return (".id", notice.Id, "未曾使用的编号");
        }

        // The order of issue is what AsOf cuts, and the newest notice names the version.
        if (earlier.Count > 0 && earlier.Max(e => e.Issued) is var newest && notice.Issued < newest)
        {
            yield return (".issued", $"{notice.Issued:yyyy-MM-dd}", $"{newest:yyyy-MM-dd} 当日或以后（按印发先后排列）");
        }

        if (notice.Amends is null && earlier.Any(e => e.Amends is null && e.Year == notice.Year))
        {
            yield return (".year", $"{notice.Year}", "尚无年度通知的年份；对已有通知的变更须填写 amends");
        }

        if (notice.Amends is { } amended && !earlier.Any(e => e.Amends is null && e.Id == amended && e.Year == notice.Year))
        {
            yield return (".amends", amended, $"此前已有的 {notice.Year} 年年度通知的编号");
        }
    }
}
