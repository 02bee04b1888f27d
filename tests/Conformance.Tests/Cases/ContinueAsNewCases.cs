using EntCredit.Conformance.Tests.Running;

namespace EntCredit.Conformance.Tests.Cases;

public sealed class ContinueAsNewCases : ConformanceSuite
{
    [Fact]
    public Task ContinueAsNew_ManyTimes_KeepsTheInstanceAndGivesTheLastOutput() => Case(
        r =>
        {
            r.WithWaits();
            r.Orchestrator<int>("Count", async (c, n) =>
            {
                await c.CallActivityAsync("Nothing");
                if (n < 10)
                    c.ContinueAsNew(n + 1);
                return n;
            });
        },
        async run =>
        {
            var done = await run.Run("Count", 1, new("count"));
            Assert.Equal("count", done.InstanceId);
            Assert.Equal(10, done.ReadOutputAs<int>());
            Assert.Equal(10, done.ReadInputAs<int>());
        });

    /// <summary>microsoft/durabletask-dotnet #387, as it is told there.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task ContinueAsNew_EventsRaisedQuickly_NoneIsLost(bool timers) => Case(
        r => r.Orchestrator<int>("Count", async (c, count) =>
        {
            await c.WaitForExternalEvent<string>("event");
            count++;
            if (timers)
                await c.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            if (count < 25)
                c.ContinueAsNew(count, preserveUnprocessedEvents: true);
            return count;
        }),
        async run =>
        {
            var id = await run.Start("Count", "count", 0);
            for (var i = 0; i < 25; i++)
                await run.Raise(id, "event", "x");
            Assert.Equal(25, (await run.Completed(id)).ReadOutputAs<int>());
        });

    [Fact]
    public Task ContinueAsNew_Preserving_TakesEarlyEventsAlongInTheirOrder() => Case(
        r => r.Orchestrator<List<int>>("Sum", async (c, got) =>
        {
            if (got is null)
            {
                await c.WaitForExternalEvent<string>("go");
                c.ContinueAsNew(new List<int>());
                return null;
            }

            got.Add(await c.WaitForExternalEvent<int>("n"));
            if (got.Count < 10)
                c.ContinueAsNew(got);
            return got;
        }),
        async run =>
        {
            var id = await run.Start("Sum", "sum");
            for (var i = 0; i < 10; i++)
                await run.Raise(id, "n", i);
            await run.Raise(id, "go", "");
            Assert.Equal(Enumerable.Range(0, 10), (await run.Completed(id)).ReadOutputAs<int[]>()!);
        });

    [Fact]
    public Task ContinueAsNew_NotPreserving_DropsWhatCameBeforeTheCall()
    {
        var turns = 0;
        return Case(
            r => r.Orchestrator<string>("Drop", async (c, input) =>
            {
                Interlocked.Increment(ref turns);
                if (input is not null)
                    return await c.WaitForExternalEvent<string>("e");
                await c.WaitForExternalEvent<string>("go");
                c.ContinueAsNew("second", preserveUnprocessedEvents: false);
                return null;
            }),
            async run =>
            {
                var id = await run.Start("Drop", "drop");
                await run.Raise(id, "e", "before");
                await run.Until(() => Volatile.Read(ref turns) >= 2);
                await run.Raise(id, "go", "");
                await run.Until(id, found => found.SerializedInput == "\"second\"");
                await run.Raise(id, "e", "after");
                Assert.Equal("after", (await run.Completed(id)).ReadOutputAs<string>());
            });
    }

    /// <summary>Azure/azure-functions-durable-extension #1676: a wait cancelled in the first execution takes an event that the second one needs.</summary>
    [Fact]
    public Task ContinueAsNew_EventTakenByACancelledWait_IsLostThoughEventsArePreserved()
    {
        var turns = 0;
        var release = new TaskCompletionSource();
        return Case(
            r =>
            {
                r.Orchestrator<string>("Trap", async (c, input) =>
                {
                    Interlocked.Increment(ref turns);
                    if (input is not null)
                        return await c.WaitForExternalEvent<string>("event_1");
                    using var cts = new CancellationTokenSource();
                    await Task.WhenAny(c.WaitForExternalEvent<string>("event_0", cts.Token), c.WaitForExternalEvent<string>("event_1", cts.Token));
                    cts.Cancel();
                    await c.CallActivityAsync("Held");
                    c.ContinueAsNew("second", preserveUnprocessedEvents: true);
                    return null;
                });
                r.Activity<object>("Held", async _ =>
                {
                    await release.Task;
                    return null;
                });
            },
            async run =>
            {
                var id = await run.Start("Trap", "trap");
                await run.Raise(id, "event_0", "");
                await run.Until(() => Volatile.Read(ref turns) >= 2);
                await run.Raise(id, "event_1", "lost");
                await run.Until(() => Volatile.Read(ref turns) >= 3);
                release.SetResult();
                await run.Until(id, found => found.SerializedInput == "\"second\"");
                await run.Raise(id, "event_1", "got");
                Assert.Equal("got", (await run.Completed(id)).ReadOutputAs<string>());
            });
    }

    [Fact]
    public Task ContinueAsNew_NewVersion_IsSeenByTheNextExecution() => Case(
        r => r.Orchestrator("Version", c =>
        {
            if (c.Version == "1.0")
                c.ContinueAsNew(new ContinueAsNewOptions { NewVersion = "2.0" });
            return Task.FromResult<object?>(c.Version);
        }),
        async run => Assert.Equal("2.0", (await run.Run("Version", options: new() { Version = "1.0" })).ReadOutputAs<string>()));

    [Fact]
    public Task ContinueAsNew_OfASubOrchestration_TheParentGetsTheLastResult() => Case(
        r =>
        {
            r.Orchestrator("Parent", async c => await c.CallSubOrchestratorAsync<string>("Child", 1));
            r.Orchestrator<int>("Child", (c, n) =>
            {
                if (n < 3)
                    c.ContinueAsNew(n + 1);
                return Task.FromResult<object?>($"{n} for {c.Parent!.InstanceId}");
            });
        },
        async run => Assert.Equal("3 for parent", (await run.Run("Parent", options: new("parent"))).ReadOutputAs<string>()));

    [Fact]
    public Task ContinueAsNew_ThenFails_TheInstanceFails() => Case(
        r => r.Orchestrator<string>("Bad", (c, _) =>
        {
            c.ContinueAsNew("second");
            throw new InvalidDataException("no good");
        }),
        async run => Assert.Equal("no good", (await run.Run("Bad")).FailureDetails!.ErrorMessage));

    [Fact]
    public Task ContinueAsNew_WithATimerOpen_WaitsForIt() => Case(
        r => r.Orchestrator<DateTime?>("Open", (c, due) =>
        {
            if (due is { } then)
                return Task.FromResult<object?>(c.CurrentUtcDateTime >= then);
            var at = c.CurrentUtcDateTime.AddMilliseconds(300);
            _ = c.CreateTimer(at, CancellationToken.None);
            c.ContinueAsNew(at);
            return Task.FromResult<object?>(null);
        }),
        async run => Assert.True((await run.Run("Open")).ReadOutputAs<bool>()));

    [Fact]
    public Task ContinueAsNew_WithAnActivityOpen_WaitsForIt()
    {
        var release = new TaskCompletionSource();
        return Case(
            r =>
            {
                r.WithWaits();
                r.Orchestrator<string>("Open", (c, input) =>
                {
                    if (input is null)
                    {
                        _ = c.CallActivityAsync("Slow");
                        c.ContinueAsNew("second");
                    }

                    return Task.FromResult<object?>(input);
                });
                r.Activity<object>("Slow", async _ =>
                {
                    await release.Task;
                    return null;
                });
            },
            async run =>
            {
                var id = await run.Start("Open", "open");
                await run.Raise(await run.Start("Waits", "other"), "go", "x");
                await run.Completed("other");
                Assert.Null((await run.Get(id)).SerializedInput);
                release.SetResult();
                Assert.Equal("second", (await run.Completed(id)).ReadOutputAs<string>());
            });
    }

    [Fact]
    public Task ContinueAsNew_TwiceInOneExecution_TheLastCounts() => Case(
        r => r.Orchestrator<string>("Twice", (c, input) =>
        {
            if (input is null)
            {
                c.ContinueAsNew("first");
                c.ContinueAsNew("second");
            }

            return Task.FromResult<object?>(input);
        }),
        async run => Assert.Equal("second", (await run.Run("Twice")).ReadOutputAs<string>()));

    [Fact]
    public Task ContinueAsNew_Tags_Stay() => Case(
        r => r.Orchestrator<string>("Tagged", (c, input) =>
        {
            if (input is null)
                c.ContinueAsNew("second");
            return Task.FromResult<object?>(input);
        }),
        async run =>
        {
            var done = await run.Run("Tagged", options: new("tagged") { Tags = new Dictionary<string, string> { ["of"] = "x" } });
            Assert.Equal("x", done.Tags["of"]);
        });

    [Fact]
    public Task ContinueAsNew_CustomStatus_IsWhatTheNextExecutionSets() => Case(
        r =>
        {
            r.Orchestrator<string>("Status", async (c, input) =>
            {
                if (input is null)
                {
                    c.SetCustomStatus("first");
                    c.ContinueAsNew("second");
                    return null;
                }

                return await c.WaitForExternalEvent<string>("go");
            });
        },
        async run =>
        {
            var id = await run.ScheduleAs("status", "Status");
            await run.Until(id, found => found.SerializedInput == "\"second\"" && found.RuntimeStatus == OrchestrationRuntimeStatus.Running);
            await run.Raise(id, "go", "");
            Assert.Null((await run.Completed(id)).SerializedCustomStatus);
        });
}
