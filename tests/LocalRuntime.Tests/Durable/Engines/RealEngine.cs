namespace EntCredit.LocalRuntime.Tests.Durable.Engines;

/// <summary>A host with a cache that holds two instances, so that they are put out of memory and loaded again. Steps whose effect depends on what is done by then wait for that.</summary>
internal sealed class RealEngine : IEngineSteps
{
    private readonly Lazy<Harness> _started = new(() => Harness.Start(Collecting.Register, options => options with { InstanceCacheSize = 2 }).GetAwaiter().GetResult());
    private string? _final;

    private Harness Host => _started.Value;

    public void Schedule(string id) => Settled(async () =>
    {
        try
        {
            await Host.Schedule("Collect", options: new(id));
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // It runs.
        }
    });

    public void Raise(string id, int number) => Host.Raise(id, "number", number).GetAwaiter().GetResult();

    public void Suspend(string id) => Settled(() => Host.Client.SuspendInstanceAsync(id, null, Harness.Limit));

    public void Resume(string id) => Settled(() => Host.Client.ResumeInstanceAsync(id, null, Harness.Limit));

    public void Terminate(string id) => Settled(() => Host.Client.TerminateInstanceAsync(id, null, Harness.Limit));

    public void Purge(string id) => Settled(() => Host.Client.PurgeInstanceAsync(id, null, Harness.Limit));

    public void Restart(string id) => Settled(async () =>
    {
        if (await Host.Client.GetInstanceAsync(id, false, Harness.Limit) is { IsCompleted: true })
            await Host.Client.RestartAsync(id, false, Harness.Limit);
    });

    public void Advance() => Host.Advance(Collecting.Timer).GetAwaiter().GetResult();

    public void Reopen(bool killed) => (killed ? Host.Crash() : Host.Restart()).GetAwaiter().GetResult();

    /// <summary>How each instance stands in the end, after which the database is gone. Also: nothing is held in memory beyond the bound.</summary>
    public string FinalDump() => _final ??= FinalDumpAsync().GetAwaiter().GetResult();

    private async Task<string> FinalDumpAsync()
    {
        await Host.Idle();
        Assert.InRange(Host.Engine.InstancesInMemory, 0, 2);
        var lines = new List<string>();
        await foreach (var one in Host.Client.GetAllInstancesAsync(new() { FetchInputsAndOutputs = true, InstanceIdPrefix = "i" }))
            lines.Add($"{one.InstanceId} {one.RuntimeStatus} [{Result(one)}]");
        await Host.DisposeAsync();
        return string.Join('\n', lines);
    }

    private static string Result(OrchestrationMetadata one) => one.RuntimeStatus switch
    {
        OrchestrationRuntimeStatus.Completed => string.Join(' ', one.ReadOutputAs<int[]>()!),
        OrchestrationRuntimeStatus.Failed => one.FailureDetails!.ErrorMessage,
        _ => one.ReadCustomStatusAs<string>() ?? "",
    };

    private void Settled(Func<Task> step)
    {
        Host.Idle().GetAwaiter().GetResult();
        step().GetAwaiter().GetResult();
    }
}
