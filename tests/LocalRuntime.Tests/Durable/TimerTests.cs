namespace EntCredit.LocalRuntime.Tests.Durable;

public sealed class TimerTests
{
    [Fact]
    public async Task CreateTimer_NinetyDays_FiresOnTheLegalClockWhenItIsDue()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Sleep", async c =>
        {
            await c.CreateTimer(TimeSpan.FromDays(90), CancellationToken.None);
            return c.CurrentUtcDateTime;
        }));
        var id = await host.Schedule("Sleep");
        await host.Idle();
        Assert.Equal(Harness.Begin.AddDays(90), host.Engine.NextTimerDue());
        await host.Advance(TimeSpan.FromDays(90) - TimeSpan.FromTicks(1));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Get(id)).RuntimeStatus);
        await host.Advance(TimeSpan.FromTicks(1));
        var done = await host.Get(id);
        Assert.Equal(Harness.Begin.UtcDateTime.AddDays(90), done.ReadOutputAs<DateTime>());
        Assert.Null(host.Engine.NextTimerDue());
    }

    [Fact]
    public async Task CreateTimer_InThePast_FiresAtOnce()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Late", async c =>
        {
            await c.CreateTimer(c.CurrentUtcDateTime.AddYears(-1), CancellationToken.None);
            return "fired";
        }));
        Assert.Equal("fired", (await host.Run("Late")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task CreateTimer_Several_FireInTheOrderOfTheirDueTimes()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Order", async c =>
        {
            var order = new List<int>();
            async Task Note(int days)
            {
                await c.CreateTimer(TimeSpan.FromDays(days), CancellationToken.None);
                order.Add(days);
            }

            await Task.WhenAll(Note(3), Note(1), Note(2));
            return order;
        }));
        var id = await host.Schedule("Order");
        await host.Advance(TimeSpan.FromDays(4));
        Assert.Equal(new[] { 1, 2, 3 }, (await host.Get(id)).ReadOutputAs<int[]>()!);
    }

    [Fact]
    public async Task CreateTimer_Cancelled_LeavesNothingDueAndThrows()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Cancel", async c =>
        {
            using var cts = new CancellationTokenSource();
            var timer = c.CreateTimer(TimeSpan.FromDays(9), cts.Token);
            await c.WaitForExternalEvent<string>("go");
            cts.Cancel();
            try
            {
                await timer;
                return "fired";
            }
            catch (OperationCanceledException)
            {
                return "cancelled";
            }
        }));
        var id = await host.Schedule("Cancel");
        await host.Idle();
        Assert.NotNull(host.Engine.NextTimerDue());
        await host.Raise(id, "go", "now");
        Assert.Equal("cancelled", (await host.Completed(id)).ReadOutputAs<string>());
        Assert.Null(host.Engine.NextTimerDue());
    }

    [Fact]
    public async Task Return_WithATimerOpen_StaysRunningUntilItFires()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Open", c =>
        {
            _ = c.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return Task.FromResult<object?>("returned");
        }));
        var id = await host.Schedule("Open");
        await host.Idle();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Get(id)).RuntimeStatus);
        await host.Advance(TimeSpan.FromDays(1));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.Get(id)).RuntimeStatus);
    }

    [Fact]
    public async Task Schedule_AtATime_IsPendingUntilThen()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Later", async c => await c.WaitForExternalEvent<string>("early") + c.CurrentUtcDateTime.Day));
        var id = await host.Schedule("Later", options: new StartOrchestrationOptions("later", Harness.Begin.AddDays(5)));
        await host.Raise(id, "early", "day ");
        await host.Advance(TimeSpan.FromDays(4));
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await host.Get(id)).RuntimeStatus);
        await host.Advance(TimeSpan.FromDays(1));
        Assert.Equal("day 7", (await host.Get(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task CreateTimer_MoreThanFireAtOnce_AllFire()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Sleep", async c =>
        {
            await c.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return null;
        }));
        for (var i = 0; i < 1200; i++)
            await host.Schedule("Sleep");
        await host.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1200, await host.Client.GetAllInstancesAsync(new(Statuses: [OrchestrationRuntimeStatus.Completed])).CountAsync(Harness.Limit));
    }

    [Fact]
    public async Task Schedule_AtAPastTime_StartsAtOnce()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Now", _ => Task.FromResult<object?>("ran")));
        var id = await host.Schedule("Now", options: new StartOrchestrationOptions(null, Harness.Begin.AddDays(-1)));
        Assert.Equal("ran", (await host.Completed(id)).ReadOutputAs<string>());
    }
}
