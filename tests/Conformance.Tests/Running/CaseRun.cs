using EntCredit.Conformance.Tests.Hosts;

namespace EntCredit.Conformance.Tests.Running;

/// <summary>A case in progress: the steps that its client takes.</summary>
internal sealed class CaseRun(CaseHost host, CollectedLogs logs, CancellationToken limit)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public DurableTaskClient Client => host.Client;

    public CollectedLogs Logs => logs;

    /// <summary>Cancelled when the case takes too long: what hangs fails.</summary>
    public CancellationToken Limit => limit;

    /// <summary>Stops the host in order and starts it again.</summary>
    public Task RestartHost() => host.Restart(limit);

    public Task<string> Schedule(string orchestrator, object? input = null, StartOrchestrationOptions? options = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, options, limit);

    public Task<string> ScheduleAs(string id, string orchestrator, object? input = null) => Schedule(orchestrator, input, new StartOrchestrationOptions(id));

    /// <summary>Schedules an instance and waits until it runs.</summary>
    public async Task<string> Start(string orchestrator, string id, object? input = null)
    {
        await ScheduleAs(id, orchestrator, input);
        await Until(id, found => found.RuntimeStatus != OrchestrationRuntimeStatus.Pending);
        return id;
    }

    /// <summary>Schedules an instance and waits for its end.</summary>
    public async Task<OrchestrationMetadata> Run(string orchestrator, object? input = null, StartOrchestrationOptions? options = null) =>
        await Completed(await Schedule(orchestrator, input, options));

    public Task<OrchestrationMetadata> Completed(string id) => Client.WaitForInstanceCompletionAsync(id, true, limit);

    public Task Raise(string id, string name, object? payload = null) => Client.RaiseEventAsync(id, name, payload, limit);

    /// <summary>An instance that is there, with inputs and outputs.</summary>
    public async Task<OrchestrationMetadata> Get(string id) => (await Client.GetInstanceAsync(id, true, limit))!;

    /// <summary>Waits until an instance is as asked for.</summary>
    public async Task<OrchestrationMetadata> Until(string id, Func<OrchestrationMetadata, bool> so)
    {
        while (true)
        {
            if (await Find(id) is { } found && so(found))
                return found;
            await Task.Delay(Pause, limit);
        }
    }

    /// <summary>Waits until something is so.</summary>
    public async Task Until(Func<bool> so)
    {
        while (!so())
            await Task.Delay(Pause, limit);
    }

    /// <summary>Waits until an instance has a status.</summary>
    public Task<OrchestrationMetadata> Until(string id, OrchestrationRuntimeStatus status) => Until(id, found => found.RuntimeStatus == status);

    /// <summary>Waits until an instance's custom status is a text.</summary>
    public Task<OrchestrationMetadata> Says(string id, string customStatus) => Until(id, found => found.SerializedCustomStatus == $"\"{customStatus}\"");

    private async Task<OrchestrationMetadata?> Find(string id)
    {
        try
        {
            return await Client.GetInstanceAsync(id, true, limit);
        }
        catch (Exception) when (CaseHost.IsReal && !limit.IsCancellationRequested)
        {
            // The real in-process host cannot show a sub-orchestration before it has begun.
            return null;
        }
    }
}
