using EntCredit.LocalRuntime.Durable.Converters;
using EntCredit.LocalRuntime.Durable.Engine.Execution;
using EntCredit.LocalRuntime.Durable.Engine.History;
using EntCredit.LocalRuntime.Durable.Engine.Steps;
using EntCredit.LocalRuntime.Durable.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Durable.Engine.Dispatch;

/// <summary>Runs the turns of ready instances, several at a time, each instance one at a time, and commits each.</summary>
internal sealed class TurnPump(
    InstanceCache cache, ReaderPool readers, WriterThread writer, DurableRegistry registry, TimeProvider legal, TimeProvider machine,
    ILoggerFactory loggers)
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);
    private readonly ILogger _logger = loggers.CreateLogger<TurnPump>();
    private readonly JsonDataConverter _converter = JsonDataConverter.Default;

    /// <summary>Runs turns until it is cancelled; a turn that has begun is finished.</summary>
    public async Task Run(CancellationToken stop)
    {
        try
        {
            await foreach (var slot in cache.Ready.ReadAllAsync(stop))
                await Turn(slot);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops: what is queued is on disk.
        }
    }

    private async Task Turn(Slot slot)
    {
        try
        {
            var instance = cache.Take(slot) ?? readers.Read(r => r.Load(slot.Sequence));
            if (instance is not { IsReleased: true })
            {
                cache.Give(slot, null, again: false);
                return;
            }

            cache.Merge(slot, instance);
            var through = instance.Turns.Count == 0 ? -1 : instance.Turns[^1].Through;
            if (instance.Messages.Count > 0 ? instance.Messages[^1].Ordinal <= through : through >= 0)
            {
                cache.Give(slot, instance, again: false);
                return;
            }

            await Turn(slot, instance);
        }
#pragma warning disable CA1031 // An instance whose turn cannot be made now is tried again; the others go on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Later(slot, failure);
        }
    }

    private ValueTask Turn(Slot slot, StoredInstance instance)
    {
        var header = instance.Header;
        var time = new TurnTime(legal.GetUtcNow().UtcDateTime, machine.GetUtcNow().UtcDateTime);
        var context = new ReplayContext(header, _converter, loggers);
        var outcome = new OrchestratorTurn(context, registry.Orchestrator(header.Name))
            .Run(instance.Turns, instance.Messages, time, _converter.Serialize);
        var turn = new Turn(
            instance.Turns.Count, time, instance.Messages.Count == 0 ? 0 : instance.Messages[^1].Ordinal, outcome.Actions);
        Tell(header, outcome);
        return writer.Post(
            store => TurnStep.Commit(store, header, turn, outcome, time.Machine.Ticks),
            committed => Committed(slot, instance, turn, outcome, committed),
            failure => Later(slot, failure));
    }

    private void Committed(Slot slot, StoredInstance instance, Turn turn, TurnOutcome outcome, bool committed)
    {
        if (!committed || outcome.IsEnd || outcome.Next is not null)
        {
            cache.Give(slot, null, again: committed && outcome.Next is not null);
            return;
        }

        instance.Turns.Add(turn);
        cache.Give(slot, instance, again: false);
    }

    private void Later(Slot slot, Exception failure)
    {
        _logger.LogError(failure, "A turn of instance number {Sequence} could not be made; it is tried again.", slot.Sequence);
        _ = Task.Delay(RetryDelay, machine).ContinueWith(_ => cache.Give(slot, null, again: true), TaskScheduler.Default);
    }

    private void Tell(InstanceHeader header, TurnOutcome outcome)
    {
        if (outcome.Failure is { } failure)
            _logger.LogError("Orchestration {Name} {InstanceId} failed: {ErrorType}: {ErrorMessage}", header.Name, header.Id, failure.ErrorType, failure.ErrorMessage);
        if (outcome.IsStuck)
            _logger.LogError("Orchestration {Name} {InstanceId} waits for a task that is not durable and will never go on. {Rule}", header.Name, header.Id, ReplayContext.IllegalAwait);
    }
}
