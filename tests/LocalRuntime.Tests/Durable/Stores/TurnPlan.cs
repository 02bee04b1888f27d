using EntCredit.LocalRuntime.Durable.Engine.Execution;
using EntCredit.LocalRuntime.Durable.Engine.History;

namespace EntCredit.LocalRuntime.Tests.Durable.Stores;

/// <summary>What a turn is to come to, before it is known which turn it is.</summary>
/// <param name="Ends">How it ends.</param>
/// <param name="Takes">How many new messages it had received when it began; what else there is came while it ran.</param>
/// <param name="Asks">What it asks for.</param>
/// <param name="IsStale">Whether the instance was loaded before its last turn: then the turn is void.</param>
internal sealed record TurnPlan(TurnEnd Ends, int Takes, TurnPlan.Ask[] Asks, bool IsStale)
{
    /// <summary>One thing that is asked for.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Other">The instance that is started or told.</param>
    /// <param name="Due">When a timer is due.</param>
    internal sealed record Ask(ActionKind Kind, string Other, int Due);

    /// <summary>The actions of the turn of a number. Of one that ends its instance only the events to others are carried out.</summary>
    public IReadOnlyList<ScheduledAction> Actions(int number) =>
    [
        .. Asks.Select((ask, index) => ask.Kind switch
        {
            ActionKind.Activity => new ScheduledAction(ask.Kind, TaskId(number, index), "Do"),
            ActionKind.Timer => new(ask.Kind, TaskId(number, index), Due: ask.Due),
            ActionKind.SubOrchestration => new(ask.Kind, TaskId(number, index), "Sub", Target: ask.Other),
            _ => new(ask.Kind, TaskId(number, index), "sent", Target: ask.Other),
        }).Where(action => Ends <= TurnEnd.Continues || action.Kind == ActionKind.Event),
    ];

    /// <summary>The first task of this turn and of the one before are cancelled, where they are timers.</summary>
    public IReadOnlySet<int> Cancelled(int number) => Takes % 2 == 0 ? new HashSet<int> { TaskId(number, 0), TaskId(number - 1, 0) } : new HashSet<int>();

    /// <summary>How it goes on; null where it does not.</summary>
    public NextExecution? Next => Ends == TurnEnd.Continues ? new("next", null, Takes % 2 == 0 ? [] : [("carried", "1")]) : null;

    public override string ToString() =>
        $"{(IsStale ? "stale " : "")}{Ends} takes {Takes} asks [{string.Join(", ", Asks.Select(ask => $"{ask.Kind} {ask.Other} {ask.Due}"))}]";

    private static int TaskId(int number, int index) => number * 10 + index;
}
