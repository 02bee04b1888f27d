using EntCredit.CosmosStandIn;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.LocalRuntime.Tests.Worker.Cosmos;

public sealed class CosmosFunctionTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cosmos-").FullName;
    private CosmosServer _server = null!;
    private CosmosClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await ServeAsync(ranges: 1);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Write_BeforeAndAfterStart_EachIsGivenOnceInOrder()
    {
        await WriteAsync("a", 1, 2);
        await using TestHost host = await StartAsync(typeof(FromBeginning));
        await host.Get<Seen>().AtLeastAsync(2);
        await WriteAsync("a", 3);
        await WriteAsync("b", 4);
        Assert.Equal(["a 1", "a 2", "a 3", "b 4"], await host.Get<Seen>().AtLeastAsync(4));
    }

    [Fact]
    public async Task Write_ManyRanges_EachPartitionKeyStaysInOrder()
    {
        await DisposeServerAsync();
        await ServeAsync(ranges: 4);
        string[] subjects = [.. Enumerable.Range(0, 20).Select(i => $"subject-{i}")];
        foreach (string subject in subjects)
            await WriteAsync(subject, 1, 2, 3);
        await using TestHost host = await StartAsync(typeof(FromBeginning));
        IReadOnlyList<string> seen = await host.Get<Seen>().AtLeastAsync(60);
        Assert.Equal(60, seen.Count);
        Assert.All(subjects, s => Assert.Equal([$"{s} 1", $"{s} 2", $"{s} 3"], seen.Where(x => x.StartsWith(s + " ", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Restart_SomeWereGiven_GoesOnAfterThem()
    {
        await WriteAsync("a", 1, 2);
        await using (TestHost first = await StartAsync(typeof(FromBeginning)))
            await first.Get<Seen>().AtLeastAsync(2);
        await WriteAsync("a", 3);
        await using TestHost again = await StartAsync(typeof(FromBeginning));
        Assert.Equal(["a 3"], await again.Get<Seen>().AtLeastAsync(1));
    }

    [Fact]
    public async Task Start_FromNow_GivesNothingOlder()
    {
        // A start at an instant has a resolution of one second, and the SDK begins one earlier than now.
        await WriteAsync("a", 1);
        await Task.Delay(TimeSpan.FromSeconds(3), Cancellation);
        await using TestHost host = await StartAsync(typeof(FromNow), "Town=town");
        await Leased();
        await WriteAsync("a", 2);
        Assert.Equal(["a 2"], await host.Get<Seen>().AtLeastAsync(1));
    }

    [Fact]
    public async Task Run_MaxItemsPerInvocation_BoundsTheBatch()
    {
        await WriteAsync("a", 1, 2, 3, 4, 5, 6, 7);
        await using TestHost host = await StartAsync(typeof(InSmallBatches));
        Assert.Equal(["1 2 3", "4 5 6", "7"], await host.Get<Seen>().AtLeastAsync(3));
    }

    [Fact]
    public async Task Run_FailsWithoutPolicy_TheFeedGoesOnAsOnAzure()
    {
        await WriteAsync("a", 1, 2, 3);
        await using TestHost host = await StartAsync(typeof(FailsOnTwo));
        Assert.Equal(["1", "2", "3"], await host.Get<Seen>().AtLeastAsync(3));
    }

    [Fact]
    public async Task Run_FailsWithPolicy_IsRepeatedBeforeTheFeedGoesOn()
    {
        await WriteAsync("a", 1, 2, 3);
        await using TestHost host = await StartAsync(typeof(Retried));
        Assert.Equal(
            ["1 retry 0 of -1", "2 retry 0 of -1", "2 retry 1 of -1", "2 retry 2 of -1", "2 retry 3 of -1", "3 retry 0 of -1"],
            await host.Get<Seen>().AtLeastAsync(6)
        );
    }

    [Fact]
    public async Task Run_PolicyIsUsedUp_TheFeedGoesOn()
    {
        await WriteAsync("a", 1, 2, 3);
        await using TestHost host = await StartAsync(typeof(RetriedTwice));
        Assert.Equal(["1", "2", "2", "2", "3"], await host.Get<Seen>().AtLeastAsync(5));
    }

    [Fact]
    public async Task Run_ItemIsNotOfTheType_FailsAndTheFeedGoesOn()
    {
        await CreateAsync();
        await Container().CreateItemAsync(new { id = "wrong", subject = "a", number = "no number" }, new PartitionKey("a"), cancellationToken: Cancellation);
        await WriteAsync("a", 1);
        await using TestHost host = await StartAsync(typeof(FailsOnTwo));
        Assert.Equal(["1"], await host.Get<Seen>().AtLeastAsync(1));
    }

    [Fact]
    public async Task Stop_RunInProgress_EndsAndIsNotGivenAgain()
    {
        await WriteAsync("a", 1, 2);
        TestHost host = await StartAsync(typeof(HeldChanges));
        Seen seen = host.Get<Seen>();
        await seen.AtLeastAsync(1);
        Task stopped = host.DisposeAsync().AsTask();
        host.Get<Gate>().Open();
        await stopped;
        Assert.Equal(["begin 1", "end 1"], seen.All);

        await using TestHost again = await StartAsync(typeof(HeldChanges));
        Assert.Equal(["begin 2"], await again.Get<Seen>().AtLeastAsync(1));
        again.Get<Gate>().Open();
    }

    [Fact]
    public async Task Stop_RunIsCutOff_IsGivenAgain()
    {
        await WriteAsync("a", 1);
        await using (TestHost host = await StartAsync(typeof(HeldChanges), "LocalRuntime:DrainTimeout=00:00:00.050"))
            await host.Get<Seen>().AtLeastAsync(1);
        await using TestHost again = await StartAsync(typeof(HeldChanges));
        again.Get<Gate>().Open();
        Assert.Equal(["begin 1", "end 1"], await again.Get<Seen>().AtLeastAsync(2));
    }

    [Fact]
    public async Task Start_ContainerIsNotThere_IsWaitedFor()
    {
        await using TestHost host = await TestHost.StartAsync(
            [typeof(FromBeginning)],
            settings: $"Cosmos={_server.ConnectionString}"
        );
        while (!_server.Calls.Any(c => c.Status == 404))
            await Task.Delay(5, Cancellation);
        await CreateAsync();
        await WriteAsync("a", 1);
        Assert.Equal(["a 1"], await host.Get<Seen>().AtLeastAsync(1));
    }

    [Fact]
    public async Task Feed_ThrottledAndBroken_GivesEachOnce()
    {
        await WriteAsync("a", 1, 2, 3, 4, 5);
        int call = 0;
        _server.Faults = c =>
            c.Headers.ContainsKey("A-IM") && c.Container == "records"
                ? Interlocked.Increment(ref call) switch
                {
                    1 or 3 => CosmosFault.Throttled,
                    2 => CosmosFault.BrokenBefore,
                    _ => null,
                }
                : null;
        await using TestHost host = await StartAsync(typeof(FailsOnTwo));
        Assert.Equal(["1", "2", "3", "4", "5"], await host.Get<Seen>().AtLeastAsync(5));
        Assert.True(call > 3);
    }

    private Task<TestHost> StartAsync(Type function, params string[] settings) => StartOnAsync(function, settings);

    private async Task<TestHost> StartOnAsync(Type function, string[] settings)
    {
        await CreateAsync();
        return await TestHost.StartAsync(
            [function],
            b => b.Services.AddSingleton<Gate>(),
            _folder,
            """{ "extensions": { "cosmosDB": { "connectionMode": "gateway" } } }""",
            [$"Cosmos={_server.ConnectionString}", .. settings]
        );
    }

    private async Task ServeAsync(int ranges)
    {
        _server = await CosmosServer.StartAsync(ranges);
        _client = _server.Connect();
    }

    private async Task DisposeServerAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    private Container Container() => _client.GetContainer("town", "records");

    private async Task CreateAsync()
    {
        await _client.CreateDatabaseIfNotExistsAsync("town", cancellationToken: Cancellation);
        await _client.GetDatabase("town").CreateContainerIfNotExistsAsync("records", "/subject", cancellationToken: Cancellation);
    }

    private async Task WriteAsync(string subject, params int[] numbers)
    {
        await CreateAsync();
        foreach (int number in numbers)
            await Container().CreateItemAsync(new { id = $"r-{number}", subject, number }, new PartitionKey(subject), cancellationToken: Cancellation);
    }

    private async Task Leased()
    {
        while (!_server.Calls.Any(c => c.Call.Headers.ContainsKey("A-IM") && c.Call.Container == "records" && c.Call.Kind == "docs"))
            await Task.Delay(5, Cancellation);
    }
}
