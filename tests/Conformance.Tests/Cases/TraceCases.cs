using System.Diagnostics;
using EntCredit.Conformance.Tests.Running;

namespace EntCredit.Conformance.Tests.Cases;

/// <summary>By themselves: who listens to traces listens to those of every case.</summary>
[Collection(nameof(ByThemselves))]
public sealed class TraceCases : ConformanceSuite, IDisposable
{
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = _ => true,
        Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    public TraceCases() => ActivitySource.AddActivityListener(_listener);

    [Fact]
    public Task Schedule_WithinATrace_ItsActivitiesAreInTheSame() => Case(
        r =>
        {
            r.WithWaits();
            r.Orchestrator("Traced", async c =>
            {
                await c.CallActivityAsync("Nothing");
                return await c.CallActivityAsync<string>("Trace");
            });
            r.Activity("Trace", () => Activity.Current?.TraceId.ToHexString());
        },
        async run =>
        {
            using var trace = Begin();
            Assert.Equal(trace.TraceId.ToHexString(), (await run.Run("Traced")).ReadOutputAs<string>());
        });

    [Fact]
    public Task Schedule_WithinATrace_SoAreThoseOfItsSubOrchestrations() => Case(
        r =>
        {
            r.Orchestrator("Parent", async c => await c.CallSubOrchestratorAsync<string>("Child"));
            r.Orchestrator("Child", async c => await c.CallActivityAsync<string>("Trace"));
            r.Activity("Trace", () => Activity.Current?.TraceId.ToHexString());
        },
        async run =>
        {
            using var trace = Begin();
            Assert.Equal(trace.TraceId.ToHexString(), (await run.Run("Parent")).ReadOutputAs<string>());
        });

    [Fact]
    public Task Schedule_TwoTraces_EachActivityIsInItsOwn() => Case(
        r =>
        {
            r.Orchestrator("Traced", async c => await c.CallActivityAsync<string>("Trace"));
            r.Activity("Trace", () => Activity.Current?.TraceId.ToHexString());
        },
        async run =>
        {
            var (first, firstTrace) = await Traced(run, "first");
            var (second, secondTrace) = await Traced(run, "second");
            Assert.Equal(firstTrace, (await run.Completed(first)).ReadOutputAs<string>());
            Assert.Equal(secondTrace, (await run.Completed(second)).ReadOutputAs<string>());
            Assert.NotEqual(firstTrace, secondTrace);
        });

    [Fact]
    public Task Terminate_AChildWithinATrace_FailsTheParentsTask() => Case(
        r =>
        {
            r.WithWaits();
            r.Orchestrator("Parent", async c =>
            {
                try
                {
                    return await c.CallSubOrchestratorAsync<string>("Waits", new SubOrchestrationOptions(instanceId: "child"));
                }
                catch (TaskFailedException e)
                {
                    return e.TaskName;
                }
            });
        },
        async run =>
        {
            using var trace = Begin();
            var parent = await run.Start("Parent", "parent");
            await run.Until("child", OrchestrationRuntimeStatus.Running);
            await run.Client.TerminateInstanceAsync("child", "enough", run.Limit);
            Assert.Equal("Waits", (await run.Completed(parent)).ReadOutputAs<string>());
        });

    public void Dispose() => _listener.Dispose();

    private static async Task<(string Id, string Trace)> Traced(CaseRun run, string id)
    {
        using var trace = Begin();
        return (await run.ScheduleAs(id, "Traced"), trace.TraceId.ToHexString());
    }

    /// <summary>A trace that belongs to no test before it.</summary>
    private static Activity Begin()
    {
        Activity.Current = null;
        var trace = new Activity("the caller");
        trace.SetIdFormat(ActivityIdFormat.W3C);
        return trace.Start();
    }
}
