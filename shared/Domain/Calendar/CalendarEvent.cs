using EntCredit.Domain.Events;

namespace EntCredit.Domain.Calendar;

/// <summary>A fact of the calendar's own stream: what the embedded notices do not know yet.</summary>
public abstract record CalendarEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>The stream.</summary>
    public const string Stream = "calendar";

    /// <summary>A notice or amendment was loaded while the system runs.</summary>
    [EventName("calendar.notice-loaded")]
    public sealed record NoticeLoaded(DateTimeOffset At, HolidayNotice Notice) : CalendarEvent(At);
}
