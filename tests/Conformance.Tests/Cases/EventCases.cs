using EntCredit.Conformance.Tests.Running;

namespace EntCredit.Conformance.Tests.Cases;

public sealed class EventCases : ConformanceSuite
{
    [Fact]
    public Task RaiseEvent_BeforeTheWait_IsKeptInOrderAndCaseDoesNotMatter() => Case(
        r => r.Orchestrator("Listen", async c =>
        {
            await c.WaitForExternalEvent<string>("go");
            return await c.WaitForExternalEvent<string>("Word") + await c.WaitForExternalEvent<string>("WORD") + await c.WaitForExternalEvent<string>("word");
        }),
        async run =>
        {
            var id = await run.Start("Listen", "listen");
            foreach (var word in new[] { "a", "b", "c" })
                await run.Raise(id, "wOrD", word);
            await run.Raise(id, "go", "");
            Assert.Equal("abc", (await run.Completed(id)).ReadOutputAs<string>());
        });

    [Fact]
    public Task RaiseEvent_SeveralNames_EachGoesToItsOwnWaiter() => Case(
        r => r.Orchestrator("Listen", async c =>
        {
            var (a, b) = (c.WaitForExternalEvent<string>("a"), c.WaitForExternalEvent<int>("b"));
            await Task.WhenAll(a, b);
            return $"{await a} {await b}";
        }),
        async run =>
        {
            var id = await run.Start("Listen", "listen");
            await run.Raise(id, "b", 2);
            await run.Raise(id, "other", "nobody waits for this");
            await run.Raise(id, "a", "one");
            Assert.Equal("one 2", (await run.Completed(id)).ReadOutputAs<string>());
        });

    [Fact]
    public Task RaiseEvent_TwoWaiters_TheNewestTakesItThenTheOlder() => Case(
        r => r.Orchestrator("Two", async c =>
        {
            var (older, newer) = (c.WaitForExternalEvent<string>("e"), c.WaitForExternalEvent<string>("e"));
            await Task.WhenAll(older, newer);
            return $"{await older} {await newer}";
        }),
        async run =>
        {
            var id = await run.Start("Two", "two");
            await run.Raise(id, "e", "first");
            await run.Raise(id, "e", "second");
            Assert.Equal("second first", (await run.Completed(id)).ReadOutputAs<string>());
        });

    /// <summary>microsoft/durabletask-dotnet #508: the older waiter was cancelled, the newest takes the event.</summary>
    [Fact]
    public Task RaiseEvent_OlderWaiterCancelled_TheNewestTakesIt() => Case(
        r => r.Orchestrator("Again", async c =>
        {
            using var cts = new CancellationTokenSource();
            _ = c.WaitForExternalEvent<string>("e", cts.Token);
            cts.Cancel();
            return await c.WaitForExternalEvent<string>("e");
        }),
        async run =>
        {
            var id = await run.Start("Again", "again");
            await run.Raise(id, "e", "got");
            Assert.Equal("got", (await run.Completed(id)).ReadOutputAs<string>());
        });

    /// <summary>The trap: the newest waiter takes the event though it was cancelled.</summary>
    [Fact]
    public Task RaiseEvent_NewestWaiterCancelled_TheEventIsLost() => Case(
        r => r.Orchestrator("Trap", async c =>
        {
            var kept = c.WaitForExternalEvent<string>("e");
            using var cts = new CancellationTokenSource();
            _ = c.WaitForExternalEvent<string>("e", cts.Token);
            cts.Cancel();
            return await kept;
        }),
        async run =>
        {
            var id = await run.Start("Trap", "trap");
            await run.Raise(id, "e", "lost");
            await run.Raise(id, "e", "got");
            Assert.Equal("got", (await run.Completed(id)).ReadOutputAs<string>());
        });

    /// <summary>Azure/azure-functions-durable-extension #3255: a wait that timed out takes the next event, and the wait made before it came loses nothing but time.</summary>
    [Fact]
    public Task RaiseEvent_AfterAWaitTimedOut_IsLostForALaterWait() => Case(
        r => r.Orchestrator("Trap", async c =>
        {
            try
            {
                await c.WaitForExternalEvent<string>("e", TimeSpan.FromMilliseconds(50));
            }
            catch (OperationCanceledException)
            {
                c.SetCustomStatus("timed out");
            }

            await c.WaitForExternalEvent<string>("go");
            return await c.WaitForExternalEvent<string>("e");
        }),
        async run =>
        {
            var id = await run.Start("Trap", "trap");
            await run.Says(id, "timed out");
            await run.Raise(id, "e", "lost");
            await run.Raise(id, "go", "");
            await run.Raise(id, "e", "got");
            Assert.Equal("got", (await run.Completed(id)).ReadOutputAs<string>());
        });

    [Fact]
    public Task WaitForExternalEvent_TimesOut_ThrowsOperationCanceled() => Case(
        r => r.Orchestrator("Timeout", async c =>
        {
            try
            {
                return await c.WaitForExternalEvent<string>("e", TimeSpan.FromMilliseconds(50));
            }
            catch (OperationCanceledException e)
            {
                return e is TaskCanceledException ? "timed out" : e.GetType().Name;
            }
        }),
        async run => Assert.Equal("timed out", (await run.Run("Timeout")).ReadOutputAs<string>()));

    [Fact]
    public Task WaitForExternalEvent_EventInTime_EndsWithoutItsTimer() => Case(
        r => r.Orchestrator("InTime", async c => await c.WaitForExternalEvent<int>("e", TimeSpan.FromDays(2))),
        async run =>
        {
            var id = await run.Start("InTime", "intime");
            await run.Raise(id, "e", 7);
            Assert.Equal(7, (await run.Completed(id)).ReadOutputAs<int>());
        });

    [Fact]
    public Task WaitForExternalEvent_OneKeptWaitOverSeveralTimers_TakesTheEvent() => Case(
        r => r.Orchestrator("Loop", async c =>
        {
            var woken = c.WaitForExternalEvent<string>("wake");
            for (var turn = 1; ; turn++)
            {
                c.SetCustomStatus(turn >= 3 ? "three turns" : "");
                using var cts = new CancellationTokenSource();
                var timer = c.CreateTimer(turn < 3 ? TimeSpan.FromMilliseconds(20) : TimeSpan.FromDays(2), cts.Token);
                if (await Task.WhenAny(woken, timer) == woken)
                {
                    cts.Cancel();
                    return await woken;
                }
            }
        }),
        async run =>
        {
            var id = await run.Start("Loop", "loop");
            await run.Says(id, "three turns");
            await run.Raise(id, "wake", "got");
            Assert.Equal("got", (await run.Completed(id)).ReadOutputAs<string>());
        });

    [Fact]
    public Task WaitForExternalEvent_TokenCancelled_ThrowsOperationCanceled() => Case(
        r => r.Orchestrator("Cancel", async c =>
        {
            using var cts = new CancellationTokenSource();
            var wait = c.WaitForExternalEvent<string>("e", cts.Token);
            await c.WaitForExternalEvent<string>("go");
            cts.Cancel();
            try
            {
                return await wait;
            }
            catch (OperationCanceledException)
            {
                return "cancelled";
            }
        }),
        async run =>
        {
            var id = await run.Start("Cancel", "cancel");
            await run.Raise(id, "go", "");
            Assert.Equal("cancelled", (await run.Completed(id)).ReadOutputAs<string>());
        });

    [Fact]
    public Task WaitForExternalEvent_SameNameOtherType_IsRefused() => Case(
        r => r.Orchestrator("Types", async c =>
        {
            _ = c.WaitForExternalEvent<int>("e");
            return await c.WaitForExternalEvent<string>("E");
        }),
        async run => Assert.True((await run.Run("Types")).FailureDetails!.IsCausedBy<ArgumentException>()));

    [Fact]
    public Task RaiseEvent_Record_ArrivesEqual() => Case(
        r => r.Orchestrator("Typed", async c => await c.WaitForExternalEvent<Wake>("e")),
        async run =>
        {
            var id = await run.Start("Typed", "typed");
            await run.Raise(id, "e", new Wake("“示例”", new(2020, 7, 1)));
            Assert.Equal(new Wake("“示例”", new(2020, 7, 1)), (await run.Completed(id)).ReadOutputAs<Wake>());
        });

    [Fact]
    public Task RaiseEvent_WithoutPayload_WakesTheWaiter() => Case(
        r => r.WithWaits(),
        async run =>
        {
            var id = await run.Start("Waits", "waits");
            await run.Raise(id, "go");
            Assert.Null((await run.Completed(id)).ReadOutputAs<string?>());
        });

    [Fact]
    public Task RaiseEvent_PayloadOfAnotherShape_FailsThatInstanceOnly() => Case(
        r => r.Orchestrator("Shape", async c => await c.WaitForExternalEvent<int>("e")),
        async run =>
        {
            var (bad, good) = (await run.Start("Shape", "bad"), await run.Start("Shape", "good"));
            await run.Raise(bad, "e", "no number");
            Assert.Equal(OrchestrationRuntimeStatus.Failed, (await run.Completed(bad)).RuntimeStatus);
            await run.Raise(good, "e", 1);
            Assert.Equal(OrchestrationRuntimeStatus.Completed, (await run.Completed(good)).RuntimeStatus);
        });

    [Fact]
    public Task SendEvent_ToAnother_Arrives() => Case(
        r =>
        {
            r.WithWaits();
            r.Orchestrator("Sender", async c =>
            {
                c.SendEvent("receiver", "go", "hello");
                await c.CallActivityAsync("Nothing");
                return "sent";
            });
        },
        async run =>
        {
            await run.Start("Waits", "receiver");
            Assert.Equal("sent", (await run.Run("Sender")).ReadOutputAs<string>());
            Assert.Equal("hello", (await run.Completed("receiver")).ReadOutputAs<string>());
        });

    [Fact]
    public Task SendEvent_AsTheLastThing_Arrives() => Case(
        r =>
        {
            r.WithWaits();
            r.Orchestrator("Sender", c =>
            {
                c.SendEvent("receiver", "go", "last wish");
                return Task.FromResult<object?>("sent");
            });
        },
        async run =>
        {
            await run.Start("Waits", "receiver");
            await run.Run("Sender");
            Assert.Equal("last wish", (await run.Completed("receiver")).ReadOutputAs<string>());
        });

    [Fact]
    public Task RaiseEvent_ManyQuickly_AllArriveInOrder() => Case(
        r => r.Orchestrator("Many", async c =>
        {
            var got = new List<int>();
            while (got.Count < 30)
                got.Add(await c.WaitForExternalEvent<int>("n"));
            return got;
        }),
        async run =>
        {
            var id = await run.Start("Many", "many");
            for (var i = 0; i < 30; i++)
                await run.Raise(id, "n", i);
            Assert.Equal(Enumerable.Range(0, 30), (await run.Completed(id)).ReadOutputAs<int[]>()!);
        });

    private sealed record Wake(string Why, DateOnly Day);
}
