using System.Globalization;
using EntCredit.Conformance.Tests.Running;

namespace EntCredit.Conformance.Tests.Cases;

public sealed class TimerCases : ConformanceSuite
{
    [Fact]
    public Task CreateTimer_Delay_FiresNotBeforeItIsDue() => Case(
        r => r.Orchestrator("Sleep", async c =>
        {
            var due = c.CurrentUtcDateTime.AddMilliseconds(200);
            await c.CreateTimer(TimeSpan.FromMilliseconds(200), CancellationToken.None);
            return c.CurrentUtcDateTime >= due;
        }),
        async run => Assert.True((await run.Run("Sleep")).ReadOutputAs<bool>()));

    [Fact]
    public Task CreateTimer_AtAnInstant_FiresNotBeforeIt() => Case(
        r => r.Orchestrator("Sleep", async c =>
        {
            var due = c.CurrentUtcDateTime.AddMilliseconds(100);
            await c.CreateTimer(due, CancellationToken.None);
            return c.CurrentUtcDateTime >= due;
        }),
        async run => Assert.True((await run.Run("Sleep")).ReadOutputAs<bool>()));

    [Fact]
    public Task CreateTimer_InThePastOrNow_FiresAtOnce() => Case(
        r => r.Orchestrator("Late", async c =>
        {
            await c.CreateTimer(c.CurrentUtcDateTime.AddYears(-1), CancellationToken.None);
            await c.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            return "fired";
        }),
        async run => Assert.Equal("fired", (await run.Run("Late")).ReadOutputAs<string>()));

    [Fact]
    public Task CreateTimer_Several_FireInTheOrderOfTheirDueTimes() => Case(
        r => r.Orchestrator("Order", async c =>
        {
            var order = new List<int>();
            async Task Note(int tenths)
            {
                await c.CreateTimer(TimeSpan.FromMilliseconds(100 * tenths), CancellationToken.None);
                order.Add(tenths);
            }

            await Task.WhenAll(Note(7), Note(1), Note(4));
            return string.Join(' ', order.Select(n => n.ToString(CultureInfo.InvariantCulture)));
        }),
        async run => Assert.Equal("1 4 7", (await run.Run("Order")).ReadOutputAs<string>()));

    [Fact]
    public Task CreateTimer_Cancelled_ThrowsAndTheInstanceEnds() => Case(
        r => r.Orchestrator("Cancel", async c =>
        {
            using var cts = new CancellationTokenSource();
            var timer = c.CreateTimer(TimeSpan.FromDays(2), cts.Token);
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
        }),
        async run =>
        {
            var id = await run.Start("Cancel", "cancel");
            await run.Raise(id, "go", "now");
            Assert.Equal("cancelled", (await run.Completed(id)).ReadOutputAs<string>());
        });

    [Fact]
    public Task CreateTimer_OfManyDays_CanBeCancelledToo() => Case(
        r => r.Orchestrator("Cancel", async c =>
        {
            using var cts = new CancellationTokenSource();
            var timer = c.CreateTimer(TimeSpan.FromDays(90), cts.Token);
            var woken = c.WaitForExternalEvent<string>("go");
            var first = await Task.WhenAny(timer, woken);
            cts.Cancel();
            return first == woken;
        }),
        async run =>
        {
            var id = await run.Start("Cancel", "cancel");
            await run.Raise(id, "go", "now");
            Assert.True((await run.Completed(id)).ReadOutputAs<bool>());
        });

    [Fact]
    public Task Return_WithATimerOpen_StaysRunning() => Case(
        r =>
        {
            r.WithWaits();
            r.Orchestrator("Open", c =>
            {
                _ = c.CreateTimer(TimeSpan.FromDays(2), CancellationToken.None);
                return Task.FromResult<object?>("returned");
            });
        },
        async run =>
        {
            var id = await run.Start("Open", "open");
            await run.Raise(await run.Start("Waits", "other"), "go", "x");
            await run.Completed("other");
            Assert.Equal(OrchestrationRuntimeStatus.Running, (await run.Get(id)).RuntimeStatus);
        });

    [Fact]
    public Task Return_WithAShortTimerOpen_CompletesWhenItHasFired() => Case(
        r => r.Orchestrator("Open", c =>
        {
            _ = c.CreateTimer(TimeSpan.FromMilliseconds(100), CancellationToken.None);
            return Task.FromResult<object?>("returned");
        }),
        async run => Assert.Equal("returned", (await run.Run("Open")).ReadOutputAs<string>()));

    [Fact]
    public Task CreateTimer_TimeOfNoKind_IsTakenAsLocalTime() => Case(
        r => r.Orchestrator("Kind", async c =>
        {
            var due = c.CurrentUtcDateTime.AddMilliseconds(100);
            await c.CreateTimer(DateTime.SpecifyKind(due.ToLocalTime(), DateTimeKind.Unspecified), CancellationToken.None);
            return c.CurrentUtcDateTime >= due;
        }),
        async run => Assert.True((await run.Run("Kind")).ReadOutputAs<bool>()));
}
