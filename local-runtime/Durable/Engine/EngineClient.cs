using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using EntCredit.LocalRuntime.Durable.Client;
using EntCredit.LocalRuntime.Durable.Converters;
using EntCredit.LocalRuntime.Durable.Engine.Dispatch;
using EntCredit.LocalRuntime.Durable.Engine.History;
using EntCredit.LocalRuntime.Durable.Engine.Steps;
using EntCredit.LocalRuntime.Durable.Engine.Storage;
using EntCredit.LocalRuntime.Durable.Exceptions;

namespace EntCredit.LocalRuntime.Durable.Engine;

/// <summary>The client of an engine in the same process.</summary>
internal sealed class EngineClient(Func<EngineParts> parts, Waiters waiters, TimeProvider machine) : DurableTaskClient("local")
{
    private const int PurgedAtOnce = 100;
    private static readonly JsonDataConverter Converter = JsonDataConverter.Default;

    private long Now => machine.GetUtcNow().UtcTicks;

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        var id = string.IsNullOrEmpty(options?.InstanceId) ? NewId() : InstanceIds.Check(options.InstanceId);
        var added = new NewInstance(
            id, orchestratorName.Name, options?.Version?.Version ?? "", Converter.Serialize(input), options?.StartAt?.UtcTicks,
            options?.Tags, W3C(), Activity.Current?.TraceStateString);
        var refusing = DedupeStatuses.Refusing(options?.DedupeStatuses);
        var refused = await parts().Writer.Submit(store => ScheduleStep.Schedule(store, added, refusing, Now), cancellation);
        return refused is null
            ? id
            : throw new OrchestrationAlreadyExistsException($"An orchestration with instance ID '{id}' and status '{refused}' already exists.");
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return Tell(instanceId, MessageKind.EventRaised, eventName, Converter.Serialize(eventPayload), cancellation);
    }

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        Tell(instanceId, MessageKind.Suspended, null, reason, cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        Tell(instanceId, MessageKind.Resumed, null, reason, cancellation);

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var output = Converter.Serialize(options?.Output);
        return parts().Writer.Submit(
            store => EndStep.Terminate(store, instanceId, output, options?.Recursive ?? false, Now), cancellation);
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Find(instanceId, getInputsAndOutputs));
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Wait(instanceId, getInputsAndOutputs, found => found.RuntimeStatus != OrchestrationRuntimeStatus.Pending, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Wait(instanceId, getInputsAndOutputs, found => found.IsCompleted, cancellation);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        new InstancePages(parts, filter ?? new());

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return new(await parts().Writer.Submit(store => MessageStep.Purge(store, instanceId), cancellation) ? 1 : 0);
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (filter.Timeout <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(filter), filter.Timeout, "PurgeInstancesFilter.Timeout must be a positive TimeSpan.");
        var began = machine.GetTimestamp();
        var statuses = Numbers(filter.Statuses);
        for (var (purged, last) = (0, 0L); ;)
        {
            if (filter.Timeout is { } most && machine.GetElapsedTime(began) >= most)
                return new(purged, isComplete: false);
            var after = last;
            (var count, last) = await parts().Writer.Submit(
                store => MessageStep.Purge(store, after, filter.CreatedFrom?.UtcTicks, filter.CreatedTo?.UtcTicks, statuses, PurgedAtOnce), cancellation);
            purged += count;
            if (count < PurgedAtOnce)
                return new(purged, isComplete: true);
        }
    }

    public override async Task<string> RestartAsync(
        string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var id = restartWithNewInstanceId ? NewId() : instanceId;
        return await parts().Writer.Submit(store => ScheduleStep.Restart(store, instanceId, id, Now), cancellation) switch
        {
            RestartResult.NotFound => throw new ArgumentException($"An orchestration with the instanceId {instanceId} was not found.", nameof(instanceId)),
            RestartResult.NotEnded => throw new InvalidOperationException($"The orchestration {instanceId} has not ended and cannot be restarted under its own id."),
            _ => id,
        };
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The stored numbers of statuses, as JSON; null for all.</summary>
    internal static string? Numbers(IEnumerable<OrchestrationRuntimeStatus>? statuses) =>
        statuses?.Select(s => (int)s).ToArray() is { Length: > 0 } numbers ? JsonSerializer.Serialize(numbers) : null;

    private static string NewId() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    private static string? W3C() => Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    private async Task Tell(string id, MessageKind kind, string? name, string? data, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(id, "instanceId");
        await parts().Writer.Submit(store => MessageStep.Tell(store, id, kind, name, data), cancellation);
    }

    private OrchestrationMetadata? Find(string id, bool full) => parts().Readers.Read(r => r.Find(id, full ? Converter : null));

    private async Task<OrchestrationMetadata> Wait(string id, bool full, Func<OrchestrationMetadata, bool> until, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(id, "instanceId");
        return await waiters.Until(
            id,
            () => Find(id, full) is { } found
                ? until(found) ? found : null
                : throw new InvalidOperationException($"Orchestration with instanceId '{id}' does not exist"),
            cancellation);
    }
}
