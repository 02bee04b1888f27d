namespace EntCredit.Domain.Calendar;

/// <summary>What a day is to the working-day calendar.</summary>
public enum DayKind
{
    /// <summary>工作日: a Monday to Friday that no notice changes.</summary>
    Workday,

    /// <summary>周末: a Saturday or Sunday that no notice changes.</summary>
    Weekend,

    /// <summary>节假日: off by a notice.</summary>
    DayOff,

    /// <summary>调休上班: worked by a notice.</summary>
    MakeUpDay,
}
