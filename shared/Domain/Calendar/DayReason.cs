namespace EntCredit.Domain.Calendar;

/// <summary>Why a day is counted or not.</summary>
public enum DayReason
{
    /// <summary>Not counted: the day of the event (民法典 201条).</summary>
    EventDay,

    /// <summary>Counted: a Monday to Friday.</summary>
    WorkingDay,

    /// <summary>Counted: 调休上班, worked by a notice.</summary>
    MakeUpDay,

    /// <summary>Counted: every day counts in this period.</summary>
    CalendarDay,

    /// <summary>The day that the rule names: 每月N日.</summary>
    NamedDay,

    /// <summary>Not counted: 周末.</summary>
    Weekend,

    /// <summary>Not counted: 节假日, off by a notice.</summary>
    DayOff,

    /// <summary>Not counted: the period is paused.</summary>
    Paused,

    /// <summary>The first working day after a last day that is none (民法典 203条).</summary>
    RolledTo,
}
