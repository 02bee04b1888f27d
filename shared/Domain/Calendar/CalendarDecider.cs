namespace EntCredit.Domain.Calendar;

/// <summary>How notices come to hold.</summary>
public static class CalendarDecider
{
    /// <summary>The versions after a history of loaded notices.</summary>
    public static CalendarVersions Fold(CalendarVersions embedded, IEnumerable<CalendarEvent> history) =>
        history.OfType<CalendarEvent.NoticeLoaded>().Aggregate(embedded, (versions, loaded) => versions.With(loaded.Notice));

    /// <summary>What follows from loading a checked file: one event for each notice that is not known.</summary>
    public static IReadOnlyList<CalendarEvent> Load(CalendarVersions versions, IEnumerable<HolidayNotice> notices, DateTimeOffset at) =>
        [.. notices.Where(notice => versions.Notices.All(known => known.Id != notice.Id)).Select(notice => new CalendarEvent.NoticeLoaded(at, notice))];
}
