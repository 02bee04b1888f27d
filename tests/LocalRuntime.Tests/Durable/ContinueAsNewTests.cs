namespace EntCredit.LocalRuntime.Tests.Durable;

public sealed class ContinueAsNewTests
{
    [Fact]
    public async Task ContinueAsNew_ManyTimes_KeepsTheInstanceAndGivesTheLastOutput()
    {
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Count", async c =>
            {
                var n = c.GetInput<int>();
                await c.CallActivityAsync("Nothing");
                if (n == 20)
                    return n;
                c.ContinueAsNew(n + 1);
                return null;
            });
            r.AddActivity("Nothing", (_, _) => Task.FromResult<object?>(null));
        });
        var done = await host.Run("Count", 1, "count");
        Assert.Equal(20, done.ReadOutputAs<int>());
        Assert.Equal(20, done.ReadInputAs<int>());
    }

    [Fact]
    public async Task ContinueAsNew_Preserving_TakesEarlyEventsAlongInOrder()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Sum", async c =>
        {
            var got = c.GetInput<List<int>>() ?? [];
            got.Add(await c.WaitForExternalEvent<int>("n"));
            if (got.Count == 30)
                return got;
            c.ContinueAsNew(got);
            return null;
        }));
        var id = await host.Schedule("Sum", options: new StartOrchestrationOptions("sum", Harness.Begin.AddDays(1)));
        for (var i = 0; i < 30; i++)
            await host.Raise(id, "n", i);
        await host.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Enumerable.Range(0, 30), (await host.Get(id)).ReadOutputAs<int[]>()!);
    }

    [Fact]
    public async Task ContinueAsNew_EventsRaisedMeanwhile_NoneIsLost()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Sum", async c =>
        {
            var got = c.GetInput<List<int>>() ?? [];
            got.Add(await c.WaitForExternalEvent<int>("n"));
            if (got.Count == 200)
                return got;
            c.ContinueAsNew(got);
            return null;
        }));
        var id = await host.Schedule("Sum");
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => host.Raise(id, "n", i)));
        var done = await host.Completed(id);
        Assert.Equal(Enumerable.Range(0, 200), done.ReadOutputAs<int[]>()!.Order());
    }

    [Fact]
    public async Task ContinueAsNew_NotPreserving_DropsWhatCameBeforeTheCall()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Drop", async c =>
        {
            if (c.GetInput<string>() is not null)
                return await c.WaitForExternalEvent<string>("e");
            await c.WaitForExternalEvent<string>("go");
            c.ContinueAsNew("second", preserveUnprocessedEvents: false);
            return null;
        }));
        var id = await host.Schedule("Drop");
        await host.Raise(id, "e", "before");
        await host.Idle();
        await host.Raise(id, "go", "");
        await host.Idle();
        await host.Raise(id, "e", "after");
        Assert.Equal("after", (await host.Completed(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task ContinueAsNew_NewVersion_IsSeenByTheNextExecution()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Version", c =>
        {
            if (c.Version == "1.0")
                c.ContinueAsNew(new ContinueAsNewOptions { NewVersion = "2.0" });
            return Task.FromResult<object?>($"{c.Version} {Math.Sign(c.CompareVersionTo("1.5"))}");
        }));
        var id = await host.Schedule("Version", options: new StartOrchestrationOptions { Version = "1.0" });
        Assert.Equal("2.0 1", (await host.Completed(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task ContinueAsNew_WithATimerOpen_WaitsForIt()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Open", c =>
        {
            if (c.GetInput<int>() == 1)
                return Task.FromResult<object?>(c.CurrentUtcDateTime.Day);
            _ = c.CreateTimer(TimeSpan.FromDays(3), CancellationToken.None);
            c.ContinueAsNew(1);
            return Task.FromResult<object?>(null);
        }));
        var id = await host.Schedule("Open");
        await host.Advance(TimeSpan.FromDays(3));
        Assert.Equal(5, (await host.Get(id)).ReadOutputAs<int>());
    }
}
