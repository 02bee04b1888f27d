using EntCredit.Conformance.Tests.Running;

namespace EntCredit.Conformance.Tests.Cases;

public sealed class ClientCases : ConformanceSuite
{
    private static readonly OrchestrationRuntimeStatus[] AsTheProjectDoes =
    [
        OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended, OrchestrationRuntimeStatus.Completed,
    ];

    [Fact]
    public Task Schedule_WithoutAnId_GivesANewOneEachTime() => Case(
        Echo,
        async run =>
        {
            var (a, b) = (await run.Schedule("Echo", "1"), await run.Schedule("Echo", "1"));
            Assert.NotEqual(a, b);
            Assert.Equal(a, (await run.Completed(a)).InstanceId);
        });

    [Fact]
    public Task Schedule_AtATime_IsPendingUntilThenAndKeepsEarlyEvents() => Case(
        Echo,
        async run =>
        {
            var at = DateTimeOffset.UtcNow.AddMilliseconds(1500);
            await run.Schedule("Waits", options: new("later", at));
            await run.Raise("later", "go", "early");
            Assert.Equal(OrchestrationRuntimeStatus.Pending, (await run.Get("later")).RuntimeStatus);
            Assert.Equal("early", (await run.Completed("later")).ReadOutputAs<string>());
            Assert.True(DateTimeOffset.UtcNow >= at);
        });

    [Fact]
    public Task Schedule_AtAPastTime_StartsAtOnce() => Case(
        Echo,
        async run => Assert.Equal("1", (await run.Run("Echo", "1", new(null, DateTimeOffset.UtcNow.AddDays(-1)))).ReadOutputAs<string>()));

    [Fact]
    public Task Schedule_IdOfAnEndedInstance_StartsItAnew() => Case(
        Echo,
        async run =>
        {
            Assert.Equal("1", (await run.Run("Echo", "1", new("x"))).ReadOutputAs<string>());
            await run.Schedule("Echo", "2", new StartOrchestrationOptions("x"));
            await run.Until("x", found => found.SerializedOutput == "\"2\"");
        });

    [Fact]
    public Task Schedule_IdOfARunningInstance_IsRefusedByDefault() => Case(
        Echo,
        async run =>
        {
            await run.Start("Waits", "x");
            await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => run.ScheduleAs("x", "Echo", "1"));
        });

    [Theory]
    [InlineData("Completed")]
    [InlineData("Running")]
    [InlineData("Suspended")]
    [InlineData("Failed")]
    [InlineData("Terminated")]
    public Task Schedule_StatusInDedupeStatuses_IsRefusedAndTheInstanceIsLeft(string status) => Case(
        Echo,
        async run =>
        {
            await Bring(run, "x", status);
            var options = new StartOrchestrationOptions("x").WithDedupeStatuses(
                [.. AsTheProjectDoes, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated]);
            await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => run.Schedule("Echo", "2", options));
            Assert.Equal(status, (await run.Get("x")).RuntimeStatus.ToString());
        });

    [Theory]
    [InlineData("Failed")]
    [InlineData("Terminated")]
    public Task Schedule_StatusNotInDedupeStatuses_StartsItAnew(string status) => Case(
        Echo,
        async run =>
        {
            await Bring(run, "x", status);
            await run.Schedule("Echo", "2", new StartOrchestrationOptions("x").WithDedupeStatuses(AsTheProjectDoes));
            await run.Until("x", found => found.SerializedOutput == "\"2\"");
        });

    [Fact]
    public Task Schedule_RunningNotInDedupeStatuses_IsReplaced() => Case(
        Echo,
        async run =>
        {
            await run.Start("Waits", "x");
            await run.Schedule("Echo", "new", new StartOrchestrationOptions("x").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed));
            await run.Until("x", found => found.SerializedOutput == "\"new\"");
        });

    [Fact]
    public Task Schedule_DedupeStatusThatIsNone_IsRefused() => Case(
        Echo,
        async run => await Assert.ThrowsAsync<ArgumentException>(
            () => run.Schedule("Echo", "1", new StartOrchestrationOptions("x") { DedupeStatuses = ["Bogus"] })));

    [Fact]
    public Task Schedule_DedupeTerminatedButNotRunning_IsRefused() => Case(
        Echo,
        async run => await Assert.ThrowsAsync<ArgumentException>(
            () => run.Schedule("Echo", "1", new StartOrchestrationOptions("x").WithDedupeStatuses(OrchestrationRuntimeStatus.Terminated))));

    [Fact]
    public Task RaiseEvent_ToAnInstanceThatEnded_IsDiscarded() => Case(
        Echo,
        async run =>
        {
            await run.Run("Echo", "1", new("x"));
            await run.Raise("x", "go", "late");
            await run.Run("Echo", "2");
            Assert.Equal("1", (await run.Get("x")).ReadOutputAs<string>());
        });

    [Fact]
    public Task RaiseEvent_ToNobody_IsDiscardedWithoutAWord() => Case(
        Echo,
        async run =>
        {
            await run.Raise("nobody", "go", "x");
            Assert.Null(await run.Client.GetInstanceAsync("nobody", run.Limit));
            await run.Start("Waits", "nobody");
            await run.Raise("nobody", "go", "second");
            Assert.Equal("second", (await run.Completed("nobody")).ReadOutputAs<string>());
        });

    [Fact]
    public Task RaiseEvent_WithoutAName_IsRefused() => Case(
        Echo,
        async run =>
        {
            await run.Start("Waits", "x");
            await Assert.ThrowsAnyAsync<ArgumentException>(() => run.Raise("x", ""));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => run.Raise("", "go"));
        });

    [Fact]
    public Task GetInstance_WithoutInputsAndOutputs_HoldsNoneAndRefusesToReadThem() => Case(
        Echo,
        async run =>
        {
            await run.Run("Echo", "1", new("x"));
            var bare = (await run.Client.GetInstanceAsync("x", run.Limit))!;
            Assert.Equal("Echo", bare.Name);
            Assert.Null(bare.SerializedInput);
            Assert.Null(bare.SerializedOutput);
            Assert.Throws<InvalidOperationException>(() => bare.ReadOutputAs<string>());
            Assert.Null(await run.Client.GetInstanceAsync("nobody", run.Limit));
        });

    [Fact]
    public Task GetInstance_WithInputsAndOutputs_HoldsThemAndTheTimes() => Case(
        Echo,
        async run =>
        {
            await run.Run("Echo", "1", new("x"));
            var full = await run.Get("x");
            Assert.Equal("1", full.ReadInputAs<string>());
            Assert.Equal("1", full.ReadOutputAs<string>());
            Assert.Null(full.SerializedCustomStatus);
            Assert.True(full.LastUpdatedAt >= full.CreatedAt);
            Assert.True(full.CreatedAt > DateTimeOffset.UnixEpoch);
        });

    [Fact]
    public Task WaitForInstanceStart_GivesItRunning() => Case(
        Echo,
        async run =>
        {
            await run.ScheduleAs("x", "Waits", "in");
            var begun = await run.Client.WaitForInstanceStartAsync("x", true, run.Limit);
            Assert.Equal(OrchestrationRuntimeStatus.Running, begun.RuntimeStatus);
            Assert.Equal("in", begun.ReadInputAs<string>());
        });

    [Fact]
    public Task WaitForInstanceCompletion_GivesWhatWasAskedFor() => Case(
        Echo,
        async run =>
        {
            await run.ScheduleAs("x", "Echo", "1");
            Assert.Null((await run.Client.WaitForInstanceCompletionAsync("x", run.Limit)).SerializedOutput);
            Assert.Equal("1", (await run.Client.WaitForInstanceCompletionAsync("x", true, run.Limit)).ReadOutputAs<string>());
        });

    [Fact]
    public Task WaitForInstanceStart_Ended_GivesItAtOnce() => Case(
        Echo,
        async run =>
        {
            await run.Run("Echo", "1", new("x"));
            Assert.Equal(OrchestrationRuntimeStatus.Completed, (await run.Client.WaitForInstanceStartAsync("x", run.Limit)).RuntimeStatus);
        });

    [Fact]
    public Task WaitForInstanceCompletion_SeveralAtOnce_AllAreTold() => Case(
        Echo,
        async run =>
        {
            await run.Start("Waits", "x");
            var waits = Enumerable.Range(0, 5).Select(_ => run.Completed("x")).ToList();
            await run.Raise("x", "go", "done");
            Assert.All(await Task.WhenAll(waits), done => Assert.Equal("done", done.ReadOutputAs<string>()));
        });

    [Fact]
    public Task WaitForInstanceCompletion_Cancelled_Throws() => Case(
        Echo,
        async run =>
        {
            await run.Start("Waits", "x");
            using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.Client.WaitForInstanceCompletionAsync("x", soon.Token));
        });

    [Fact]
    public Task WaitForInstance_Nobody_Throws() => Case(
        Echo,
        async run =>
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => run.Client.WaitForInstanceStartAsync("nobody", run.Limit));
            await Assert.ThrowsAsync<InvalidOperationException>(() => run.Client.WaitForInstanceCompletionAsync("nobody", run.Limit));
        });

    [Fact]
    public Task Restart_Ended_RunsAgainUnderItsIdWithItsInput() => Case(
        Echo,
        async run =>
        {
            var first = await run.Run("Unique", "1", new("x"));
            Assert.Equal("x", await run.Client.RestartAsync("x", cancellation: run.Limit));
            var again = await run.Completed("x");
            Assert.NotEqual(first.ReadOutputAs<Guid>(), again.ReadOutputAs<Guid>());
            Assert.Equal("1", again.ReadInputAs<string>());
        });

    [Fact]
    public Task Restart_WithANewId_LeavesTheOldOne() => Case(
        Echo,
        async run =>
        {
            await run.Run("Echo", "1", new("x"));
            var other = await run.Client.RestartAsync("x", restartWithNewInstanceId: true, run.Limit);
            Assert.NotEqual("x", other);
            Assert.Equal("1", (await run.Completed(other)).ReadOutputAs<string>());
            Assert.Equal(OrchestrationRuntimeStatus.Completed, (await run.Get("x")).RuntimeStatus);
        });

    [Fact]
    public Task Restart_Nobody_IsRefused() => Case(
        Echo,
        async run => await Assert.ThrowsAsync<ArgumentException>(() => run.Client.RestartAsync("nobody", cancellation: run.Limit)));

    [Fact]
    public Task Restart_RunningUnderItsId_IsRefused() => Case(
        Echo,
        async run =>
        {
            await run.Start("Waits", "runs");
            await Assert.ThrowsAsync<InvalidOperationException>(() => run.Client.RestartAsync("runs", cancellation: run.Limit));
        });

    private static void Echo(Hosts.CaseRegistry r)
    {
        r.WithWaits();
        r.Orchestrator<string>("Echo", (_, said) => Task.FromResult<object?>(said));
        r.Orchestrator<string>("Unique", (c, _) => Task.FromResult<object?>(c.NewGuid()));
        r.Orchestrator("Fails", _ => throw new InvalidDataException("no good"));
    }

    /// <summary>Brings an instance to a status.</summary>
    private static async Task Bring(CaseRun run, string id, string status)
    {
        if (status is "Completed" or "Failed")
        {
            await run.Run(status == "Failed" ? "Fails" : "Echo", "1", new(id));
            return;
        }

        await run.Start("Waits", id);
        if (status == "Suspended")
            await run.Client.SuspendInstanceAsync(id, cancellation: run.Limit);
        if (status == "Terminated")
            await run.Client.TerminateInstanceAsync(id, run.Limit);
        await run.Until(id, Enum.Parse<OrchestrationRuntimeStatus>(status));
    }
}
