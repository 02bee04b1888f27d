using EntCredit.LocalRuntime.Durable.Engine;

namespace EntCredit.LocalRuntime.Tests.Durable;

public sealed class LifecycleTests
{
    [Fact]
    public async Task Suspend_HoldsWhatArrives_ResumeGoesOnWithIt()
    {
        var runs = 0;
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Work", async c =>
            {
                await c.WaitForExternalEvent<string>("go");
                await c.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                return await c.CallActivityAsync<int>("Count");
            });
            r.AddActivity("Count", (_, _) => Task.FromResult<object?>(++runs));
        });
        var id = await host.Schedule("Work");
        await host.Client.SuspendInstanceAsync(id, "holiday", Harness.Limit);
        await host.Raise(id, "go", "");
        await host.Advance(TimeSpan.FromDays(9));
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.Get(id)).RuntimeStatus);
        Assert.Null(host.Engine.NextTimerDue());
        await host.Crash();
        await host.Client.ResumeInstanceAsync(id, "back", Harness.Limit);
        await host.Idle();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Get(id)).RuntimeStatus);
        Assert.Equal(0, runs);
        await host.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await host.Get(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Suspend_ActivityCompletesMeanwhile_ItsResultIsTakenAfterResume()
    {
        var release = new TaskCompletionSource();
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Work", async c => await c.CallActivityAsync<string>("Slow"));
            r.AddActivity("Slow", async (_, _) =>
            {
                await release.Task;
                return "done";
            });
        });
        var id = await host.Schedule("Work");
        await host.Client.WaitForInstanceStartAsync(id, Harness.Limit);
        await host.Client.SuspendInstanceAsync(id, Harness.Limit);
        release.SetResult();
        await host.Idle();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.Get(id)).RuntimeStatus);
        await host.Client.ResumeInstanceAsync(id, Harness.Limit);
        Assert.Equal("done", (await host.Completed(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Terminate_Running_EndsWithItsOutputAndNothingIsLeftDue()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Sleep", async c =>
        {
            await c.CreateTimer(TimeSpan.FromDays(20), CancellationToken.None);
            return "slept";
        }));
        var id = await host.Schedule("Sleep");
        await host.Idle();
        await host.Client.TerminateInstanceAsync(id, "withdrawn", Harness.Limit);
        var done = await host.Completed(id);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, done.RuntimeStatus);
        Assert.Equal("withdrawn", done.ReadOutputAs<string>());
        Assert.Null(host.Engine.NextTimerDue());
    }

    [Fact]
    public async Task Terminate_SuspendedOrPending_Ends()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Waits", async c => await c.WaitForExternalEvent<string>("never")));
        var suspended = await host.Schedule("Waits");
        await host.Client.SuspendInstanceAsync(suspended, Harness.Limit);
        var pending = await host.Schedule("Waits", options: new("pending", Harness.Begin.AddDays(1)));
        await host.Idle();
        foreach (var id in new[] { suspended, pending })
        {
            await host.Client.TerminateInstanceAsync(id, Harness.Limit);
            Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.Completed(id)).RuntimeStatus);
        }

        await host.Advance(TimeSpan.FromDays(2));
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.Get(pending)).RuntimeStatus);
    }

    [Fact]
    public async Task Terminate_NobodyThereOrEnded_IsLeft()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Short", _ => Task.FromResult<object?>("done")));
        await host.Client.TerminateInstanceAsync("nobody", Harness.Limit);
        await host.Run("Short", id: "short");
        await host.Client.TerminateInstanceAsync("short", Harness.Limit);
        await host.Idle();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.Get("short")).RuntimeStatus);
    }

    [Fact]
    public async Task SetCustomStatus_IsSeenWhileItRuns()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Status", async c =>
        {
            c.SetCustomStatus(new { Step = "waiting" });
            await c.WaitForExternalEvent<string>("go");
            c.SetCustomStatus("going");
            return null;
        }));
        var id = await host.Schedule("Status");
        await host.Idle();
        Assert.Equal("{\"Step\":\"waiting\"}", (await host.Get(id)).SerializedCustomStatus);
        await host.Raise(id, "go");
        Assert.Equal("going", (await host.Completed(id)).ReadCustomStatusAs<string>());
    }

    [Fact]
    public async Task Stop_ActivityRuns_IsWaitedForAndItsResultRecorded()
    {
        var runs = 0;
        var begun = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Work", async c => await c.CallActivityAsync<int>("Slow"));
            r.AddActivity("Slow", async (_, _) =>
            {
                begun.TrySetResult();
                await release.Task;
                return ++runs;
            });
        });
        var id = await host.Schedule("Work");
        await begun.Task;
        var stop = host.Restart();
        Assert.False(stop.IsCompleted);
        release.SetResult();
        await stop;
        Assert.Equal(1, (await host.Completed(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Start_DatabaseHeldByAnotherEngine_Throws()
    {
        await using var host = await Harness.Start(_ => { });
        var second = new DurableEngine(new() { DatabasePath = host.DatabasePath }, new(), host.Legal, host.Machine, host.Logs);
        await Assert.ThrowsAsync<IOException>(() => second.StartAsync(Harness.Limit));
    }

    [Fact]
    public async Task Start_DatabaseOfAnotherVersion_ThrowsAndHoldsNothing()
    {
        await using var host = await Harness.Start(_ => { });
        await host.Engine.StopAsync(Harness.Limit);
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={host.DatabasePath};Pooling=False"))
        {
            await connection.OpenAsync(Harness.Limit);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version=99";
            await command.ExecuteNonQueryAsync(Harness.Limit);
        }

        for (var attempt = 0; attempt < 2; attempt++)
        {
            var next = new DurableEngine(new() { DatabasePath = host.DatabasePath }, new(), host.Legal, host.Machine, host.Logs);
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => next.StartAsync(Harness.Limit));
            Assert.Contains("version 99", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Client_EngineStopped_ThrowsInsteadOfWaiting()
    {
        await using var host = await Harness.Start(_ => { });
        await host.Engine.StopAsync(Harness.Limit);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => host.Schedule("Any"));
    }
}
