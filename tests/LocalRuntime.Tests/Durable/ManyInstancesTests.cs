using System.Diagnostics;

namespace EntCredit.LocalRuntime.Tests.Durable;

public sealed class ManyInstancesTests
{
    [Fact]
    public async Task Run_AThousandAtOnce_AllComplete()
    {
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Add", async c => await c.CallActivityAsync<int>("One", c.GetInput<int>()) + await c.WaitForExternalEvent<int>("n"));
            r.AddActivity("One", (call, _) => Task.FromResult<object?>((int)call.GetInput(typeof(int))! + 1));
        });
        var results = await Task.WhenAll(Enumerable.Range(0, 1000).Select(async i =>
        {
            var id = await host.Schedule("Add", i);
            await host.Raise(id, "n", 1000);
            return (await host.Completed(id)).ReadOutputAs<int>();
        }));
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => i + 1001), results);
    }

    [Fact]
    public async Task Wait_MoreThanTheCacheHolds_MemoryStaysBoundedAndEachGoesOn()
    {
        await using var host = await Harness.Start(
            r => r.AddOrchestrator("Waits", async c => await c.WaitForExternalEvent<int>("a") + await c.WaitForExternalEvent<int>("b")),
            o => o with { InstanceCacheSize = 10 });
        var ids = Enumerable.Range(0, 300).Select(i => $"w{i}").ToArray();
        await Task.WhenAll(ids.Select(id => host.Schedule("Waits", options: new(id))));
        await Task.WhenAll(ids.Select(id => host.Raise(id, "a", 1)));
        await host.Idle();
        Assert.InRange(host.Engine.InstancesInMemory, 0, 10);
        await Task.WhenAll(ids.Select(id => host.Raise(id, "b", 2)));
        foreach (var id in ids)
            Assert.Equal(3, (await host.Completed(id)).ReadOutputAs<int>());
        await host.Idle();
        Assert.InRange(host.Engine.InstancesInMemory, 0, 10);
    }

    [Fact]
    public async Task Schedule_InATrace_TheActivityRunsInItBelowTheScheduler()
    {
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Outer", async c => await c.CallSubOrchestratorAsync<string[]>("Inner"));
            r.AddOrchestrator("Inner", async c => await c.CallActivityAsync<string[]>("Trace"));
            r.AddActivity("Trace", (call, _) => Task.FromResult<object?>(
                new[] { Activity.Current!.TraceId.ToHexString(), Activity.Current.ParentId, call.TraceParent, Activity.Current.TraceStateString }));
        });
        using var scheduler = new Activity("scheduler") { TraceStateString = "k=v" }.SetIdFormat(ActivityIdFormat.W3C).Start();
        var id = await host.Schedule("Outer");
        await host.Crash();
        var seen = (await host.Completed(id)).ReadOutputAs<string[]>()!;
        Assert.Equal([scheduler.TraceId.ToHexString(), scheduler.Id!, scheduler.Id!, "k=v"], seen);
    }

    [Fact]
    public async Task CallActivity_MoreThanTheQueueKeepsInMemory_EachGetsItsOwnInputAlsoAfterACrash()
    {
        using var gate = new SemaphoreSlim(0);
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Fan", async c => (await Task.WhenAll(Enumerable.Range(0, 3000).Select(i => c.CallActivityAsync<int>("Double", i)))).Sum());
            r.AddActivity("Double", async (call, cancellation) =>
            {
                await gate.WaitAsync(cancellation);
                return 2 * (int)call.GetInput(typeof(int))!;
            });
        });
        var id = await host.Schedule("Fan");
        await host.Client.WaitForInstanceStartAsync(id, Harness.Limit);
        await host.Crash();
        gate.Release(4000);
        Assert.Equal(Enumerable.Range(0, 3000).Sum(i => 2 * i), (await host.Completed(id)).ReadOutputAs<int>());
    }
}
