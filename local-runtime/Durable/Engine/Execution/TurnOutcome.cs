using EntCredit.LocalRuntime.Durable.Client;
using EntCredit.LocalRuntime.Durable.Engine.History;

namespace EntCredit.LocalRuntime.Durable.Engine.Execution;

/// <summary>What a turn came to.</summary>
internal sealed record TurnOutcome(OrchestrationRuntimeStatus Status, IReadOnlyList<ScheduledAction> Actions, string? CustomStatus)
{
    /// <summary>The serialized output of an ended instance.</summary>
    public string? Output { get; init; }

    /// <summary>Why it failed.</summary>
    public TaskFailureDetails? Failure { get; init; }

    /// <summary>Timers of this and earlier turns that were cancelled in this one.</summary>
    public IReadOnlySet<int> CancelledTimers { get; init; } = new HashSet<int>();

    /// <summary>How it continues as new; null where it does not.</summary>
    public NextExecution? Next { get; init; }

    /// <summary>Whether tasks are left open, whose results nobody will take.</summary>
    public bool LeavesWork { get; init; }

    /// <summary>Whether the code waits for something that no history will ever answer.</summary>
    public bool IsStuck { get; init; }

    /// <summary>Whether the instance has ended.</summary>
    public bool IsEnd => Next is null && Status
        is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;
}
