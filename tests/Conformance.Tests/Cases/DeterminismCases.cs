using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using EntCredit.Conformance.Tests.Running;
using Microsoft.Extensions.Logging;

namespace EntCredit.Conformance.Tests.Cases;

public sealed class DeterminismCases : ConformanceSuite
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(10);

    [Fact]
    public Task Replay_OtherActivityThanRecorded_FailsNamingBoth() =>
        Changed(c => c.CallActivityAsync("A"), c => c.CallActivityAsync("B"), "'A'", "'B'", "sequence number 0");

    [Fact]
    public Task Replay_TimerInsteadOfAnActivity_FailsNamingBoth() =>
        Changed(c => c.CallActivityAsync("A"), c => c.CreateTimer(Soon, CancellationToken.None), "'A'", "imer");

    [Fact]
    public Task Replay_ActivityInsteadOfATimer_FailsNamingBoth() =>
        Changed(c => c.CreateTimer(Soon, CancellationToken.None), c => c.CallActivityAsync("A"), "a timer", "sequence number 0");

    [Fact]
    public Task Replay_SubOrchestrationInsteadOfAnActivity_FailsNamingBoth() =>
        Changed(c => c.CallActivityAsync("A"), c => c.CallSubOrchestratorAsync("Child"), "'A'", "ub");

    [Fact]
    public Task Replay_OtherSubOrchestration_FailsNamingIt() =>
        Changed(c => c.CallSubOrchestratorAsync("Child"), c => c.CallSubOrchestratorAsync("Other"), "Child");

    [Fact]
    public Task Replay_NothingInsteadOfAnActivity_FailsNamingIt() =>
        Changed(c => c.CallActivityAsync("A"), _ => Task.CompletedTask, "'A'", "hasn't (yet?) scheduled this task");

    [Fact]
    public Task Replay_EventSentInsteadOfAnActivity_FailsNamingIt() => Changed(
        c => c.CallActivityAsync("A"),
        c =>
        {
            c.SendEvent("steady", "other", "x");
            return Task.CompletedTask;
        },
        "'A'");

    [Fact]
    public Task Replay_SameActivityInOtherCase_IsNoChange()
    {
        var turns = 0;
        return Case(
            r =>
            {
                r.Orchestrator("Code", async c => await c.CallActivityAsync<string>(Interlocked.Increment(ref turns) == 1 ? "Say" : "SAY"));
                r.Activity("Say", () => "said");
            },
            async run => Assert.Equal("said", (await run.Run("Code")).ReadOutputAs<string>()));
    }

    [Fact]
    public Task Replay_MoreAskedForAtTheEnd_GoesOn()
    {
        var turns = 0;
        return Case(
            r =>
            {
                r.WithWaits();
                r.Orchestrator("Code", async c =>
                {
                    await c.CallActivityAsync("Nothing");
                    if (Interlocked.Increment(ref turns) > 0)
                        await c.CallActivityAsync("Nothing");
                    return "grown";
                });
            },
            async run => Assert.Equal("grown", (await run.Run("Code")).ReadOutputAs<string>()));
    }

    [Fact]
    public Task NewGuid_OnEachReplay_IsTheSame()
    {
        var seen = new ConcurrentQueue<string>();
        return Case(
            r =>
            {
                r.WithWaits();
                r.Orchestrator("Guids", async c =>
                {
                    var (a, b) = (c.NewGuid(), c.NewGuid());
                    seen.Enqueue($"{a} {b}");
                    await c.CallActivityAsync("Nothing");
                    await c.CallActivityAsync("Nothing");
                    return a != b && a.Version == 5;
                });
            },
            async run =>
            {
                Assert.True((await run.Run("Guids")).ReadOutputAs<bool>());
                Assert.True(seen.Count >= 3);
                Assert.Single(seen.Distinct());
            });
    }

    [Fact]
    public Task CurrentUtcDateTime_OnEachReplay_IsTheSameAndUtc()
    {
        var seen = new ConcurrentQueue<DateTime>();
        return Case(
            r =>
            {
                r.WithWaits();
                r.Orchestrator("Time", async c =>
                {
                    var began = c.CurrentUtcDateTime;
                    seen.Enqueue(began);
                    await c.CallActivityAsync("Nothing");
                    await c.CallActivityAsync("Nothing");
                    return c.CurrentUtcDateTime >= began && began.Kind == DateTimeKind.Utc;
                });
            },
            async run =>
            {
                Assert.True((await run.Run("Time")).ReadOutputAs<bool>());
                Assert.True(seen.Count >= 3);
                Assert.Single(seen.Distinct());
            });
    }

    [Fact]
    public Task IsReplaying_IsTrueForWhatWasDoneAlready()
    {
        var seen = new ConcurrentQueue<string>();
        return Case(
            r =>
            {
                r.WithWaits();
                r.Orchestrator("Replays", async c =>
                {
                    seen.Enqueue($"begin {c.IsReplaying}");
                    await c.CallActivityAsync("Nothing");
                    seen.Enqueue($"end {c.IsReplaying}");
                    return null;
                });
            },
            async run =>
            {
                await run.Run("Replays");
                Assert.Equal(["begin False", "begin True", "end False"], seen);
            });
    }

    [Fact]
    public Task ReplaySafeLogger_WritesEachLineOnce() => Case(
        r =>
        {
            r.WithWaits();
            r.Orchestrator("Log", async c =>
            {
                var log = c.CreateReplaySafeLogger("conformance");
                log.LogInformation("line one");
                await c.CallActivityAsync("Nothing");
                log.LogInformation("line two");
                await c.CallActivityAsync("Nothing");
                c.CreateReplaySafeLogger<DeterminismCases>().LogInformation("line three");
                return null;
            });
        },
        async run =>
        {
            await run.Run("Log");
            Assert.Equal(["line one", "line two", "line three"], run.Logs.Texts.Where(t => t.StartsWith("line ", StringComparison.Ordinal)));
        });

    [Fact]
    public Task Await_YieldAndNestedMethods_StayInTheTurn() => Case(
        r =>
        {
            r.Orchestrator("Nested", async c =>
            {
                async Task<int> Twice(int n)
                {
                    await Task.Yield();
                    return await c.CallActivityAsync<int>("Square", await c.CallActivityAsync<int>("Square", n));
                }

                var both = await Task.WhenAll(Twice(2), Twice(3));
                return both.Sum();
            });
            r.Activity<int>("Square", n => n * n);
        },
        async run => Assert.Equal(16 + 81, (await run.Run("Nested")).ReadOutputAs<int>()));

    [Fact]
    public Task WhenAll_OneFails_ThrowsItsFailureAfterAllAreDone() => Case(
        r =>
        {
            r.Orchestrator("All", async c =>
            {
                var tasks = new[] { c.CallActivityAsync<string>("Say"), c.CallActivityAsync<string>("Break"), c.CallActivityAsync<string>("Say") };
                try
                {
                    await Task.WhenAll(tasks);
                    return "no failure";
                }
                catch (TaskFailedException e)
                {
                    return $"{e.TaskName}#{e.TaskId} {tasks.Count(t => t.IsCompletedSuccessfully)}";
                }
            });
            r.Activity("Say", () => "said");
            r.Activity("Break", () => throw new InvalidDataException("broken"));
        },
        async run => Assert.Equal("Break#1 2", (await run.Run("All")).ReadOutputAs<string>()));

    [Fact]
    public Task Await_NotDurableAsTheFirstThing_FailsTheInstanceSayingSo() => Case(
        r => r.Orchestrator("Bad", async _ =>
        {
            await Task.Delay(Timeout.Infinite);
            return null;
        }),
        async run => Assert.Contains("invalid asynchronous invocation", (await run.Run("Bad")).FailureDetails!.ErrorMessage, StringComparison.Ordinal));

    /// <summary>What an orchestrator asks for changes between its first turn and the next; the instance fails with both named, another goes on.</summary>
    private static Task Changed(
        Func<TaskOrchestrationContext, Task> was, Func<TaskOrchestrationContext, Task> now, string said, string alsoSaid = "", string andSaid = "",
        [CallerMemberName] string name = "")
    {
        var turns = 0;
        return Case(
            r =>
            {
                r.WithWaits();
                r.Orchestrator("Code", async c =>
                {
                    await (Interlocked.Increment(ref turns) == 1 ? was(c) : now(c));
                    return await c.WaitForExternalEvent<string>("go");
                });
                r.Orchestrator("Child", _ => Task.FromResult<object?>(null));
                r.Orchestrator("Other", _ => Task.FromResult<object?>(null));
                r.Activity("A", () => null);
                r.Activity("B", () => null);
            },
            async run =>
            {
                var steady = await run.Start("Waits", "steady");
                var done = await run.Completed(await run.ScheduleAs("code", "Code"));
                Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
                Assert.EndsWith(".NonDeterministicOrchestrationException", done.FailureDetails!.ErrorType, StringComparison.Ordinal);
                foreach (var text in new[] { "A previous execution of this orchestration scheduled", said, alsoSaid, andSaid })
                    Assert.Contains(text, done.FailureDetails.ErrorMessage, StringComparison.Ordinal);
                await run.Raise(steady, "go", "goes on");
                Assert.Equal("goes on", (await run.Completed(steady)).ReadOutputAs<string>());
            },
            name);
    }
}
