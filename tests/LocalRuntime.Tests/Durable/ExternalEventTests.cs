using EntCredit.LocalRuntime.Durable.Engine;

namespace EntCredit.LocalRuntime.Tests.Durable;

public sealed class ExternalEventTests
{
    [Fact]
    public async Task RaiseEvent_BeforeTheWait_IsKeptInOrderAndCaseDoesNotMatter()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Listen", async c =>
        {
            await c.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return await c.WaitForExternalEvent<string>("Word") + await c.WaitForExternalEvent<string>("WORD") + await c.WaitForExternalEvent<string>("word");
        }));
        var id = await host.Schedule("Listen");
        foreach (var word in new[] { "a", "b", "c" })
            await host.Raise(id, "wOrD", word);
        await host.Advance(TimeSpan.FromDays(1));
        Assert.Equal("abc", (await host.Get(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task RaiseEvent_TwoWaiters_TheNewestTakesIt()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Two", async c =>
        {
            var first = c.WaitForExternalEvent<string>("e");
            var second = c.WaitForExternalEvent<string>("e");
            await Task.WhenAny(first, second);
            return $"{first.IsCompleted} {second.IsCompleted}";
        }));
        var id = await host.Schedule("Two");
        await host.Raise(id, "e", "x");
        Assert.Equal("False True", (await host.Completed(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task RaiseEvent_NewestWaiterCancelled_TakesTheEventAllTheSame()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Trap", async c =>
        {
            var kept = c.WaitForExternalEvent<string>("e");
            using var cts = new CancellationTokenSource();
            _ = c.WaitForExternalEvent<string>("e", cts.Token);
            cts.Cancel();
            return await kept;
        }));
        var id = await host.Schedule("Trap");
        await host.Raise(id, "e", "lost");
        await host.Idle();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Get(id)).RuntimeStatus);
        await host.Raise(id, "e", "got");
        Assert.Equal("got", (await host.Completed(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task WaitForExternalEvent_TimesOut_ThrowsAtTheLegalTime()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Timeout", async c =>
        {
            try
            {
                return await c.WaitForExternalEvent<string>("e", TimeSpan.FromDays(20));
            }
            catch (OperationCanceledException)
            {
                return c.CurrentUtcDateTime.ToString("O");
            }
        }));
        var id = await host.Schedule("Timeout");
        await host.Advance(TimeSpan.FromDays(20));
        Assert.Equal(Harness.Begin.UtcDateTime.AddDays(20).ToString("O"), (await host.Get(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task WaitForExternalEvent_InTime_CompletesAndItsTimerIsGone()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("InTime", async c => await c.WaitForExternalEvent<int>("e", TimeSpan.FromDays(20))));
        var id = await host.Schedule("InTime");
        await host.Idle();
        await host.Raise(id, "e", 7);
        Assert.Equal(7, (await host.Completed(id)).ReadOutputAs<int>());
        Assert.Null(host.Engine.NextTimerDue());
    }

    [Fact]
    public async Task WaitForExternalEvent_SameNameOtherType_FailsTheInstance()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Types", async c =>
        {
            _ = c.WaitForExternalEvent<int>("e");
            return await c.WaitForExternalEvent<string>("e");
        }));
        var done = await host.Run("Types");
        Assert.True(done.FailureDetails!.IsCausedBy<ArgumentException>());
    }

    [Fact]
    public async Task RaiseEvent_PayloadOfAnotherShape_FailsThatInstanceOnly()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Shape", async c => await c.WaitForExternalEvent<int>("e")));
        var bad = await host.Schedule("Shape");
        var good = await host.Schedule("Shape");
        await host.Raise(bad, "e", "no number");
        await host.Raise(good, "e", 1);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.Completed(bad)).RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.Completed(good)).RuntimeStatus);
    }

    [Fact]
    public async Task RaiseEvent_WithoutPayload_WakesTheWaiter()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Bare", async c => await c.WaitForExternalEvent<string?>("e") ?? "null"));
        var id = await host.Schedule("Bare");
        await host.Raise(id, "e");
        Assert.Equal("null", (await host.Completed(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task RaiseEvent_NobodyThereOrEnded_IsDiscarded()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Short", _ => Task.FromResult<object?>("done")));
        await host.Raise("nobody", "e", 1);
        await host.Run("Short", id: "short");
        await host.Raise("short", "e", 1);
        await host.Idle();
        Assert.Equal("done", (await host.Get("short")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task SendEvent_ToAnother_ArrivesOnce()
    {
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Receiver", async c => await c.WaitForExternalEvent<string>("e"));
            r.AddOrchestrator("Sender", async c =>
            {
                c.SendEvent("receiver", "e", "hello");
                c.SendEvent("nobody", "e", "hello");
                await c.CallActivityAsync("Nothing");
                return null;
            });
            r.AddActivity("Nothing", (_, _) => Task.FromResult<object?>(null));
        });
        await host.Schedule("Receiver", options: new StartOrchestrationOptions("receiver"));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.Run("Sender")).RuntimeStatus);
        Assert.Equal("hello", (await host.Completed("receiver")).ReadOutputAs<string>());
    }
}
