using System.Text.Json.Serialization;

namespace EntCredit.Domain.Calendar;

/// <summary>What a statutory period is counted in.</summary>
public enum TermUnit
{
    /// <summary>工作日: Monday to Friday less days off, plus make-up days.</summary>
    WorkingDays,

    /// <summary>日, 天: every day.</summary>
    CalendarDays,

    /// <summary>月: to the corresponding day (民法典 202条).</summary>
    Months,

    /// <summary>每月N日前: the Nth day of the month after the event's month.</summary>
    DayOfMonth,
}

/// <summary>What happens to a last day that is no working day.</summary>
public enum Roll
{
    /// <summary>It stays where it is.</summary>
    None,

    /// <summary>It moves to the next working day (民法典 203条).</summary>
    Next,
}

/// <summary>A statutory period: so many units from the day of an event.</summary>
/// <param name="Unit">What is counted.</param>
/// <param name="Count">How many; at least 1 (for <see cref="TermUnit.DayOfMonth"/> 1 to 31).</param>
/// <param name="Inclusive">True where the day of the event is itself counted; 民法典 201条 does not count it.</param>
/// <param name="Roll">What happens to a last day that is no working day.</param>
public sealed record Term(TermUnit Unit, int Count, bool Inclusive = false, Roll Roll = Roll.None)
{
    /// <summary>So many working days, the day of the event not counted.</summary>
    public static Term WorkingDays(int count) => new(TermUnit.WorkingDays, count);

    /// <summary>The most that a unit may count: some forty years of days, a hundred of months, the 31st of a month.</summary>
    public static int Most(TermUnit unit) => unit switch
    {
        TermUnit.WorkingDays => 10_000,
        TermUnit.CalendarDays => 14_600,
        TermUnit.Months => 480,
        _ => 31,
    };

    /// <summary>True where the count lies in 1 to <see cref="Most"/>; nothing is computed with any other term.</summary>
    [JsonIgnore]
    public bool IsValid => Count >= 1 && Count <= Most(Unit);
}
