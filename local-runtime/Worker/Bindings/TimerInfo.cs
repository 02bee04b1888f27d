namespace EntCredit.LocalRuntime.Worker;

/// <summary>What a function with a timer trigger is told.</summary>
public class TimerInfo
{
    /// <summary>The schedule's status as it was before this run; null when it is not kept.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether this run makes up for a tick that was missed.</summary>
    public bool IsPastDue { get; set; }
}
