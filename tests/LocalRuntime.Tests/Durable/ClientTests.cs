using EntCredit.LocalRuntime.Durable.Exceptions;

namespace EntCredit.LocalRuntime.Tests.Durable;

public sealed class ClientTests
{
    private static readonly OrchestrationRuntimeStatus[] AsTheProjectDoes =
    [
        OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended, OrchestrationRuntimeStatus.Completed,
    ];

    [Fact]
    public async Task Schedule_CompletedIdWithoutDedupeStatuses_StartsItAnew()
    {
        await using var host = await Start();
        Assert.Equal("1", (await host.Run("Echo", "1", "x")).ReadOutputAs<string>());
        Assert.Equal("2", (await host.Run("Echo", "2", "x")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Schedule_RunningIdWithoutDedupeStatuses_ThrowsAsAFunctionsHostDoes()
    {
        await using var host = await Start();
        await host.Schedule("Waits", options: new("x"));
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => host.Schedule("Waits", options: new("x")));
    }

    [Fact]
    public async Task Schedule_StatusInDedupeStatuses_ThrowsAndLeavesTheInstance()
    {
        await using var host = await Start();
        var options = new StartOrchestrationOptions("x").WithDedupeStatuses(AsTheProjectDoes);
        await host.Schedule("Echo", "1", options);
        await host.Completed("x");
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => host.Schedule("Echo", "2", options));
        Assert.Equal("1", (await host.Get("x")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Schedule_FailedWithDedupeStatusesOfTheProject_StartsItAnew()
    {
        await using var host = await Start();
        var options = new StartOrchestrationOptions("x").WithDedupeStatuses(AsTheProjectDoes);
        await host.Run("Nobody", id: "x");
        await host.Schedule("Echo", "2", options);
        Assert.Equal("2", (await host.Completed("x")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Schedule_ManyAtOnceWithDedupeStatuses_ExactlyOneStarts()
    {
        await using var host = await Start();
        var options = new StartOrchestrationOptions("x").WithDedupeStatuses(AsTheProjectDoes);
        var started = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            try
            {
                await host.Schedule("Waits", options: options);
                return 1;
            }
            catch (OrchestrationAlreadyExistsException)
            {
                return 0;
            }
        }));
        Assert.Equal(1, started.Sum());
    }

    [Fact]
    public async Task Schedule_RunningNotInDedupeStatuses_TerminatesAndStartsAnew()
    {
        await using var host = await Start();
        await host.Schedule("Waits", options: new("x"));
        await host.Idle();
        await host.Schedule("Echo", "new", new StartOrchestrationOptions("x").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed));
        Assert.Equal("new", (await host.Completed("x")).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData("Bogus")]
    [InlineData("Terminated")]
    public async Task Schedule_DedupeStatusesThatCannotBe_Throws(string status)
    {
        await using var host = await Start();
        await Assert.ThrowsAsync<ArgumentException>(() => host.Schedule("Echo", "1", new StartOrchestrationOptions("x") { DedupeStatuses = [status] }));
    }

    [Theory]
    [InlineData("@entity")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\nb")]
    public async Task Schedule_InvalidId_Throws(string id)
    {
        await using var host = await Start();
        await Assert.ThrowsAsync<ArgumentException>(() => host.Schedule("Echo", "1", new(id)));
    }

    [Fact]
    public async Task GetInstance_WithoutInputsAndOutputs_HoldsNoneAndRefusesToReadThem()
    {
        await using var host = await Start();
        await host.Run("Echo", "1", "x");
        var bare = (await host.Client.GetInstanceAsync("x", Harness.Limit))!;
        Assert.Null(bare.SerializedOutput);
        Assert.Throws<InvalidOperationException>(() => bare.ReadOutputAs<string>());
        Assert.Null(await host.Client.GetInstanceAsync("nobody", Harness.Limit));
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Completed("nobody"));
    }

    [Fact]
    public async Task GetAllInstances_PrefixStatusAndPages_GivesExactlyThose()
    {
        await using var host = await Start();
        foreach (var id in Enumerable.Range(0, 25).Select(i => $"batch-{i:00}"))
            await host.Schedule("Echo", id, new(id) { Tags = new Dictionary<string, string> { ["of"] = id } });
        foreach (var id in new[] { "batch-waits", "batcg", "batch", "batci", "cohort-1" })
            await host.Schedule("Waits", options: new(id));
        await host.Idle();
        var query = new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Completed], InstanceIdPrefix: "batch-", PageSize: 10, FetchInputsAndOutputs: true);
        var pages = await host.Client.GetAllInstancesAsync(query).AsPages().ToListAsync(Harness.Limit);
        Assert.Equal([10, 10, 5], pages.Select(p => p.Values.Count));
        Assert.Null(pages[2].ContinuationToken);
        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"batch-{i:00}"), pages.SelectMany(p => p.Values).Select(i => i.ReadOutputAs<string>()));
        Assert.All(pages.SelectMany(p => p.Values), i => Assert.Equal(i.InstanceId, i.Tags["of"]));
        var rest = host.Client.GetAllInstancesAsync(query with { ContinuationToken = pages[1].ContinuationToken });
        Assert.Equal(5, await rest.CountAsync(Harness.Limit));
        Assert.Equal(26, await host.Client.GetAllInstancesAsync(new(InstanceIdPrefix: "batch-")).CountAsync(Harness.Limit));
    }

    [Fact]
    public async Task GetAllInstances_ByCreationTime_GivesExactlyThose()
    {
        var machine = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Harness.Begin);
        await using var host = await Start(machine);
        foreach (var id in new[] { "a", "b", "c" })
        {
            await host.Run("Echo", id, id);
            machine.Advance(TimeSpan.FromHours(1));
        }

        var found = host.Client.GetAllInstancesAsync(new(CreatedFrom: Harness.Begin.AddHours(1), CreatedTo: Harness.Begin.AddHours(1)));
        Assert.Equal("b", Assert.Single(await found.ToListAsync(Harness.Limit)).InstanceId);
    }

    [Fact]
    public async Task Purge_Ended_IsGoneAndTheRunningStays()
    {
        await using var host = await Start();
        await host.Run("Echo", "1", "ended");
        await host.Schedule("Waits", options: new("runs"));
        await host.Idle();
        Assert.Equal(1, (await host.Client.PurgeInstanceAsync("ended", Harness.Limit)).PurgedInstanceCount);
        Assert.Equal(0, (await host.Client.PurgeInstanceAsync("runs", Harness.Limit)).PurgedInstanceCount);
        Assert.Equal(0, (await host.Client.PurgeInstanceAsync("nobody", Harness.Limit)).PurgedInstanceCount);
        Assert.Null(await host.Client.GetInstanceAsync("ended", Harness.Limit));
        await host.Raise("runs", "go", "still here");
        Assert.Equal("still here", (await host.Completed("runs")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task PurgeAll_Filter_TakesOnlyEndedOnesOfIt()
    {
        await using var host = await Start();
        for (var i = 0; i < 250; i++)
            await host.Schedule("Echo", "1");
        await host.Run("Nobody", id: "failed");
        await host.Schedule("Waits", options: new("runs"));
        await host.Idle();
        var purged = await host.Client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Running]), Harness.Limit);
        Assert.Equal(250, purged.PurgedInstanceCount);
        Assert.True(purged.IsComplete);
        var left = await host.Client.GetAllInstancesAsync().Select(i => i.InstanceId).ToListAsync(Harness.Limit);
        Assert.Equal(["failed", "runs"], left);
    }

    [Fact]
    public async Task PurgeAll_TimeIsUp_StopsAndSaysSo()
    {
        await using var host = await Start();
        for (var i = 0; i < 250; i++)
            await host.Schedule("Echo", "1");
        await host.Idle();
        var purged = await host.Client.PurgeAllInstancesAsync(new() { Timeout = TimeSpan.FromTicks(1) }, Harness.Limit);
        Assert.False(purged.IsComplete);
        Assert.Equal(250 - purged.PurgedInstanceCount, await host.Client.GetAllInstancesAsync().CountAsync(Harness.Limit));
    }

    [Fact]
    public async Task Restart_Ended_RunsAgainWithItsInput()
    {
        await using var host = await Start();
        await host.Run("Echo", "1", "x");
        Assert.Equal("x", await host.Client.RestartAsync("x", cancellation: Harness.Limit));
        Assert.Equal("1", (await host.Completed("x")).ReadOutputAs<string>());
        var other = await host.Client.RestartAsync("x", restartWithNewInstanceId: true, Harness.Limit);
        Assert.NotEqual("x", other);
        Assert.Equal("1", (await host.Completed(other)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Restart_RunningOrNobody_Throws()
    {
        await using var host = await Start();
        await host.Schedule("Waits", options: new("runs"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.RestartAsync("runs", cancellation: Harness.Limit));
        await Assert.ThrowsAsync<ArgumentException>(() => host.Client.RestartAsync("nobody", cancellation: Harness.Limit));
    }

    private static Task<Harness> Start(TimeProvider? machine = null) => Harness.Start(
        r =>
        {
            r.AddOrchestrator("Echo", c => Task.FromResult<object?>(c.GetInput<string>()));
            r.AddOrchestrator("Waits", async c => await c.WaitForExternalEvent<string>("go"));
        },
        machine: machine);
}
