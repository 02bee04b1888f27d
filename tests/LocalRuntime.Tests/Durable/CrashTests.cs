using System.Collections.Concurrent;
using EntCredit.LocalRuntime.Durable.Engine;

namespace EntCredit.LocalRuntime.Tests.Durable;

public sealed class CrashTests
{
    [Fact]
    public async Task Crash_WhileWaiting_EveryWaitGoesOn()
    {
        await using var host = await Harness.Start(Register);
        await host.Schedule("Steps", options: new("steps"));
        await host.Schedule("Steps", options: new("later", Harness.Begin.AddDays(3)));
        await host.Idle();
        await host.Crash();
        await host.Raise("steps", "go", "went ");
        await host.Idle();
        await host.Crash();
        await host.Advance(TimeSpan.FromDays(1));
        await host.Crash();
        Assert.Equal("went on", (await host.Completed("steps")).ReadOutputAs<string>());
        await host.Advance(TimeSpan.FromDays(2));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Get("later")).RuntimeStatus);
    }

    [Fact]
    public async Task Crash_ActivityResultNotRecorded_RunsItAgain()
    {
        var runs = 0;
        var begun = new TaskCompletionSource();
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Once", async c => await c.CallActivityAsync<int>("Slow"));
            r.AddActivity("Slow", async (_, cancellation) =>
            {
                var run = Interlocked.Increment(ref runs);
                begun.TrySetResult();
                if (run == 1)
                    await Task.Delay(Timeout.Infinite, cancellation);
                return run;
            });
        });
        var id = await host.Schedule("Once");
        await begun.Task;
        await host.Crash();
        Assert.Equal(2, (await host.Completed(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Crash_AtManyPointsOfAMixedLoad_LosesNothingAndRepeatsOnlyUnrecordedActivities()
    {
        const int Instances = 150;
        var effects = new ConcurrentDictionary<string, int>();
        void Mixed(DurableRegistry r)
        {
            Register(r);
            r.AddOrchestrator("Mixed", async c =>
            {
                var n = c.GetInput<int>();
                var first = await c.CallActivityAsync<int>("Effect", n);
                var raised = await c.WaitForExternalEvent<int>("n");
                var sub = await c.CallSubOrchestratorAsync<int>("Sub", n);
                await c.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
                var all = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => c.CallActivityAsync<int>("Effect", n)));
                return first + raised + sub + all.Sum();
            });
            r.AddOrchestrator("Sub", async c => await c.CallActivityAsync<int>("Effect", c.GetInput<int>()));
            r.AddActivity("Effect", (call, _) =>
            {
                effects.AddOrUpdate($"{call.InstanceId}#{call.TaskId}", 1, (_, n) => n + 1);
                return Task.FromResult(call.GetInput(typeof(int)));
            });
        }

        await using var host = await Harness.Start(Mixed);
        var ids = Enumerable.Range(0, Instances).Select(i => $"mixed-{i}").ToArray();
        var recorded = new Dictionary<string, int>();
        foreach (var (number, batch) in ids.Chunk(30).Index())
        {
            await Task.WhenAll(batch.Select(id => host.Schedule("Mixed", 1, new(id))));
            if (number % 2 == 0)
            {
                // Idle means recorded: these may never be run again.
                await host.Idle();
                recorded = new(effects);
            }

            await host.Crash();
            await Task.WhenAll(batch.Select(id => host.Raise(id, "n", 1)));
            await host.Crash();
        }

        await host.Advance(TimeSpan.FromMinutes(1));
        await host.Crash();
        foreach (var id in ids)
            Assert.Equal(6, (await host.Completed(id)).ReadOutputAs<int>());
        Assert.Equal(Instances * 5, effects.Count);
        Assert.True(recorded.Count >= Instances);
        Assert.All(recorded, effect => Assert.Equal(effect.Value, effects[effect.Key]));
    }

    [Fact]
    public async Task Crash_ContinuedAsNew_KeepsTheNextExecutionAndItsEvents()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Sum", async c =>
        {
            var got = c.GetInput<List<int>>() ?? [];
            got.Add(await c.WaitForExternalEvent<int>("n"));
            if (got.Count == 20)
                return got;
            c.ContinueAsNew(got);
            return null;
        }));
        var id = await host.Schedule("Sum");
        for (var i = 0; i < 20; i++)
        {
            await host.Raise(id, "n", i);
            if (i % 3 == 0)
                await host.Crash();
        }

        Assert.Equal(Enumerable.Range(0, 20), (await host.Completed(id)).ReadOutputAs<int[]>()!);
    }

    private static void Register(DurableRegistry registry)
    {
        registry.AddOrchestrator("Steps", async c =>
        {
            var word = await c.WaitForExternalEvent<string>("go");
            await c.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return word + await c.CallActivityAsync<string>("On");
        });
        registry.AddActivity("On", (_, _) => Task.FromResult<object?>("on"));
    }
}
