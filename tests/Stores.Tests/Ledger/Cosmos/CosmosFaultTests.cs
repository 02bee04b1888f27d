using CsCheck;
using EntCredit.CosmosStandIn;
using EntCredit.Domain.Records;
using EntCredit.Stores.Ledger;

namespace EntCredit.Stores.Tests.Ledger.Cosmos;

/// <summary>Every fault at every request: nothing is lost, nothing is there twice, and whoever was not told may ask again.</summary>
public sealed class CosmosFaultTests : IAsyncLifetime
{
    private CosmosTown _town = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _town = await CosmosTown.StartAsync(ranges: 2);

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Theory]
    [InlineData(CosmosFault.Throttled)]
    [InlineData(CosmosFault.Unavailable)]
    [InlineData(CosmosFault.PreconditionFailed)]
    [InlineData(CosmosFault.TimeoutAfterCommit)]
    [InlineData(CosmosFault.BrokenAfterCommit)]
    [InlineData(CosmosFault.BrokenBefore)]
    public async Task AppendAsync_EachWriteMeetsTheFaultOnce_IsThereOnceAndTold(CosmosFault fault)
    {
        for (var at = 1; at <= 4; at++)
        {
            var ledger = _town.Open();
            var stream = $"r-{at}";
            var collect = LedgerContractSamples.Collect(stream, at);
            FailWrite(at, fault);
            await ledger.AppendAsync([collect], Cancellation);
            await ledger.AppendAsync([new Append(stream, Samples.Subject, 1, [new RecordEvent.Published(Samples.At)])], Cancellation);
            _town.Server.Faults = null;

            Assert.Equal([typeof(RecordEvent.Collected), typeof(RecordEvent.Published)], await KindsAsync(stream));
        }
    }

    [Fact]
    public async Task AppendAsync_EveryWriteTimesOutAfterItsCommit_IsThereOnce()
    {
        var ledger = _town.Open();
        _town.Server.Faults = call => call.IsWrite ? CosmosFault.TimeoutAfterCommit : null;
        for (var version = 0; version < 10; version++)
            await ledger.AppendAsync([new Append("s", "p", version, [CosmosWritePathTests.Numbered(version)])], Cancellation);
        _town.Server.Faults = null;

        Assert.Equal(10, (await _town.Open().LoadAsync("s", Cancellation)).Events.Distinct().Count());
    }

    [Fact]
    public async Task AppendAsync_ThrottledForEver_FailsAndWritesNothing()
    {
        var ledger = _town.Open();
        _town.Server.Faults = call => call.IsWrite ? CosmosFault.Throttled : null;
        var failed = await Assert.ThrowsAsync<Microsoft.Azure.Cosmos.CosmosException>(() => ledger.AppendAsync([new Append("s", "s", 0, [CosmosWritePathTests.Numbered(1)])], Cancellation));
        _town.Server.Faults = null;

        Assert.Equal(429, (int)failed.StatusCode);
        Assert.Equal(0, (await ledger.LoadAsync("s", Cancellation)).Version);
    }

    [Fact]
    public async Task AppendAsync_NoAnswerEver_SaysThatItDoesNotKnowAndTheLedgerKnows()
    {
        var ledger = _town.Open();
        await ledger.AppendAsync([new Append("s", "s", 0, [CosmosWritePathTests.Numbered(0)])], Cancellation);
        _town.Server.Faults = call => call.IsWrite ? CosmosFault.BrokenBefore : null;
        await Assert.ThrowsAsync<InvalidOperationException>(() => ledger.AppendAsync([new Append("s", "s", 1, [CosmosWritePathTests.Numbered(1)])], Cancellation));
        _town.Server.Faults = null;

        Assert.Equal(1, (await ledger.LoadAsync("s", Cancellation)).Version);
    }

    [Fact]
    public async Task AppendAsync_CrashAtEachRequestAndAgain_IsThereOnce()
    {
        for (var at = 1; at <= 5; at++)
        {
            var stream = $"r-{at}";
            var left = at;
            // The process ends: whatever it asks from then on is not heard.
            _town.Server.Faults = call => Interlocked.Decrement(ref left) < 0 ? CosmosFault.BrokenBefore : null;
            var crashed = await Xunit.Record.ExceptionAsync(() => _town.Open().AppendAsync([LedgerContractSamples.Collect(stream, at)], Cancellation));
            _town.Server.Faults = null;

            var ledger = _town.Open();
            var loaded = await ledger.LoadAsync(stream, Cancellation);
            if (loaded.Version == 0) await ledger.AppendAsync([LedgerContractSamples.Collect(stream, at)], Cancellation);

            Assert.Equal([typeof(RecordEvent.Collected)], await KindsAsync(stream));
            Assert.True(crashed is null || at < 4, "Three writes are all there is to a collection.");
        }
    }

    [Fact]
    public async Task AppendAsync_BegunInOnePartitionAndLeft_MayBeginInAnother()
    {
        var left = 1;
        _town.Server.Faults = call => call.IsWrite && Interlocked.Decrement(ref left) < 0 ? CosmosFault.BrokenBefore : null;
        await Assert.ThrowsAnyAsync<Exception>(() => _town.Open().AppendAsync([new Append("r-1", "p-1", 0, [CosmosWritePathTests.Numbered(1)])], Cancellation));
        _town.Server.Faults = null;

        var ledger = _town.Open();
        Assert.Null((await ledger.LoadAsync("r-1", Cancellation)).Partition);
        await ledger.AppendAsync([new Append("r-1", "p-2", 0, [CosmosWritePathTests.Numbered(2)])], Cancellation);

        await Assert.ThrowsAsync<LedgerConflictException>(() => _town.Open().AppendAsync([new Append("r-1", "p-1", 0, [CosmosWritePathTests.Numbered(1)])], Cancellation));
        var loaded = await _town.Open().LoadAsync("r-1", Cancellation);
        Assert.Equal(("p-2", 1L), (loaded.Partition, loaded.Version));
    }

    [Fact]
    public async Task AppendAsync_ClaimedAndLeft_AnotherRecordTakesTheIdentity()
    {
        var left = 1;
        _town.Server.Faults = call => call.IsWrite && Interlocked.Decrement(ref left) < 0 ? CosmosFault.BrokenBefore : null;
        await Assert.ThrowsAnyAsync<Exception>(() => _town.Open().AppendAsync([LedgerContractSamples.Collect("r-1", 7)], Cancellation));
        _town.Server.Faults = null;

        await _town.Open().AppendAsync([LedgerContractSamples.Collect("r-2", 7)], Cancellation);

        await Assert.ThrowsAsync<LedgerConflictException>(() => _town.Open().AppendAsync([LedgerContractSamples.Collect("r-1", 7)], Cancellation));
        Assert.Equal([typeof(RecordEvent.Collected)], await KindsAsync("r-2"));
    }

    [Fact]
    public async Task AppendAsync_ClaimedInOnePartitionAndBegunInAnother_KeepsItsIdentityAndItsPlace()
    {
        var left = 1;
        _town.Server.Faults = call => call.IsWrite && Interlocked.Decrement(ref left) < 0 ? CosmosFault.BrokenBefore : null;
        await Assert.ThrowsAnyAsync<Exception>(() => _town.Open().AppendAsync([LedgerContractSamples.Collect("r-1", 8) with { Partition = "r-1" }], Cancellation));
        _town.Server.Faults = null;

        await _town.Open().AppendAsync([LedgerContractSamples.Collect("r-1", 8)], Cancellation);

        await Assert.ThrowsAsync<LedgerConflictException>(() => _town.Open().AppendAsync([LedgerContractSamples.Collect("r-2", 8)], Cancellation));
        var loaded = await _town.Open().LoadAsync("r-1", Cancellation);
        Assert.Equal((Samples.Subject, 1L), (loaded.Partition, loaded.Version));
    }

    [Fact]
    public void AppendAsync_AnyFaultsAndManyWriters_HoldsEachToldEventOnce() =>
        Gen.Int[0, 1_000_000].Sample(seed => WriteUnderFaultsAsync(seed).GetAwaiter().GetResult(), iter: 12, threads: 1);

    // A seed decides which requests fail and how; writers of several streams meet.
    private async Task WriteUnderFaultsAsync(int seed)
    {
        var chance = new Random(seed);
        var faults = Enum.GetValues<CosmosFault>();
        _town.Server.Faults = call =>
        {
            lock (chance) return chance.Next(100) < 15 && call.IsWrite ? faults[chance.Next(faults.Length)] : null;
        };
        var told = new System.Collections.Concurrent.ConcurrentBag<(string Stream, int Number)>();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(
            async () =>
            {
                var ledger = _town.Open();
                for (var number = 0; number < 5; number++)
                {
                    var stream = $"s-{seed}-{(writer + number) % 3}";
                    while (!await TryAppendAsync(ledger, stream, writer * 100 + number))
                    {
                    }

                    told.Add((stream, writer * 100 + number));
                }
            },
            Cancellation)));
        _town.Server.Faults = null;

        foreach (var stream in told.GroupBy(one => one.Stream))
        {
            var there = (await _town.Open().LoadAsync(stream.Key, Cancellation)).Events.Cast<RecordEvent.Withdrawn>().Select(happened => happened.Reason).ToList();
            Assert.Equal(stream.Select(one => $"{one.Number}").Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
        }
    }

    // As every caller does: load, look whether it is there already, append, and where it is not told begin again.
    private static async Task<bool> TryAppendAsync(CosmosLedger ledger, string stream, int number)
    {
        try
        {
            var loaded = await ledger.LoadAsync(stream, Cancellation);
            if (loaded.Events.Cast<RecordEvent.Withdrawn>().Any(happened => happened.Reason == $"{number}")) return true;
            await ledger.AppendAsync([new Append(stream, "p", loaded.Version, [CosmosWritePathTests.Numbered(number)])], Cancellation);
            return true;
        }
        catch (Exception e) when (e is LedgerConflictException or InvalidOperationException or Microsoft.Azure.Cosmos.CosmosException or HttpRequestException)
        {
            return false;
        }
    }

    private void FailWrite(int at, CosmosFault fault)
    {
        var left = at;
        _town.Server.Faults = call => call.IsWrite && Interlocked.Decrement(ref left) == 0 ? fault : null;
    }

    private async Task<IEnumerable<Type>> KindsAsync(string stream) => (await _town.Open().LoadAsync(stream, Cancellation)).Events.Select(happened => happened.GetType());
}
