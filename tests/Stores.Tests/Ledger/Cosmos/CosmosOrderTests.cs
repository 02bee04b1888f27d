using EntCredit.Domain.Records;
using EntCredit.Domain.Seals;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Ledger.Seals;
using EntCredit.Stores.Views;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EntCredit.Stores.Tests.Ledger.Cosmos;

/// <summary>Seals, proofs and the feed of changes on Cosmos DB: several processes, each with a copy of its own, and one order.</summary>
public sealed class CosmosOrderTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entcredit-order-");
    private readonly FakeTimeProvider _legal = new(new DateTimeOffset(2026, 1, 5, 16, 2, 0, TimeSpan.Zero));
    private CosmosTown _town = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _town = await CosmosTown.StartAsync(ranges: 3);

    public async ValueTask DisposeAsync()
    {
        await _town.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task SealAsync_ByOneProcessOfTwo_HoldsInEachCopyAndInProofsFromIt()
    {
        using (var one = await StartAsync("a"))
        using (var other = await StartAsync("b"))
        {
            for (var day = 0; day < 3; day++)
            {
                await PublishAsync(one, $"r-{day}-a");
                await PublishAsync(other, $"r-{day}-b");
                await SealAsync(day % 2 == 0 ? one : other);
                await SealAsync(one);
                _legal.Advance(TimeSpan.FromDays(1));
            }

            await one.StopAsync(Cancellation);
            await other.StopAsync(Cancellation);
        }

        var seals = new List<string>();
        foreach (var file in new[] { "a", "b", "c" })
        {
            // Carried on to the end; the last one made anew from the feed, in whatever order that tells.
            using (var again = await StartAsync(file)) await again.StopAsync(Cancellation);
            Assert.Null((await LedgerVerifier.VerifyAsync(FileOf(file), Cancellation)).First);
            var proof = ProofMaker.Of(FileOf(file), "r-1-b");
            Assert.Null(ProofCheck.First(proof));
            Assert.Equal(2, proof.Events.Count);
            seals.Add(string.Join(' ', proof.Seals.Select(seal => seal.Hash)));
        }

        Assert.Single(seals.Distinct());
        Assert.Equal(2, seals[0].Split(' ').Length);
    }

    [Fact]
    public async Task VerifyAsync_CopyWithAnAlteredOrder_FindsTheRoot()
    {
        using (var host = await StartAsync("a"))
        {
            await PublishAsync(host, "r-1");
            await PublishAsync(host, "r-2");
            await SealAsync(host);
            await host.StopAsync(Cancellation);
        }

        Views.LedgerDump.Execute(FileOf("a"), "UPDATE order_spans SET stream = CASE stream WHEN 'r-1' THEN 'r-2' WHEN 'r-2' THEN 'r-1' ELSE stream END");

        Assert.Equal(LedgerFaultKind.RootDiffers, (await LedgerVerifier.VerifyAsync(FileOf("a"), Cancellation)).First!.Kind);
    }

    [Fact]
    public async Task ExtendAsync_ByTwoProcessesAtOnce_NumbersEachEventOnce()
    {
        using var one = await StartAsync("a");
        using var other = await StartAsync("b");
        for (var round = 0; round < 5; round++)
        {
            await PublishAsync(one, $"r-{round}-a");
            await PublishAsync(other, $"r-{round}-b");
            await Task.WhenAll(Order(one).ExtendAsync(Cancellation), Order(other).ExtendAsync(Cancellation));
        }

        Assert.Equal(20, await Order(one).ExtendAsync(Cancellation));
        Assert.Equal(20, await Order(other).ExtendAsync(Cancellation));
        var numbered = (await _town.Open().LoadAsync(OrderExtended.Stream, Cancellation)).Events.Cast<OrderExtended>()
            .SelectMany(extended => extended.Spans).SelectMany(span => Enumerable.Range((int)span.From, (int)(span.Through - span.From + 1)).Select(version => (span.Stream, version))).ToList();
        Assert.Equal((20, 20), (numbered.Count, numbered.Distinct().Count()));
    }

    [Fact]
    public async Task Changes_WatermarkOfOneProcess_GoesOnInAnother()
    {
        using var one = await StartAsync("a");
        using var other = await StartAsync("b");
        await PublishAsync(one, "r-1");
        var feed = one.Services.GetRequiredService<IChangeFeed>();
        Assert.Equal((0, 0), ((await feed.AfterAsync(null, 0, 100, Cancellation)).Through, (await feed.AfterAsync(null, 0, 100, Cancellation)).Changes.Count));
        await Order(one).ExtendAsync(Cancellation);
        var first = await feed.AfterAsync(null, 0, 100, Cancellation);
        Assert.Equal("r-1", Assert.Single(first.Changes).Id);

        await PublishAsync(one, "r-0");
        await Order(one).ExtendAsync(Cancellation);
        await Order(other).ExtendAsync(Cancellation);
        var there = other.Services.GetRequiredService<IChangeFeed>();
        Assert.Equal("r-0", Assert.Single((await there.AfterAsync(null, first.Through, 100, Cancellation)).Changes).Id);
        Assert.Equal(await feed.AtAsync(first.Through, Cancellation), await there.AtAsync(first.Through, Cancellation));
    }

    private static ILedgerOrder Order(IHost host) => host.Services.GetRequiredService<ILedgerOrder>();

    private static async Task PublishAsync(IHost host, string record)
    {
        var ledger = host.Services.GetRequiredService<ILedger>();
        await ledger.AppendAsync([LedgerContractSamples.Collect(record, record[2] * 10 + record[^1])], Cancellation);
        await ledger.AppendAsync([new Append(record, Samples.Subject, 1, [new RecordEvent.Published(Samples.At)])], Cancellation);
    }

    private Task SealAsync(IHost host) =>
        new DaySealer(host.Services.GetRequiredService<ILedger>(), Order(host), _legal, NullLogger<DaySealer>.Instance).SealAsync(Cancellation);

    private string FileOf(string name) => Path.Combine(_folder.FullName, name + ".db");

    private async Task<IHost> StartAsync(string name)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Cosmos"] = _town.Server.ConnectionString, ["Cosmos:connectionMode"] = "gateway" });
        builder.Services.AddKeyedSingleton("machine", TimeProvider.System);
        builder.Services.AddKeyedSingleton<TimeProvider>("legal", _legal);
        builder.Services.AddCosmosLedger(builder.Configuration.GetSection("Cosmos"), FileOf(name));
        var host = builder.Build();
        await host.StartAsync(Cancellation);
        return host;
    }
}
