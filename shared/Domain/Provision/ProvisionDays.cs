using EntCredit.Domain.Calendar;
using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.Provision;

/// <summary>The days of a monthly regime for what arises on one day.</summary>
/// <param name="ProvideBy">每月5日前: the last day for giving it (A17, A18).</param>
/// <param name="LoadBy">每月加载: the last day for loading what was given in time (A34).</param>
/// <param name="Advisory">The national 20 working days, reported beside and not owed (A19), or null where the profile names none.</param>
public sealed record ProvisionDays(DateOnly ProvideBy, DateOnly LoadBy, DateOnly? Advisory)
{
    /// <summary>Whether keeping the monthly days can still be later than the national period.</summary>
    public bool ExceedsAdvisory => Advisory < LoadBy;

    /// <summary>The days for what arises on a day; null where the regime is not monthly then.</summary>
    public static ProvisionDays? For(DateOnly generatedOn, JurisdictionProfile profile, WorkingCalendar calendar)
    {
        if (!profile.Provision.IsMonthlyOn(generatedOn) || profile.IsBacklog(generatedOn)) return null;
        if (profile.Clock(ClockKind.MonthlyProvision) is not { } clock || profile.Provision.Load is not { } load) return null;
        var provideBy = Deadlines.Compute(calendar, clock.Term, generatedOn).Due;
        var advisory = profile.Provision.Advisory is { } period ? Deadlines.Compute(calendar, period.Term, generatedOn).Due : default(DateOnly?);
        return new(provideBy, LoadOf(load.Day, provideBy, calendar), advisory);
    }

    /// <summary>由市工商局每月加载 (C 三(三)) names no day: the load day of the month in which it was given, or of the next where that is past (A34).</summary>
    public static DateOnly LoadOf(LoadDay rule, DateOnly providedOn, WorkingCalendar calendar)
    {
        var day = Of(rule, providedOn, calendar);
        return day >= providedOn ? day : Of(rule, new DateOnly(providedOn.Year, providedOn.Month, 1).AddMonths(1), calendar);
    }

    private static DateOnly Of(LoadDay rule, DateOnly month, WorkingCalendar calendar) => rule == LoadDay.LastWorkingDayOfMonth
        ? calendar.LastWorkingDayOfMonth(month.Year, month.Month)
        : calendar.NextWorkingDay(new(month.Year, month.Month, 1));
}
