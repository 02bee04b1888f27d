using EntCredit.Stores.Ledger;
using EntCredit.Stores.Tests.Views;
using EntCredit.Stores.Views;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Stores.Tests.Ledger;

public sealed class SqliteLedgerTests : IDisposable
{
    private readonly LedgerFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_FileOfALaterVersion_IsRefusedAndLeftAlone()
    {
        LedgerDump.Execute(_folder.File, "PRAGMA user_version = 99");

        Assert.Contains("99", Assert.Throws<InvalidOperationException>(() => _folder.Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FileThatIsNoDatabase_Throws()
    {
        File.WriteAllText(_folder.File, new string('x', 5_000));

        Assert.ThrowsAny<Exception>(() => _folder.Open());
    }

    [Fact]
    public async Task ReadAllAsync_ManyStreams_ComeInTheOrderOfTheirWriting()
    {
        var ledger = _folder.Open();
        foreach (var stream in new[] { "b", "a", "c" })
            await ledger.AppendAsync([new Append(stream, stream, 0, [Samples.EachKind[0]])], TestContext.Current.CancellationToken);
        await ledger.AppendAsync([new Append("b", "b", 1, [Samples.EachKind[0]])], TestContext.Current.CancellationToken);

        var streams = new List<string>();
        await foreach (var stored in ledger.ReadAllAsync(0, TestContext.Current.CancellationToken)) streams.Add(stored.Stream);

        Assert.Equal(["b", "a", "c", "b"], streams);
    }

    [Fact]
    public async Task AppendAsync_AfterDispose_IsRefused()
    {
        var ledger = _folder.Open();
        ledger.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => ledger.AppendAsync([new Append("s", "s", 0, [Samples.EachKind[0]])], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AddSqliteLedger_Services_AreOneLedgerAndItsViews()
    {
        var path = Path.Combine(Path.GetDirectoryName(_folder.File)!, "new", "ledger.db");
        using var services = new Singletons(new ServiceCollection().AddSqliteLedger(path));
        var ledger = services.GetRequiredService<ILedger>();
        await ledger.AppendAsync([new Append("subject-1", "subject-1", 0, [Samples.EachKind[0]])], TestContext.Current.CancellationToken);

        Assert.Same(services.GetRequiredService<SqliteLedger>(), ledger);
        Assert.Null(await services.GetRequiredService<IPublicView>().FindAsync("91990000MA00000009", TestContext.Current.CancellationToken));
        Assert.Single(await services.GetRequiredService<IIntakeIndex>().SubjectsAsync(
            [(Domain.Subjects.AliasKind.CreditCode, "91990000MA00000009")], TestContext.Current.CancellationToken));
        Assert.Empty(await services.GetRequiredService<IObligationBook>().AboutAsync("subject-1", TestContext.Current.CancellationToken));
        Assert.Empty(await services.GetRequiredService<IBatchView>().UnfinishedAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await services.GetRequiredService<IRecordBook>().PublishableAsync(1, TestContext.Current.CancellationToken));
    }

    /// <summary>The least that a container does: each registration's factory once.</summary>
    private sealed class Singletons(IServiceCollection services) : IServiceProvider, IDisposable
    {
        private readonly Dictionary<Type, object> _made = [];

        public object? GetService(Type serviceType)
        {
            if (_made.TryGetValue(serviceType, out var made)) return made;
            var registration = services.Single(service => service.ServiceType == serviceType);
            Assert.Equal(ServiceLifetime.Singleton, registration.Lifetime);
            return _made[serviceType] = registration.ImplementationFactory!(this);
        }

        public void Dispose()
        {
            foreach (var disposable in _made.Values.OfType<IDisposable>()) disposable.Dispose();
        }
    }
}
