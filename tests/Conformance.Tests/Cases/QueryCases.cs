using EntCredit.Conformance.Tests.Running;

namespace EntCredit.Conformance.Tests.Cases;

public sealed class QueryCases : ConformanceSuite
{
    private static readonly DateTimeOffset LongAgo = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public Task GetAllInstances_PrefixAndStatus_GivesExactlyThose() => Case(
        Echo,
        async run =>
        {
            foreach (var id in new[] { "batch-1", "batch-2", "cohort-1" })
                await run.Run("Echo", id, new(id));
            await run.Start("Waits", "batch-3");
            var query = new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Completed], InstanceIdPrefix: "batch-");
            Assert.Equal(["batch-1", "batch-2"], await Ids(run, query));
            Assert.Equal(["batch-1", "batch-2", "batch-3"], await Ids(run, query with { Statuses = null }));
            Assert.Equal(["batch-3"], await Ids(run, new(Statuses: [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Failed])));
            Assert.Equal(4, (await Ids(run, null)).Count);
        });

    [Fact]
    public Task GetAllInstances_InPages_GivesEachOnce() => Case(
        Echo,
        async run =>
        {
            var ids = Enumerable.Range(0, 11).Select(i => $"i-{i:00}").ToList();
            foreach (var id in ids)
                await run.Run("Echo", id, new(id));
            var found = new List<string>();
            var sizes = new List<int>();
            await foreach (var page in run.Client.GetAllInstancesAsync(new(PageSize: 4)).AsPages().WithCancellation(run.Limit))
            {
                sizes.Add(page.Values.Count);
                found.AddRange(page.Values.Select(i => i.InstanceId));
            }

            Assert.Equal([4, 4, 3], sizes);
            Assert.Equal(ids, found.Order());
        });

    [Fact]
    public Task GetAllInstances_ContinuationToken_GoesOnWhereAPageEnded() => Case(
        Echo,
        async run =>
        {
            foreach (var id in Enumerable.Range(0, 5).Select(i => $"i-{i}"))
                await run.Run("Echo", id, new(id));
            var query = new OrchestrationQuery(PageSize: 2);
            string? token = null;
            var found = new List<string>();
            await foreach (var page in run.Client.GetAllInstancesAsync(query).AsPages().WithCancellation(run.Limit))
            {
                found.AddRange(page.Values.Select(i => i.InstanceId));
                token = page.ContinuationToken;
                break;
            }

            Assert.NotNull(token);
            found.AddRange(await Ids(run, query with { ContinuationToken = token }));
            Assert.Equal(Enumerable.Range(0, 5).Select(i => $"i-{i}"), found.Order());
        });

    [Fact]
    public Task GetAllInstances_ByCreationTime_GivesExactlyThose() => Case(
        Echo,
        async run =>
        {
            foreach (var id in new[] { "a", "b", "c" })
            {
                await run.Run("Echo", id, new(id));
                await Task.Delay(30, run.Limit);
            }

            var (b, c) = ((await run.Get("b")).CreatedAt, (await run.Get("c")).CreatedAt);
            Assert.Equal(["b", "c"], await Ids(run, new(CreatedFrom: b)));
            Assert.Equal(["a", "b"], await Ids(run, new(CreatedTo: c.AddMilliseconds(-10))));
            Assert.Equal(["b"], await Ids(run, new(CreatedFrom: b, CreatedTo: c.AddMilliseconds(-10))));
        });

    [Fact]
    public Task GetAllInstances_FetchInputsAndOutputs_HoldsThem() => Case(
        Echo,
        async run =>
        {
            await run.Run("Echo", "said", new("x"));
            var full = Assert.Single(await All(run, new(FetchInputsAndOutputs: true)));
            Assert.Equal("said", full.ReadOutputAs<string>());
            Assert.Equal("said", full.ReadInputAs<string>());
        });

    [Fact]
    public Task GetAllInstances_WithoutInputsAndOutputs_RefusesToReadThem() => Case(
        Echo,
        async run =>
        {
            await run.Run("Echo", "said", new("x"));
            var bare = Assert.Single(await All(run, new()));
            Assert.Equal("Echo", bare.Name);
            Assert.Throws<InvalidOperationException>(() => bare.ReadOutputAs<string>());
        });

    [Fact]
    public Task GetAllInstances_WithoutInputsAndOutputs_HoldsNone() => Case(
        Echo,
        async run =>
        {
            await run.Run("Echo", "said", new("x"));
            var bare = Assert.Single(await All(run, new()));
            Assert.Null(bare.SerializedInput);
            Assert.Null(bare.SerializedOutput);
        });

    [Fact]
    public Task GetAllInstances_Tags_AreThere() => Case(
        Echo,
        async run =>
        {
            await run.Run("Echo", "said", new("x") { Tags = new Dictionary<string, string> { ["of"] = "x" } });
            Assert.Equal("x", Assert.Single(await All(run, new())).Tags["of"]);
        });

    [Fact]
    public Task PurgeInstance_Ended_IsGoneAndOthersStay() => Case(
        Echo,
        async run =>
        {
            await run.Run("Echo", "1", new("ended"));
            await run.Start("Waits", "runs");
            Assert.Equal(1, (await run.Client.PurgeInstanceAsync("ended", run.Limit)).PurgedInstanceCount);
            Assert.Equal(0, (await run.Client.PurgeInstanceAsync("runs", run.Limit)).PurgedInstanceCount);
            Assert.Equal(0, (await run.Client.PurgeInstanceAsync("nobody", run.Limit)).PurgedInstanceCount);
            Assert.Null(await run.Client.GetInstanceAsync("ended", run.Limit));
            await run.Raise("runs", "go", "still here");
            Assert.Equal("still here", (await run.Completed("runs")).ReadOutputAs<string>());
        });

    [Fact]
    public Task PurgeAllInstances_ByStatus_TakesOnlyThose() => Case(
        Echo,
        async run =>
        {
            foreach (var id in new[] { "a", "b" })
                await run.Run("Echo", id, new(id));
            await run.Run("Nobody", options: new("failed"));
            await run.Start("Waits", "runs");
            var purged = await run.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(LongAgo, Statuses: [OrchestrationRuntimeStatus.Completed]), run.Limit);
            Assert.Equal(2, purged.PurgedInstanceCount);
            Assert.Equal(["failed", "runs"], await Ids(run, null));
        });

    [Fact]
    public Task PurgeAllInstances_ByCreationTime_TakesOnlyThose() => Case(
        Echo,
        async run =>
        {
            foreach (var id in new[] { "a", "b" })
            {
                await run.Run("Echo", id, new(id));
                await Task.Delay(30, run.Limit);
            }

            var b = (await run.Get("b")).CreatedAt;
            await run.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(LongAgo, b.AddMilliseconds(-10)), run.Limit);
            Assert.Equal(["b"], await Ids(run, null));
        });

    [Fact]
    public Task PurgeAllInstances_AnyStatus_LeavesTheRunningOnes() => Case(
        Echo,
        async run =>
        {
            await run.Run("Echo", "1", new("ended"));
            await run.Start("Waits", "runs");
            await run.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(LongAgo), run.Limit);
            Assert.Equal(["runs"], await Ids(run, null));
        });

    [Fact]
    public Task PurgeAllInstances_WithoutABeginning_TakesTheOldestToo() => Case(
        Echo,
        async run =>
        {
            await run.Run("Echo", "1", new("ended"));
            var purged = await run.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(Statuses: [OrchestrationRuntimeStatus.Completed]), run.Limit);
            Assert.Equal(1, purged.PurgedInstanceCount);
        });

    [Fact]
    public Task PurgeAllInstances_TimeoutThatIsNone_IsRefused() => Case(
        Echo,
        async run => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => run.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(LongAgo) { Timeout = TimeSpan.Zero }, run.Limit)));

    private static void Echo(Hosts.CaseRegistry r)
    {
        r.WithWaits();
        r.Orchestrator<string>("Echo", (_, said) => Task.FromResult<object?>(said));
    }

    private static async Task<List<OrchestrationMetadata>> All(CaseRun run, OrchestrationQuery? query) =>
        await run.Client.GetAllInstancesAsync(query).ToListAsync(run.Limit);

    private static async Task<List<string>> Ids(CaseRun run, OrchestrationQuery? query) => [.. (await All(run, query)).Select(i => i.InstanceId).Order()];
}
