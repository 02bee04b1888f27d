using EntCredit.Conformance.Tests.Running;

namespace EntCredit.Conformance.Tests.Cases;

public sealed class LifecycleCases : ConformanceSuite
{
    [Fact]
    public Task SetCustomStatus_IsSeenWhileItRunsAndAfter() => Case(
        r => r.Orchestrator("Status", async c =>
        {
            c.SetCustomStatus(new { Step = "waiting" });
            await c.WaitForExternalEvent<string>("go");
            c.SetCustomStatus("going");
            return null;
        }),
        async run =>
        {
            var id = await run.Start("Status", "status");
            await run.Until(id, found => found.SerializedCustomStatus == "{\"Step\":\"waiting\"}");
            await run.Raise(id, "go");
            Assert.Equal("going", (await run.Completed(id)).ReadCustomStatusAs<string>());
        });

    [Fact]
    public Task SetCustomStatus_ToNull_ClearsIt() => Case(
        r => r.Orchestrator("Status", async c =>
        {
            c.SetCustomStatus("begun");
            await c.WaitForExternalEvent<string>("go");
            c.SetCustomStatus(null);
            return null;
        }),
        async run =>
        {
            var id = await run.Start("Status", "status");
            await run.Says(id, "begun");
            await run.Raise(id, "go");
            Assert.Null((await run.Completed(id)).SerializedCustomStatus);
        });

    [Fact]
    public Task Suspend_HoldsEvents_ResumeGoesOnWithThem() => Case(
        r => r.WithWaits(),
        async run =>
        {
            var id = await run.Start("Waits", "waits");
            await run.Client.SuspendInstanceAsync(id, "holiday", run.Limit);
            await run.Until(id, OrchestrationRuntimeStatus.Suspended);
            await run.Raise(id, "go", "kept");
            var other = await run.Start("Waits", "other");
            await run.Raise(other, "go", "x");
            await run.Completed(other);
            Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await run.Get(id)).RuntimeStatus);
            await run.Client.ResumeInstanceAsync(id, "back", run.Limit);
            Assert.Equal("kept", (await run.Completed(id)).ReadOutputAs<string>());
        });

    [Fact]
    public Task Suspend_WithAnActivityRunning_ItsResultIsTakenAfterResume()
    {
        var release = new TaskCompletionSource();
        var done = new TaskCompletionSource();
        return Case(
            r =>
            {
                r.Orchestrator("Work", async c => await c.CallActivityAsync<string>("Slow") + await c.CallActivityAsync<string>("Next"));
                r.Activity<object>("Slow", async _ =>
                {
                    await release.Task;
                    done.SetResult();
                    return "slow";
                });
                r.Activity("Next", () => "next");
            },
            async run =>
            {
                var id = await run.Start("Work", "work");
                await run.Client.SuspendInstanceAsync(id, cancellation: run.Limit);
                await run.Until(id, OrchestrationRuntimeStatus.Suspended);
                release.SetResult();
                await done.Task;
                await run.Client.ResumeInstanceAsync(id, cancellation: run.Limit);
                Assert.Equal("slownext", (await run.Completed(id)).ReadOutputAs<string>());
            });
    }

    [Fact]
    public Task Suspend_TimerDueMeanwhile_FiresAfterResume() => Case(
        r => r.Orchestrator("Sleep", async c =>
        {
            await c.CreateTimer(TimeSpan.FromMilliseconds(1500), CancellationToken.None);
            return "slept";
        }),
        async run =>
        {
            var id = await run.Start("Sleep", "sleep");
            await run.Client.SuspendInstanceAsync(id, cancellation: run.Limit);
            await run.Until(id, OrchestrationRuntimeStatus.Suspended);
            await Task.Delay(1700, run.Limit);
            Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await run.Get(id)).RuntimeStatus);
            await run.Client.ResumeInstanceAsync(id, cancellation: run.Limit);
            Assert.Equal("slept", (await run.Completed(id)).ReadOutputAs<string>());
        });

    [Fact]
    public Task Suspend_ThenResume_IsRunningAgain() => Case(
        r => r.WithWaits(),
        async run =>
        {
            var id = await run.Start("Waits", "waits");
            await run.Client.SuspendInstanceAsync(id, cancellation: run.Limit);
            await run.Until(id, OrchestrationRuntimeStatus.Suspended);
            await run.Client.ResumeInstanceAsync(id, cancellation: run.Limit);
            Assert.True((await run.Until(id, OrchestrationRuntimeStatus.Running)).IsRunning);
        });

    [Fact]
    public Task Terminate_Running_EndsWithTheOutput() => Case(
        r => r.Orchestrator("Sleep", async c =>
        {
            await c.CreateTimer(TimeSpan.FromDays(2), CancellationToken.None);
            return "slept";
        }),
        async run =>
        {
            var id = await run.Start("Sleep", "sleep");
            await run.Client.TerminateInstanceAsync(id, "withdrawn", run.Limit);
            var done = await run.Completed(id);
            Assert.Equal(OrchestrationRuntimeStatus.Terminated, done.RuntimeStatus);
            Assert.Equal("withdrawn", done.ReadOutputAs<string>());
            Assert.True(done.IsCompleted);
        });

    [Fact]
    public Task Terminate_Suspended_Ends() => Case(
        r => r.WithWaits(),
        async run =>
        {
            var id = await run.Start("Waits", "waits");
            await run.Client.SuspendInstanceAsync(id, cancellation: run.Limit);
            await run.Until(id, OrchestrationRuntimeStatus.Suspended);
            await run.Client.TerminateInstanceAsync(id, run.Limit);
            Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await run.Completed(id)).RuntimeStatus);
        });

    [Fact]
    public Task Terminate_Twice_TheFirstCounts() => Case(
        r => r.WithWaits(),
        async run =>
        {
            var id = await run.Start("Waits", "waits");
            await run.Client.TerminateInstanceAsync(id, "first", run.Limit);
            await run.Client.TerminateInstanceAsync(id, "second", run.Limit);
            Assert.Equal("first", (await run.Completed(id)).ReadOutputAs<string>());
        });

    [Fact]
    public Task Terminate_ThenItsActivityAnswers_StaysTerminated()
    {
        var release = new TaskCompletionSource();
        var done = new TaskCompletionSource();
        return Case(
            r =>
            {
                r.WithWaits();
                r.Orchestrator("Work", async c => await c.CallActivityAsync<string>("Slow"));
                r.Activity<object>("Slow", async _ =>
                {
                    await release.Task;
                    done.SetResult();
                    return "too late";
                });
            },
            async run =>
            {
                var id = await run.Start("Work", "work");
                await run.Client.TerminateInstanceAsync(id, "over", run.Limit);
                await run.Completed(id);
                release.SetResult();
                await done.Task;
                await run.Raise(await run.Start("Waits", "other"), "go", "x");
                await run.Completed("other");
                var ended = await run.Get(id);
                Assert.Equal(OrchestrationRuntimeStatus.Terminated, ended.RuntimeStatus);
                Assert.Equal("over", ended.ReadOutputAs<string>());
            });
    }

    [Fact]
    public Task Suspend_Ended_IsLeft() => Case(
        r => r.WithWaits(),
        async run =>
        {
            await run.Raise(await run.Start("Waits", "ended"), "go", "done");
            await run.Completed("ended");
            await run.Client.SuspendInstanceAsync("ended", cancellation: run.Limit);
            await run.Raise(await run.Start("Waits", "other"), "go", "x");
            await run.Completed("other");
            Assert.Equal(OrchestrationRuntimeStatus.Completed, (await run.Get("ended")).RuntimeStatus);
        });

    [Fact]
    public Task Terminate_Ended_IsLeft() => Case(
        r => r.Orchestrator("Short", _ => Task.FromResult<object?>("done")),
        async run =>
        {
            await run.Run("Short", options: new("short"));
            await run.Client.TerminateInstanceAsync("short", "too late", run.Limit);
            await run.Run("Short");
            var done = await run.Get("short");
            Assert.Equal(OrchestrationRuntimeStatus.Completed, done.RuntimeStatus);
            Assert.Equal("done", done.ReadOutputAs<string>());
        });

    [Fact]
    public Task Terminate_NotRecursive_LeavesTheChildren() => Case(
        r =>
        {
            r.WithWaits();
            r.Orchestrator("Parent", async c => await c.CallSubOrchestratorAsync<string>("Waits", new SubOrchestrationOptions(instanceId: "child")));
        },
        async run =>
        {
            var parent = await run.Start("Parent", "parent");
            await run.Until("child", OrchestrationRuntimeStatus.Running);
            await run.Client.TerminateInstanceAsync(parent, new TerminateInstanceOptions("over"), run.Limit);
            Assert.Equal("over", (await run.Completed(parent)).ReadOutputAs<string>());
            await run.Raise("child", "go", "goes on");
            Assert.Equal("goes on", (await run.Completed("child")).ReadOutputAs<string>());
        });

    [Fact]
    public Task Terminate_Recursive_TakesTheChildrenAndTheirs() => Case(
        r =>
        {
            r.WithWaits();
            r.Orchestrator("Parent", async c => await c.CallSubOrchestratorAsync<string>("Middle", new SubOrchestrationOptions(instanceId: "middle")));
            r.Orchestrator("Middle", async c => await c.CallSubOrchestratorAsync<string>("Waits", new SubOrchestrationOptions(instanceId: "child")));
        },
        async run =>
        {
            var parent = await run.Start("Parent", "parent");
            await run.Until("child", OrchestrationRuntimeStatus.Running);
            await run.Client.TerminateInstanceAsync(parent, new TerminateInstanceOptions("over", Recursive: true), run.Limit);
            foreach (var id in new[] { parent, "middle", "child" })
                Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await run.Completed(id)).RuntimeStatus);
        });

    [Fact]
    public Task Terminate_NotBegun_EndsAtOnce() => Case(
        r => r.WithWaits(),
        async run =>
        {
            await run.Schedule("Waits", options: new("later", DateTimeOffset.UtcNow.AddDays(1)));
            await run.Client.TerminateInstanceAsync("later", run.Limit);
            Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await run.Completed("later")).RuntimeStatus);
        });

    [Fact]
    public Task SuspendResumeTerminate_Nobody_IsNoError() => Case(
        r => r.WithWaits(),
        async run =>
        {
            await run.Client.SuspendInstanceAsync("nobody", cancellation: run.Limit);
            await run.Client.ResumeInstanceAsync("nobody", cancellation: run.Limit);
            await run.Client.TerminateInstanceAsync("nobody", run.Limit);
            Assert.Null(await run.Client.GetInstanceAsync("nobody", run.Limit));
        });
}
