using System.Diagnostics;
using System.Threading.Channels;
using EntCredit.LocalRuntime.Durable.Converters;
using EntCredit.LocalRuntime.Durable.Engine.Execution;
using EntCredit.LocalRuntime.Durable.Engine.History;
using EntCredit.LocalRuntime.Durable.Engine.Steps;
using EntCredit.LocalRuntime.Durable.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Durable.Engine.Dispatch;

/// <summary>Runs queued activities, so many at a time. One that outstays its lease is given out again; the first result that is recorded counts.</summary>
internal sealed class ActivityPump(
    ReaderPool readers, WriterThread writer, DurableRegistry registry, DurableEngineOptions options, TimeProvider machine,
    LoadCounter load, ILoggerFactory loggers) : IDisposable
{
    private const int LongestInMemory = 2000;
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);
    private readonly Channel<QueuedActivity> _queue = Channel.CreateUnbounded<QueuedActivity>();
    private readonly CancellationTokenSource _abort = new();
    private readonly ILogger _logger = loggers.CreateLogger<ActivityPump>();

    /// <summary>Queues an activity; a long queue keeps its inputs on disk.</summary>
    public void Add(QueuedActivity activity)
    {
        load.Enter();
        _queue.Writer.TryWrite(_queue.Reader.Count < LongestInMemory ? activity : activity.ToStub());
    }

    /// <summary>Runs activities until it is cancelled; one that has begun is finished.</summary>
    public async Task Run(CancellationToken stop)
    {
        try
        {
            await foreach (var queued in _queue.Reader.ReadAllAsync(stop))
            {
                var activity = queued.IsStub ? readers.Read(r => r.Load(queued)) : queued;
                if (activity is null)
                    load.Leave();
                else
                    await Deliver(activity);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops: what is queued is on disk.
        }
    }

    /// <summary>Cancels what runs: the host will not wait longer.</summary>
    public void Abort() => _abort.Cancel();

    public void Dispose() => _abort.Dispose();

    private async Task Deliver(QueuedActivity activity)
    {
        using var lease = new CancellationTokenSource(options.ActivityLease, machine);
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(lease.Token, _abort.Token);
        var token = cancelled.Token;
        var body = Task.Run(() => Invoke(activity, token), CancellationToken.None);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = token.Register(() => ended.TrySetResult());
        await Task.WhenAny(body, ended.Task);
        if (!token.IsCancellationRequested)
        {
            await Answer(activity, await body);
            return;
        }

        // A body that ignores its token may still bring a result: it counts if it is the first.
        _ = body.ContinueWith(late => Late(activity, late), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        if (_abort.IsCancellationRequested)
            load.Leave();
        else
            await Expire(activity);
    }

    private async Task<(MessageKind Kind, string? Data)> Invoke(QueuedActivity activity, CancellationToken cancellation)
    {
        using var trace = Traces.StartActivity(activity);
        try
        {
            if (registry.Activity(activity.Name) is not { } body)
                return (MessageKind.TaskFailed, HistoryJson.Failure(Failures.NoActivity(activity.Name)));
            var invocation = new ActivityInvocation(activity.Name, activity.InstanceId, activity.TaskId, activity.Input, activity.TraceParent);
            return (MessageKind.TaskCompleted, JsonDataConverter.Default.Serialize(await body(invocation, cancellation)));
        }
#pragma warning disable CA1031 // Whatever an activity throws is its recorded failure.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            trace?.SetStatus(ActivityStatusCode.Error, failure.Message);
            if (!cancellation.IsCancellationRequested)
                _logger.LogWarning(failure, "Activity {Name} #{TaskId} of {InstanceId} failed.", activity.Name, activity.TaskId, activity.InstanceId);
            return (MessageKind.TaskFailed, HistoryJson.Failure(TaskFailureDetails.FromException(failure)));
        }
    }

    private ValueTask Answer(QueuedActivity activity, (MessageKind Kind, string? Data) result) => writer.Post(
        store => MessageStep.Answer(store, activity, result.Kind, result.Data),
        _ => load.Leave(),
        failure => Again(activity, failure));

    private void Late(QueuedActivity activity, Task<(MessageKind Kind, string? Data)> body)
    {
        var (kind, data) = body.GetAwaiter().GetResult();
        // A failure after the lease is most often the lease's own cancellation; the next delivery decides.
        if (kind == MessageKind.TaskCompleted)
            _ = Record(activity, kind, data);
    }

    private async Task Record(QueuedActivity activity, MessageKind kind, string? data)
    {
        try
        {
            await writer.Submit(store => MessageStep.Answer(store, activity, kind, data));
        }
        catch (Exception failure) when (failure is ObjectDisposedException or Microsoft.Data.Sqlite.SqliteException)
        {
            _logger.LogWarning(failure, "A late result of activity {Name} of {InstanceId} is lost; it is run again.", activity.Name, activity.InstanceId);
        }
    }

    private ValueTask Expire(QueuedActivity activity)
    {
        var deliveries = activity.Deliveries + 1;
        _logger.LogWarning(
            "Activity {Name} #{TaskId} of {InstanceId} outstayed its lease, delivery {Delivery} of {Most}.",
            activity.Name, activity.TaskId, activity.InstanceId, deliveries, options.MaxActivityDeliveries);
        if (deliveries >= options.MaxActivityDeliveries)
            return Answer(activity, (
                MessageKind.TaskFailed, HistoryJson.Failure(Failures.LeaseExpired(activity.Name, options.ActivityLease, deliveries))));
        return writer.Post(
            store => store.Redeliver(activity),
            waits =>
            {
                if (waits)
                    Add(activity with { Deliveries = deliveries });
                load.Leave();
            },
            failure => Again(activity, failure));
    }

    private void Again(QueuedActivity activity, Exception failure)
    {
        _logger.LogError(failure, "The result of activity {Name} of {InstanceId} could not be recorded; it is run again.", activity.Name, activity.InstanceId);
        _ = Task.Delay(RetryDelay, machine).ContinueWith(
            _ =>
            {
                Add(activity);
                load.Leave();
            },
            TaskScheduler.Default);
    }
}
