using EntCredit.LocalRuntime.Durable.Engine;
using EntCredit.LocalRuntime.Durable.Exceptions;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Tests.Durable;

public sealed class DeterminismTests
{
    public static TheoryData<string, string> Changes => new()
    {
        { "other activity", "an activity task named 'A' with sequence number 0, but the current orchestration replay instead scheduled an activity task named 'B'" },
        { "timer instead", "an activity task named 'A' with sequence number 0, but the current orchestration replay instead scheduled a timer" },
        { "nothing", "an activity task named 'A' with sequence number 0, but the current replay execution hasn't (yet?) scheduled this task" },
        { "sub instead", "instead scheduled a sub-orchestration named 'Child'" },
        { "event instead", "instead scheduled an event named 'e' sent to 'other'" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Replay_CodeChanged_FailsNamingBothSidesAndOthersGoOn(string change, string said)
    {
        await using var host = await Harness.Start(r => Register(r, "as it was"));
        var id = await host.Schedule("Code");
        var other = await host.Schedule("Steady");
        await host.Idle();
        await host.Restart(r => Register(r, change));
        await host.Raise(id, "go");
        await host.Raise(other, "go");
        var failed = await host.Completed(id);
        Assert.True(failed.FailureDetails!.IsCausedBy<NonDeterministicOrchestrationException>());
        Assert.Contains(said, failed.FailureDetails.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.Completed(other)).RuntimeStatus);
        Assert.Contains(host.Logs.Texts, t => t.Contains("Non-Deterministic", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replay_UnorderedCode_IsFoundWithoutARestart()
    {
        var runs = 0;
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Random", async c => await c.CallActivityAsync<string>(runs++ == 0 ? "A" : "B"));
            r.AddActivity("A", (_, _) => Task.FromResult<object?>("a"));
            r.AddActivity("B", (_, _) => Task.FromResult<object?>("b"));
        });
        Assert.True((await host.Run("Random")).FailureDetails!.IsCausedBy<NonDeterministicOrchestrationException>());
    }

    [Fact]
    public async Task Replay_GuidsTimeAndVersion_AreTheSameEachTime()
    {
        var seen = new List<string>();
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Same", async c =>
            {
                seen.Add($"{c.NewGuid()} {c.NewGuid()} {c.CurrentUtcDateTime:O} {c.Version}");
                await c.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                await c.CallActivityAsync("Nothing");
                return c.NewGuid();
            });
            r.AddActivity("Nothing", (_, _) => Task.FromResult<object?>(null));
        });
        var id = await host.Schedule("Same", options: new StartOrchestrationOptions { Version = "1.2" });
        await host.Advance(TimeSpan.FromDays(1));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.Get(id)).RuntimeStatus);
        Assert.Equal(3, seen.Count);
        Assert.Single(seen.Distinct());
    }

    [Fact]
    public async Task NewGuid_KnownInputs_GivesTheValueOfTheRealAlgorithm()
    {
        // RFC 4122 §4.3, version 5, over "guid_2026-03-02T01:00:00.0000000Z_0" in namespace 9e952958-5e33-4daf-827f-2fa12937b875.
        await using var host = await Harness.Start(r => r.AddOrchestrator("Guid", c => Task.FromResult<object?>(c.NewGuid())));
        Assert.Equal(Guid.Parse("c783cf70-3594-5dcb-928e-76f82ca5ac2d"), (await host.Run("Guid", id: "guid")).ReadOutputAs<Guid>());
    }

    [Fact]
    public async Task ReplaySafeLogger_ManyTurns_WritesEachLineOnce()
    {
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Log", async c =>
            {
                var log = c.CreateReplaySafeLogger("log");
                log.LogInformation("first");
                await c.CallActivityAsync("Nothing");
                log.LogInformation("second");
                await c.CallActivityAsync("Nothing");
                log.LogInformation("third");
                return null;
            });
            r.AddActivity("Nothing", (_, _) => Task.FromResult<object?>(null));
        });
        await host.Run("Log");
        Assert.Equal(["first", "second", "third"], host.Logs.Texts.Where(t => t is "first" or "second" or "third"));
    }

    [Fact]
    public async Task Await_NotDurableAtOnce_FailsTheInstance()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Bad", async _ =>
        {
            await Task.Delay(Timeout.Infinite);
            return null;
        }));
        Assert.Contains("invalid asynchronous invocation", (await host.Run("Bad")).FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Await_NotDurableLater_StaysRunningAndIsLogged()
    {
        var refused = new TaskCompletionSource<Exception>();
        var foreign = new TaskCompletionSource();
        await using var host = await Harness.Start(r => r.AddOrchestrator("Bad", async c =>
        {
            c.SetCustomStatus("begun");
            await Task.Yield();
            await foreign.Task;
            try
            {
                await c.CallActivityAsync("Any");
            }
            catch (InvalidOperationException e)
            {
                refused.TrySetResult(e);
            }

            return null;
        }));
        var id = await host.Schedule("Bad");
        await host.Client.WaitForInstanceStartAsync(id, Harness.Limit);
        foreign.SetResult();
        Assert.Contains("invalid asynchronous invocation", (await refused.Task.WaitAsync(Harness.Limit)).Message, StringComparison.Ordinal);
        await host.Idle();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Get(id)).RuntimeStatus);
        Assert.Contains(host.Logs.Texts, t => t.Contains("waits for a task that is not durable", StringComparison.Ordinal));
    }

    private static void Register(DurableRegistry registry, string change)
    {
        registry.AddOrchestrator("Code", async c =>
        {
            var go = c.WaitForExternalEvent<string?>("go");
            switch (change)
            {
                case "as it was":
                    await c.CallActivityAsync("A");
                    break;
                case "other activity":
                    await c.CallActivityAsync("B");
                    break;
                case "timer instead":
                    await c.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                    break;
                case "sub instead":
                    await c.CallSubOrchestratorAsync("Child");
                    break;
                case "event instead":
                    c.SendEvent("other", "e", "x");
                    break;
            }

            return await go;
        });
        registry.AddOrchestrator("Steady", async c => await c.WaitForExternalEvent<string?>("go"));
        registry.AddActivity("A", (_, _) => Task.FromResult<object?>(null));
        registry.AddActivity("B", (_, _) => Task.FromResult<object?>(null));
    }
}
