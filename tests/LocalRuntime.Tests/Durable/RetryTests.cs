using EntCredit.LocalRuntime.Durable.Engine;
using Microsoft.Extensions.Time.Testing;

namespace EntCredit.LocalRuntime.Tests.Durable;

public sealed class RetryTests
{
    [Fact]
    public async Task RetryPolicy_FailsTwice_SucceedsAfterItsGrowingDelaysOnTheMachineClock()
    {
        var runs = 0;
        var machine = new FakeTimeProvider(Harness.Begin);
        var policy = new RetryPolicy(5, TimeSpan.FromSeconds(10), backoffCoefficient: 3);
        await using var host = await Harness.Start(
            r =>
            {
                r.AddOrchestrator("Retry", async c => await c.CallActivityAsync<int>("Flaky", TaskOptions.FromRetryPolicy(policy)));
                r.AddActivity("Flaky", (_, _) => Task.FromResult<object?>(++runs < 3 ? throw new IOException("again") : runs));
            },
            machine: machine);
        var id = await host.Schedule("Retry");
        await host.Advance(TimeSpan.FromDays(365));
        Assert.Equal(1, runs);
        Assert.Null(host.Engine.NextTimerDue());
        machine.Advance(TimeSpan.FromSeconds(10));
        await host.Idle();
        Assert.Equal(2, runs);
        machine.Advance(TimeSpan.FromSeconds(29));
        await host.Idle();
        Assert.Equal(2, runs);
        machine.Advance(TimeSpan.FromSeconds(1));
        await host.Idle();
        Assert.Equal(3, (await host.Get(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task RetryPolicy_NeverSucceeds_FailsWithTheLastReasonAfterItsAttempts()
    {
        var runs = 0;
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Retry", async c => await c.CallActivityAsync<int>(
                "Broken", TaskOptions.FromRetryPolicy(new RetryPolicy(4, TimeSpan.FromMilliseconds(1)))));
            r.AddActivity("Broken", (_, _) => throw new IOException($"attempt {++runs}"));
        });
        var done = await host.Run("Retry");
        Assert.Equal(4, runs);
        Assert.Equal("attempt 4", done.FailureDetails!.InnerFailure!.ErrorMessage);
    }

    [Fact]
    public async Task RetryPolicy_HandleFailureRefuses_IsNotRetried()
    {
        var runs = 0;
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Retry", async c => await c.CallActivityAsync<int>("Broken", TaskOptions.FromRetryPolicy(
                new RetryPolicy(4, TimeSpan.FromMilliseconds(1)) { HandleFailure = f => !f.IsCausedBy<IOException>() })));
            r.AddActivity("Broken", (_, _) => throw new FileNotFoundException($"attempt {++runs}"));
        });
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.Run("Retry")).RuntimeStatus);
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task RetryPolicy_TimeoutReached_IsNotRetriedFurther()
    {
        var runs = 0;
        var machine = new FakeTimeProvider(Harness.Begin);
        await using var host = await Harness.Start(
            r =>
            {
                r.AddOrchestrator("Retry", async c => await c.CallActivityAsync<int>("Broken", TaskOptions.FromRetryPolicy(
                    new RetryPolicy(100, TimeSpan.FromSeconds(10), retryTimeout: TimeSpan.FromSeconds(25)))));
                r.AddActivity("Broken", (_, _) => throw new IOException($"attempt {++runs}"));
            },
            machine: machine);
        var id = await host.Schedule("Retry");
        for (var i = 0; i < 10; i++)
        {
            await host.Idle();
            machine.Advance(TimeSpan.FromSeconds(10));
        }

        await host.Idle();
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.Get(id)).RuntimeStatus);
        Assert.Equal(4, runs);
    }

    [Fact]
    public async Task RetryHandler_SaysWhenToStop()
    {
        var runs = 0;
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Retry", async c => await c.CallActivityAsync<int>("Broken", TaskOptions.FromRetryHandler(
                context => context.LastAttemptNumber < 3 && context.LastFailure.IsCausedBy<IOException>())));
            r.AddActivity("Broken", (_, _) => throw new IOException($"attempt {++runs}"));
        });
        Assert.Equal("attempt 3", (await host.Run("Retry")).FailureDetails!.InnerFailure!.ErrorMessage);
    }

    [Fact]
    public async Task AsyncRetryHandler_MayWaitOnADurableTimer()
    {
        var runs = 0;
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Retry", async c => await c.CallActivityAsync<int>("Flaky", TaskOptions.FromRetryHandler(async context =>
            {
                await context.OrchestrationContext.CreateTimer(TimeSpan.FromDays(1), context.CancellationToken);
                return true;
            })));
            r.AddActivity("Flaky", (_, _) => Task.FromResult<object?>(++runs < 3 ? throw new IOException("again") : runs));
        });
        var id = await host.Schedule("Retry");
        await host.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, runs);
        await host.Advance(TimeSpan.FromDays(1));
        Assert.Equal(3, (await host.Get(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Lease_StuckActivity_IsGivenOutAgainAndFailsInTheEndWithTheReason()
    {
        var runs = 0;
        var machine = new FakeTimeProvider(Harness.Begin);
        await using var host = await Harness.Start(
            r =>
            {
                r.AddOrchestrator("Stuck", async c => await c.CallActivityAsync<int>("Hangs"));
                r.AddActivity("Hangs", async (_, _) =>
                {
                    Interlocked.Increment(ref runs);
                    await Task.Delay(Timeout.Infinite, CancellationToken.None);
                    return null;
                });
            },
            o => o with { ActivityLease = TimeSpan.FromMinutes(5), MaxActivityDeliveries = 3, MaxConcurrentActivityFunctions = 1 },
            machine);
        var id = await host.Schedule("Stuck");
        for (var i = 1; i <= 3; i++)
        {
            while (Volatile.Read(ref runs) < i)
                await Task.Yield();
            machine.Advance(TimeSpan.FromMinutes(5));
        }

        var done = await host.Completed(id);
        Assert.Equal("Activity 'Hangs' did not return within its lease of 00:05:00 in 3 deliveries.", done.FailureDetails!.InnerFailure!.ErrorMessage);
        Assert.Equal(3, runs);
    }

    [Fact]
    public async Task Lease_LateResult_CountsIfItIsTheFirst()
    {
        var runs = 0;
        var release = new TaskCompletionSource();
        var machine = new FakeTimeProvider(Harness.Begin);
        await using var host = await Harness.Start(
            r =>
            {
                r.AddOrchestrator("Late", async c => await c.CallActivityAsync<int>("Slow"));
                r.AddActivity("Slow", async (_, cancellation) =>
                {
                    var run = Interlocked.Increment(ref runs);
                    await (run == 1 ? release.Task : Task.Delay(Timeout.Infinite, cancellation));
                    return run;
                });
            },
            o => o with { ActivityLease = TimeSpan.FromMinutes(5) },
            machine);
        var id = await host.Schedule("Late");
        while (Volatile.Read(ref runs) < 1)
            await Task.Yield();
        machine.Advance(TimeSpan.FromMinutes(5));
        while (Volatile.Read(ref runs) < 2)
            await Task.Yield();
        release.SetResult();
        Assert.Equal(1, (await host.Completed(id)).ReadOutputAs<int>());
        machine.Advance(TimeSpan.FromMinutes(5));
    }
}
