using System.Collections.Frozen;

namespace EntCredit.Domain.Calendar;

/// <summary>
/// One version of the working-day calendar: the notices known by some day, and an index of the working days that they give.
/// Immutable and safe for any number of threads. Days outside every notice follow the weekday and are provisional.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly WorkingDayIndex index;
    private readonly FrozenDictionary<DateOnly, (DayKind Kind, string? Holiday, HolidayNotice Notice)> arranged;
    private readonly int firstNoticed;
    private readonly bool[] noticed;

    private WorkingCalendar(IReadOnlyList<HolidayNotice> notices)
    {
        Notices = notices;
        Version = notices.Count == 0 ? "weekdays-only" : notices[^1].Version;
        arranged = Arrange(notices).ToFrozenDictionary();
        firstNoticed = notices.Count == 0 ? 1 : notices.Min(n => n.Year);
        var lastNoticed = notices.Count == 0 ? 0 : notices.Max(n => n.Year);
        noticed = new bool[lastNoticed - firstNoticed + 1];
        foreach (var notice in notices)
        {
            noticed[notice.Year - firstNoticed] = true;
        }

        index = Index(firstNoticed, lastNoticed);
    }

    /// <summary>The calendar of every notice in the embedded data file.</summary>
    public static WorkingCalendar Default => CalendarVersions.Embedded.Newest;

    /// <summary>The notices that this version knows, in the order of issue.</summary>
    public IReadOnlyList<HolidayNotice> Notices { get; }

    /// <summary>Names the newest notice known, e.g. 2026-content_7047091; "weekdays-only" without any.</summary>
    public string Version { get; }

    /// <summary>The calendar as it was known at the end of a day: only the embedded notices issued by then.</summary>
    public static WorkingCalendar AsOf(DateOnly issuedBy) => CalendarVersions.Embedded.AsOf(issuedBy);

    /// <summary>The calendar of some notices.</summary>
    /// <exception cref="ArgumentException">A notice does not fit those before it.</exception>
    public static WorkingCalendar Of(IEnumerable<HolidayNotice> notices)
    {
        List<HolidayNotice> known = [];
        foreach (var notice in notices)
        {
            Require(notice, known);
            known.Add(notice);
        }

        return new(known);
    }

    /// <summary>The next version: this one and a newer notice. A notice that it already knows changes nothing.</summary>
    /// <exception cref="ArgumentException">The notice does not fit those before it; <see cref="CheckNext"/> says so beforehand.</exception>
    public WorkingCalendar With(HolidayNotice notice)
    {
        if (Notices.Contains(notice, NoticeComparer.Instance))
        {
            return this;
        }

        Require(notice, Notices);
        return new([.. Notices, notice]);
    }

    /// <summary>What keeps a notice from following this version; empty where <see cref="With"/> takes it.</summary>
    /// <param name="notice">The new notice.</param>
    /// <param name="file">The file that it comes from, for the messages.</param>
    public IReadOnlyList<CalendarFileProblem> CheckNext(HolidayNotice notice, string file = "notice") =>
        Notices.Contains(notice, NoticeComparer.Instance)
            ? []
            : [.. NoticeRules.Check(notice, Notices).Select(p => new CalendarFileProblem(file, "$" + p.Path, p.Found, p.Allowed))];

    /// <summary>True for a working day: Monday to Friday less days off, plus make-up days.</summary>
    public bool IsWorkingDay(DateOnly day) => index.Through(day.DayNumber) != index.Through(day.DayNumber - 1);

    /// <summary>True where the day's year has no notice yet, so that only its weekday is known.</summary>
    public bool IsProvisional(DateOnly day) => IsProvisional(day.Year);

    /// <summary>What a day is, and the notice that says so.</summary>
    public CalendarDay Describe(DateOnly day)
    {
        var provisional = IsProvisional(day);
        if (arranged.TryGetValue(day, out var known))
        {
            return new(day, known.Kind, known.Holiday, known.Notice, provisional);
        }

        return new(day, IsWeekend(day) ? DayKind.Weekend : DayKind.Workday, null, null, provisional);
    }

    /// <summary>The day on which the count reaches a number of working days.</summary>
    /// <param name="from">The day of the event.</param>
    /// <param name="count">How many working days, 0 or more; 0 gives the day itself.</param>
    /// <param name="inclusive">True where the day of the event counts, if it is a working day.</param>
    public DateOnly AddWorkingDays(DateOnly from, int count, bool inclusive = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return count == 0 ? from : DateOnly.FromDayNumber(index.Nth(index.Through(inclusive ? from.DayNumber - 1 : from.DayNumber) + count));
    }

    /// <summary>The day that lies a number of working days before a day, that day not counted: the day of a reminder.</summary>
    /// <param name="from">The day counted back from.</param>
    /// <param name="count">How many working days, 0 or more; 0 gives the day itself.</param>
    public DateOnly SubtractWorkingDays(DateOnly from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return count == 0 ? from : DateOnly.FromDayNumber(index.Nth(index.Through(from.DayNumber - 1) - count + 1));
    }

    /// <summary>How many working days lie after one day and up to another, that one included; 0 where there are none between.</summary>
    public int CountWorkingDays(DateOnly after, DateOnly through) =>
        Math.Max(0, index.Through(through.DayNumber) - index.Through(after.DayNumber));

    /// <summary>The first working day from a day on: the day itself if it is one.</summary>
    public DateOnly NextWorkingDay(DateOnly day) => DateOnly.FromDayNumber(index.Nth(index.Through(day.DayNumber - 1) + 1));

    /// <summary>The last working day up to a day: the day itself if it is one.</summary>
    public DateOnly PreviousWorkingDay(DateOnly day) => DateOnly.FromDayNumber(index.Nth(index.Through(day.DayNumber)));

    /// <summary>The last working day of a month: the default day of a monthly load (渝府办发〔2016〕170号 三(三) names no day).</summary>
    public DateOnly LastWorkingDayOfMonth(int year, int month) => PreviousWorkingDay(new(year, month, DateTime.DaysInMonth(year, month)));

    internal bool IsProvisional(int year)
    {
        var at = year - firstNoticed;
        return (uint)at >= (uint)noticed.Length || !noticed[at];
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static void Require(HolidayNotice notice, IReadOnlyCollection<HolidayNotice> known)
    {
        foreach (var (path, found, allowed) in NoticeRules.Check(notice, known))
        {
            throw new ArgumentException(new CalendarFileProblem(notice.Id, "$" + path, found, allowed).ToString(), nameof(notice));
        }
    }

    // What a later notice says of a day stands: that is how an amendment cancels a make-up day or adds a day off.
    private static Dictionary<DateOnly, (DayKind Kind, string? Holiday, HolidayNotice Notice)> Arrange(IEnumerable<HolidayNotice> notices)
    {
        Dictionary<DateOnly, (DayKind Kind, string? Holiday, HolidayNotice Notice)> days = [];
        foreach (var notice in notices)
        {
            foreach (var run in notice.DaysOff)
            {
                foreach (var day in run.Days())
                {
                    days[day] = (DayKind.DayOff, run.Name, notice);
                }
            }

            foreach (var day in notice.MakeUpDays)
            {
                days[day] = (DayKind.MakeUpDay, null, notice);
            }
        }

        return days;
    }

    private WorkingDayIndex Index(int firstYear, int lastYear)
    {
        if (lastYear < firstYear)
        {
            return new(1, []);
        }

        var first = new DateOnly(firstYear - 1, 12, 1).DayNumber;
        var works = new bool[new DateOnly(lastYear, 12, 31).DayNumber - first + 1];
        for (var i = 0; i < works.Length; i++)
        {
            var day = DateOnly.FromDayNumber(first + i);
            works[i] = arranged.TryGetValue(day, out var known) ? known.Kind == DayKind.MakeUpDay : !IsWeekend(day);
        }

        return new(first, works);
    }
}
