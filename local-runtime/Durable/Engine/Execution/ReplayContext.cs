using EntCredit.LocalRuntime.Durable.Engine.History;
using EntCredit.LocalRuntime.Durable.Exceptions;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Durable.Engine.Execution;

/// <summary>The context that an orchestrator sees: it numbers what is asked for and answers from the history.</summary>
internal sealed partial class ReplayContext(InstanceHeader instance, DataConverter converter, ILoggerFactory loggers) : TaskOrchestrationContext
{
    /// <summary>The text of the real engine.</summary>
    public const string IllegalAwait =
        "An invalid asynchronous invocation was detected. This can be caused by awaiting non-durable tasks "
        + "in an orchestrator function's implementation or by middleware that invokes asynchronous code.";

    [ThreadStatic]
    private static ReplayContext? s_current;

    private readonly SortedDictionary<int, ScheduledAction> _asked = [];
    private readonly SortedDictionary<int, ScheduledAction> _withheld = [];
    private readonly Dictionary<int, OpenTask> _open = [];
    private readonly HashSet<int> _cancelledTimers = [];
    private TurnTime _time;
    private bool _replaying;
    private int _nextId;
    private object? _customStatus;

    public override TaskName Name => instance.Name;

    public override string InstanceId => instance.Id;

    public override ParentOrchestrationInstance? Parent { get; } =
        instance.Parent is { } parent ? new(parent.Name, parent.Id) : null;

    public override DateTime CurrentUtcDateTime => _time.Legal;

    public override bool IsReplaying => _replaying;

    public override string Version => instance.Version;

    /// <summary>Whether the code has used the context: as in the real engine, one that awaits before that fails at once.</summary>
    public bool IsAccessed { get; private set; }

    public bool IsSuspended { get; private set; }

    public bool HasOpenTasks => _open.Count > 0;

    /// <summary>Whether anything can still wake the code.</summary>
    public bool WaitsForNothing => _open.Count == 0 && _waiters.Count == 0;

    /// <summary>What was asked for and is in no recorded turn.</summary>
    public IReadOnlyList<ScheduledAction> NewActions => [.. _asked.Values];

    public IReadOnlySet<int> CancelledTimers => _cancelledTimers;

    public NextExecution? Next => _continuation is { } next ? next with { Events = [.. _carried] } : null;

    public string? SerializedCustomStatus => converter.Serialize(_customStatus);

    protected override ILoggerFactory LoggerFactory => loggers;

    public override T? GetInput<T>() where T : default
    {
        EnsureOrchestratorThread();
        return converter.Deserialize<T>(instance.Input);
    }

    public override void SetCustomStatus(object? customStatus)
    {
        EnsureOrchestratorThread();
        _customStatus = customStatus;
    }

    /// <summary>This thread runs the orchestrator, until <see cref="Leave"/>.</summary>
    public void Enter() => s_current = this;

    public void Leave() => s_current = null;

    public void BeginTurn(TurnTime time, bool replaying)
    {
        _time = time;
        _replaying = replaying;
    }

    /// <summary>Checks what the code asked for against a recorded turn.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">They differ.</exception>
    public void Confirm(ScheduledAction recorded)
    {
        if (!_asked.Remove(recorded.Id, out var asked))
            throw new NonDeterministicOrchestrationException(
                $"A previous execution of this orchestration scheduled {recorded.Describe()} with sequence number {recorded.Id}, "
                + "but the current replay execution hasn't (yet?) scheduled this task. Was a change made to the orchestrator code "
                + "after this instance had already started running?");
        if (!asked.Matches(recorded))
            throw new NonDeterministicOrchestrationException(
                $"A previous execution of this orchestration scheduled {recorded.Describe()} with sequence number {recorded.Id}, "
                + $"but the current orchestration replay instead scheduled {asked.Describe()} with this sequence number. "
                + "Was a change made to the orchestrator code after this instance had already started running?");
    }

    private void EnsureOrchestratorThread()
    {
        if (!ReferenceEquals(s_current, this))
            throw new InvalidOperationException(IllegalAwait);
        IsAccessed = true;
    }
}
