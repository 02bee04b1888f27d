using EntCredit.LocalRuntime.Durable.Engine.History;

namespace EntCredit.LocalRuntime.Tests.Durable.Stores;

/// <summary>An instance as plain lists.</summary>
internal sealed class NaiveInstance(long sequence, string id, (long Sequence, int Execution, int Task)? parent)
{
    public long Sequence => sequence;

    public string Id => id;

    public (long Sequence, int Execution, int Task)? Parent => parent;

    public int Execution { get; set; }

    public OrchestrationRuntimeStatus Status { get; set; } = OrchestrationRuntimeStatus.Pending;

    public int? StartAt { get; set; }

    public int Turns { get; set; }

    /// <summary>How many of the messages a turn has received.</summary>
    public int Through { get; set; }

    public List<(MessageKind Kind, int Task, string? Name)> Messages { get; } = [];

    public List<int> Activities { get; } = [];

    public Dictionary<int, int> Timers { get; } = [];

    public bool IsOpen => Status is OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Suspended;

    public bool IsReady => IsOpen && StartAt is null && (Turns == 0 || Messages.Count > Through);

    public IEnumerable<string> Lines() =>
    [
        $"instance {sequence} {id} {Execution} {(int)Status} start {StartAt} parent {parent?.Sequence} {parent?.Execution} {parent?.Task} turns {Turns} through {Through}",
        .. Messages.Select((message, index) => $"message {sequence} {index + 1} {(int)message.Kind} {message.Task} {message.Name}"),
        .. Activities.Select(task => $"activity {sequence} {Execution} {task}"),
        .. Timers.Select(timer => $"timer {sequence} {(timer.Key < 0 ? 0 : Execution)} {timer.Key} {timer.Value}"),
    ];
}
