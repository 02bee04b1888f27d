using EntCredit.LocalRuntime.Durable.Client;
using EntCredit.LocalRuntime.Durable.Engine.History;
using EntCredit.LocalRuntime.Durable.Exceptions;

namespace EntCredit.LocalRuntime.Durable.Engine.Execution;

/// <summary>Runs an orchestrator's code: through its recorded turns, then on with what is new.</summary>
internal sealed class OrchestratorTurn(ReplayContext context, OrchestratorBody body)
{
    private readonly OrchestratorSynchronizationContext _thread = new();
    private readonly Queue<Message> _whileSuspended = new();
    private Task<object?>? _running;
    private bool _terminated;
    private string? _terminatedWith;

    /// <summary>Runs one turn on the calling thread.</summary>
    /// <param name="past">The recorded turns.</param>
    /// <param name="messages">All messages of the execution; those after the last turn are new.</param>
    /// <param name="now">What the clocks say.</param>
    /// <param name="serialize">Serializes the output.</param>
    public TurnOutcome Run(IReadOnlyList<Turn> past, IReadOnlyList<Message> messages, TurnTime now, Func<object?, string?> serialize)
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(_thread);
        context.Enter();
        try
        {
            var played = 0;
            foreach (var turn in past)
            {
                context.BeginTurn(turn.Time, replaying: true);
                played = Play(messages, played, turn.Through);
                foreach (var action in turn.Actions)
                    context.Confirm(action);
            }

            context.BeginTurn(now, replaying: false);
            Play(messages, played, long.MaxValue);
            return Outcome(serialize);
        }
#pragma warning disable CA1031 // Whatever the code or its data throw here ends this instance, and no other.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return Failed(failure);
        }
        finally
        {
            context.Leave();
            _thread.Close();
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    private int Play(IReadOnlyList<Message> messages, int from, long through)
    {
        Start();
        var next = from;
        for (; next < messages.Count && messages[next].Ordinal <= through; next++)
        {
            Play(messages[next]);
            _thread.Drain();
        }

        return next;
    }

    private void Start()
    {
        if (_running is not null)
            return;
        try
        {
            _running = body(context);
            _thread.Drain();
        }
#pragma warning disable CA1031 // A body that is not async throws here.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _running = Task.FromException<object?>(failure);
        }

        if (!_running.IsCompleted && !context.IsAccessed)
            throw new InvalidOperationException(ReplayContext.IllegalAwait);
    }

    private void Play(Message message)
    {
        if (context.IsSuspended && message.Kind is not (MessageKind.Resumed or MessageKind.Terminated))
        {
            if (message.Kind != MessageKind.Suspended)
                _whileSuspended.Enqueue(message);
            return;
        }

        switch (message.Kind)
        {
            case MessageKind.EventRaised:
                context.Raise(message.Name!, message.Data);
                break;
            case MessageKind.TaskCompleted or MessageKind.TimerFired or MessageKind.SubOrchestrationCompleted:
                context.Complete(message.TaskId, message.Data);
                break;
            case MessageKind.TaskFailed or MessageKind.SubOrchestrationFailed:
                context.Fail(message.TaskId, HistoryJson.Failure(message.Data));
                break;
            case MessageKind.Suspended:
                context.Suspend();
                break;
            case MessageKind.Resumed:
                context.Resume();
                while (_whileSuspended.TryDequeue(out var held))
                    Play(held);
                break;
            case MessageKind.Terminated:
                _terminated = true;
                _terminatedWith = message.Data;
                break;
        }
    }

    private TurnOutcome Outcome(Func<object?, string?> serialize)
    {
        var outcome = new TurnOutcome(
            context.IsSuspended ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running,
            context.NewActions,
            context.SerializedCustomStatus)
        {
            CancelledTimers = context.CancelledTimers,
            LeavesWork = context.HasOpenTasks,
        };
        if (_terminated)
            return outcome with { Status = OrchestrationRuntimeStatus.Terminated, Output = _terminatedWith, Actions = Told(outcome.Actions) };
        // As in the real engine an orchestration whose code has returned goes on until its open tasks, timers too, are answered.
        if (!_running!.IsCompleted || context.HasOpenTasks)
            return outcome with { IsStuck = !_running.IsCompleted && context.WaitsForNothing && !context.IsSuspended };
        if (!_running.IsCompletedSuccessfully)
            return Failed(_running.Exception?.InnerException ?? new TaskCanceledException(_running));
        return context.Next is { } next
            ? outcome with { Next = next }
            : outcome with { Status = OrchestrationRuntimeStatus.Completed, Output = serialize(_running.Result) };
    }

    private TurnOutcome Failed(Exception failure) =>
        new(OrchestrationRuntimeStatus.Failed, failure is NonDeterministicOrchestrationException ? [] : Told(context.NewActions), CustomStatus())
        {
            Failure = failure is MissingOrchestratorException missing ? Failures.NoOrchestrator(missing.Name) : TaskFailureDetails.FromException(failure),
            CancelledTimers = context.CancelledTimers,
            LeavesWork = true,
        };

    private string? CustomStatus()
    {
        try
        {
            return context.SerializedCustomStatus;
        }
#pragma warning disable CA1031 // The failure that is being recorded matters more than a status that cannot be serialized.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    /// <summary>Of an ended instance's last wishes only the events to others are carried out.</summary>
    private static List<ScheduledAction> Told(IReadOnlyList<ScheduledAction> actions) => [.. actions.Where(a => a.Kind == ActionKind.Event)];
}
