using System.Collections.Concurrent;
using EntCredit.Conformance.Tests.Running;

namespace EntCredit.Conformance.Tests.Cases;

public sealed class RetryCases : ConformanceSuite
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(10);

    [Fact]
    public Task RetryPolicy_FailsTwice_GivesTheThirdResult()
    {
        var runs = 0;
        return Case(
            r =>
            {
                r.Orchestrator("Retry", async c => await c.CallActivityAsync<int>("Flaky", TaskOptions.FromRetryPolicy(new RetryPolicy(5, Soon))));
                r.Activity("Flaky", () => ++runs < 3 ? throw new IOException("again") : runs);
            },
            async run => Assert.Equal(3, (await run.Run("Retry")).ReadOutputAs<int>()));
    }

    [Fact]
    public Task RetryPolicy_NeverSucceeds_FailsWithTheLastReasonAfterItsAttempts()
    {
        var runs = 0;
        return Case(
            r =>
            {
                r.Orchestrator("Retry", async c => await c.CallActivityAsync<int>("Broken", TaskOptions.FromRetryPolicy(new RetryPolicy(4, Soon))));
                r.Activity("Broken", () => throw new IOException($"attempt {++runs}"));
            },
            async run =>
            {
                Assert.Equal("attempt 4", (await run.Run("Retry")).FailureDetails!.InnerFailure!.ErrorMessage);
                Assert.Equal(4, runs);
            });
    }

    [Fact]
    public Task RetryPolicy_OneAttempt_IsNotRetried()
    {
        var runs = 0;
        return Case(
            r =>
            {
                r.Orchestrator("Retry", async c => await c.CallActivityAsync<int>("Broken", TaskOptions.FromRetryPolicy(new RetryPolicy(1, TimeSpan.FromHours(1)))));
                r.Activity("Broken", () => throw new IOException($"attempt {++runs}"));
            },
            async run => Assert.Equal("attempt 1", (await run.Run("Retry")).FailureDetails!.InnerFailure!.ErrorMessage));
    }

    [Fact]
    public Task RetryPolicy_BackoffCoefficient_MakesEachDelayLonger()
    {
        var failedAt = new ConcurrentDictionary<DateTime, bool>();
        return Case(
            r =>
            {
                r.Orchestrator("Retry", async c => await c.CallActivityAsync<int>("Broken", TaskOptions.FromRetryPolicy(
                    new RetryPolicy(4, TimeSpan.FromMilliseconds(50), backoffCoefficient: 4)
                    {
                        HandleFailure = _ => failedAt.TryAdd(c.CurrentUtcDateTime, true) || true,
                    })));
                r.Activity("Broken", () => throw new IOException("again"));
            },
            async run =>
            {
                await run.Run("Retry");
                // Asked after each failure but the last: at least 50 ms, then at least 200 ms lie between.
                var times = failedAt.Keys.Order().ToList();
                Assert.Equal(3, times.Count);
                Assert.True(times[1] - times[0] >= TimeSpan.FromMilliseconds(50));
                Assert.True(times[2] - times[1] >= TimeSpan.FromMilliseconds(200));
            });
    }

    [Fact]
    public Task RetryPolicy_MaxRetryInterval_EndsTheGrowth()
    {
        var runs = 0;
        return Case(
            r =>
            {
                r.Orchestrator("Retry", async c => await c.CallActivityAsync<int>("Broken", TaskOptions.FromRetryPolicy(
                    new RetryPolicy(4, Soon, backoffCoefficient: 10_000, maxRetryInterval: TimeSpan.FromMilliseconds(20)))));
                r.Activity("Broken", () => throw new IOException($"attempt {++runs}"));
            },
            async run => Assert.Equal("attempt 4", (await run.Run("Retry")).FailureDetails!.InnerFailure!.ErrorMessage));
    }

    [Fact]
    public Task RetryPolicy_TimeoutReached_IsNotRetriedFurther()
    {
        var runs = 0;
        return Case(
            r =>
            {
                r.Orchestrator("Retry", async c => await c.CallActivityAsync<int>("Broken", TaskOptions.FromRetryPolicy(
                    new RetryPolicy(100, TimeSpan.FromMilliseconds(300), retryTimeout: TimeSpan.FromMilliseconds(500)))));
                r.Activity("Broken", () => throw new IOException($"attempt {++runs}"));
            },
            async run =>
            {
                Assert.Equal(OrchestrationRuntimeStatus.Failed, (await run.Run("Retry")).RuntimeStatus);
                // Three where nothing is slow: at 0, 300 and 600 ms.
                Assert.InRange(runs, 1, 3);
            });
    }

    [Fact]
    public Task RetryPolicy_HandleFailureRefuses_IsNotRetried()
    {
        var runs = 0;
        return Case(
            r =>
            {
                r.Orchestrator("Retry", async c => await c.CallActivityAsync<int>("Broken", TaskOptions.FromRetryPolicy(
                    new RetryPolicy(4, Soon) { HandleFailure = f => !f.IsCausedBy<IOException>() && f.ErrorMessage != "attempt 1" })));
                r.Activity("Broken", () => throw new FileNotFoundException($"attempt {++runs}"));
            },
            async run => Assert.Equal("attempt 1", (await run.Run("Retry")).FailureDetails!.InnerFailure!.ErrorMessage));
    }

    [Fact]
    public Task RetryPolicy_HandleFailureThrows_EndsTheRetriesWithTheTasksOwnFailure()
    {
        var runs = 0;
        return Case(
            r =>
            {
                r.Orchestrator("Retry", async c => await c.CallActivityAsync<int>("Broken", TaskOptions.FromRetryPolicy(
                    new RetryPolicy(4, Soon) { HandleFailure = _ => throw new InvalidOperationException("the handler's own") })));
                r.Activity("Broken", () => throw new IOException($"attempt {++runs}"));
            },
            async run => Assert.Equal("attempt 1", (await run.Run("Retry")).FailureDetails!.InnerFailure!.ErrorMessage));
    }

    [Fact]
    public Task RetryPolicy_ActivityNotRegistered_IsNotRetried() => Case(
        r => r.Orchestrator("Retry", async c => await c.CallActivityAsync<string>("Nobody", TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromHours(1))))),
        async run => Assert.Equal("ActivityTaskNotFound", (await run.Run("Retry")).FailureDetails!.InnerFailure!.ErrorType));

    [Fact]
    public Task RetryHandler_SaysWhenToStop()
    {
        var runs = 0;
        return Case(
            r =>
            {
                r.Orchestrator("Retry", async c => await c.CallActivityAsync<int>("Broken", TaskOptions.FromRetryHandler(
                    context => context.LastAttemptNumber < 3 && context.LastFailure.IsCausedBy<IOException>() && context.TotalRetryTime >= TimeSpan.Zero)));
                r.Activity("Broken", () => throw new IOException($"attempt {++runs}"));
            },
            async run => Assert.Equal("attempt 3", (await run.Run("Retry")).FailureDetails!.InnerFailure!.ErrorMessage));
    }

    [Fact]
    public Task RetryHandler_KnowsAttemptFailureAndOrchestration()
    {
        var seen = new ConcurrentDictionary<string, bool>();
        return Case(
            r =>
            {
                r.Orchestrator("Retry", async c => await c.CallActivityAsync<int>("Broken", TaskOptions.FromRetryHandler(context =>
                {
                    seen.TryAdd($"{context.LastAttemptNumber} {context.LastFailure.ErrorType} {context.OrchestrationContext.InstanceId}", true);
                    return context.LastAttemptNumber < 2;
                })));
                r.Activity("Broken", () => throw new IOException("again"));
            },
            async run =>
            {
                await run.Run("Retry", options: new("retry"));
                Assert.Equal(["1 System.IO.IOException retry", "2 System.IO.IOException retry"], seen.Keys.Order());
            });
    }

    [Fact]
    public Task AsyncRetryHandler_MayWaitOnADurableTimer()
    {
        var runs = 0;
        return Case(
            r =>
            {
                r.Orchestrator("Retry", async c => await c.CallActivityAsync<int>("Flaky", TaskOptions.FromRetryHandler(async context =>
                {
                    await context.OrchestrationContext.CreateTimer(Soon, CancellationToken.None);
                    return true;
                })));
                r.Activity("Flaky", () => ++runs < 3 ? throw new IOException("again") : runs);
            },
            async run => Assert.Equal(3, (await run.Run("Retry")).ReadOutputAs<int>()));
    }

    [Fact]
    public Task RetryPolicy_OfASubOrchestration_RunsTheSameInstanceIdAgain()
    {
        var runs = 0;
        return Case(
            r =>
            {
                r.Orchestrator("Parent", async c => await c.CallSubOrchestratorAsync<string>(
                    "Child", TaskOptions.FromRetryPolicy(new RetryPolicy(3, Soon)).WithInstanceId("child")));
                r.Orchestrator("Child", async c => $"{c.InstanceId} {await c.CallActivityAsync<int>("Flaky")}");
                r.Activity("Flaky", () => ++runs < 3 ? throw new IOException("again") : runs);
            },
            async run => Assert.Equal("child 3", (await run.Run("Parent")).ReadOutputAs<string>()));
    }

    [Fact]
    public Task RetryHandler_OfASubOrchestration_SeesItsFailure()
    {
        var runs = 0;
        return Case(
            r =>
            {
                r.Orchestrator("Parent", async c => await c.CallSubOrchestratorAsync<int>("Child", TaskOptions.FromRetryHandler(
                    context => context.LastFailure.IsCausedBy<InvalidDataException>() && context.LastAttemptNumber < 5)));
                r.Orchestrator("Child", async c => await c.CallActivityAsync<int>("Count") < 3 ? throw new InvalidDataException("too few") : "enough".Length);
                r.Activity("Count", () => ++runs);
            },
            async run => Assert.Equal(6, (await run.Run("Parent")).ReadOutputAs<int>()));
    }
}
