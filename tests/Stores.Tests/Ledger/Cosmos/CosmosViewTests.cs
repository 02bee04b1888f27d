using EntCredit.Domain.Events;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Tests.Views;
using EntCredit.Stores.Views;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EntCredit.Stores.Tests.Ledger.Cosmos;

/// <summary>The views of a ledger on Cosmos DB: a copy made from the change feed.</summary>
public sealed class CosmosViewTests : IAsyncLifetime
{
    private const string Code = "91990000MA00000009";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entcredit-copy-");
    private CosmosTown _town = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _town = await CosmosTown.StartAsync(ranges: 2);

    public async ValueTask DisposeAsync()
    {
        await _town.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task AppendAsync_BySettings_IsInTheViewsAfterwards()
    {
        using var host = await StartAsync("a.db");
        var ledger = host.Services.GetRequiredService<ILedger>();
        await WriteAsync(ledger);

        Assert.NotNull(await host.Services.GetRequiredService<IPublicView>().FindAsync(Code, Cancellation));
        Assert.Equal(2, (await ledger.LoadAsync("r-1", Cancellation)).Version);
        Assert.Equal(PersonalStanding.Kept, (await host.Services.GetRequiredService<IPersonalData>().ReadPersonalAsync("r-1", 1, Cancellation)).Standing);
        await host.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Copy_OfTheSameHistory_HasTheRowsOfALedgerOnSqlite()
    {
        using var sqlite = new LedgerFolder();
        await WriteAsync(sqlite.Open());
        await WriteAsync(_town.Open());
        using (var host = await StartAsync("b.db")) await host.StopAsync(Cancellation);

        // Sealed data and its digest differ by their salt: this history has none.
        Assert.Equal(LedgerDump.Projections(sqlite.File), LedgerDump.Projections(Path.Combine(_folder.FullName, "b.db")));
        Assert.Null((await LedgerVerifier.VerifyAsync(Path.Combine(_folder.FullName, "b.db"), Cancellation)).First);
    }

    [Fact]
    public async Task Copy_StartedAgain_GoesOnWhereItWas()
    {
        var ledger = _town.Open();
        await WriteAsync(ledger);
        using (var host = await StartAsync("c.db")) await host.StopAsync(Cancellation);
        await ledger.AppendAsync([new Append("r-1", Samples.Subject, 2, [new RecordEvent.Withdrawn(Samples.At.AddDays(1), "jieshou-chengguan", "x")])], Cancellation);
        using (var host = await StartAsync("c.db")) await host.StopAsync(Cancellation);
        File.Delete(Path.Combine(_folder.FullName, "c.db.feed"));
        using (var host = await StartAsync("c.db")) await host.StopAsync(Cancellation);

        Assert.Equal(new LedgerVerification(5, 2, null), await LedgerVerifier.VerifyAsync(Path.Combine(_folder.FullName, "c.db"), Cancellation));
    }

    [Fact]
    public async Task Connect_SettingsWithoutAccount_AreRefusedByName()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync("d.db", null));

        Assert.Contains("Cosmos__accountEndpoint", refused.Message, StringComparison.Ordinal);
    }

    private static async Task WriteAsync(ILedger ledger)
    {
        await ledger.AppendAsync(
            [new Append(Samples.Subject, Samples.Subject, 0, [new SubjectEvent.KnownAs(Samples.At, AliasKind.CreditCode, Code), new SubjectEvent.Registered(Samples.At, "界首市样例甲有限公司", "r-1")])],
            Cancellation);
        DomainEvent[] life = [Samples.Collected() with { Personal = ledger is SqliteLedger or CosmosLedger ? null : Samples.Identity }, new RecordEvent.Published(Samples.At)];
        foreach (var (happened, version) in life.Select((happened, version) => (happened, version)))
            await ledger.AppendAsync([new Append("r-1", Samples.Subject, version, [happened])], Cancellation);
    }

    private Task<IHost> StartAsync(string file) => StartAsync(file, _town.Server.ConnectionString);

    private async Task<IHost> StartAsync(string file, string? connection)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Cosmos"] = connection, ["Cosmos:connectionMode"] = "gateway" });
        builder.Services.AddKeyedSingleton("machine", TimeProvider.System);
        builder.Services.AddCosmosLedger(builder.Configuration.GetSection("Cosmos"), Path.Combine(_folder.FullName, file));
        var host = builder.Build();
        await host.StartAsync(Cancellation);
        return host;
    }
}
