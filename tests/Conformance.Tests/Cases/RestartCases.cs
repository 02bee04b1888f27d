using EntCredit.Conformance.Tests.Running;

namespace EntCredit.Conformance.Tests.Cases;

public sealed class RestartCases : ConformanceSuite
{
    [Fact]
    public Task HostRestarted_WithAWaitOpen_GoesOnWithWhatComes() => Case(
        r => r.Orchestrator("Waits twice", async c => await c.WaitForExternalEvent<string>("a") + await c.WaitForExternalEvent<string>("b")),
        async run =>
        {
            var id = await run.Start("Waits twice", "waits");
            await run.Raise(id, "a", "before ");
            await run.RestartHost();
            await run.Raise(id, "b", "after");
            Assert.Equal("before after", (await run.Completed(id)).ReadOutputAs<string>());
        });

    [Fact]
    public Task HostRestarted_WithATimerOpen_FiresItWhenItIsDue() => Case(
        r => r.Orchestrator("Sleep", async c =>
        {
            var due = c.CurrentUtcDateTime.AddMilliseconds(500);
            await c.CreateTimer(due, CancellationToken.None);
            return c.CurrentUtcDateTime >= due;
        }),
        async run =>
        {
            var id = await run.Start("Sleep", "sleep");
            await run.RestartHost();
            Assert.True((await run.Completed(id)).ReadOutputAs<bool>());
        });

    [Fact]
    public Task HostRestarted_ActivityThatWasRecorded_IsNotRunAgain()
    {
        var runs = 0;
        return Case(
            r => Count(r, () => ++runs),
            async run =>
            {
                var id = await run.Start("Count", "count");
                await run.Says(id, "counted");
                await run.RestartHost();
                await run.Raise(id, "go", "");
                Assert.Equal(1, (await run.Completed(id)).ReadOutputAs<int>());
                Assert.Equal(1, runs);
            });
    }

    private static void Count(Hosts.CaseRegistry r, Func<object?> activity)
    {
        r.Orchestrator("Count", async c =>
        {
            var count = await c.CallActivityAsync<int>("Count");
            c.SetCustomStatus("counted");
            await c.WaitForExternalEvent<string>("go");
            return count;
        });
        r.Activity("Count", activity);
    }
}
