using EntCredit.LocalRuntime.Worker.Extensions.Abstractions;

namespace EntCredit.LocalRuntime.Worker;

/// <summary>The function runs on a schedule, in UTC.</summary>
/// <param name="schedule">An NCRONTAB expression of six fields (second first), or <c>%Setting%</c> that holds one.</param>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>The schedule as written.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>
    /// Whether the schedule's status is kept, so that a tick missed while the host was down is made up once. Never kept for a schedule that
    /// fires more than once a minute.
    /// </summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Whether the function also runs at each start of the host.</summary>
    public bool RunOnStartup { get; set; }
}
