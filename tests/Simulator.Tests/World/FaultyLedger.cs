using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using EntCredit.Stores.Ledger;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Simulator.Tests.World;

/// <summary>The simulated host's ledger, whose appends go wrong by a seed. Each fault is told in the host's log before it happens.</summary>
[SuppressMessage("Security", "CA5394", Justification = "A seeded chance, to be repeated.")]
internal sealed class FaultyLedger(ILedger ledger, int seed) : ILedger
{
    /// <summary>The environment variable that asks for it: the seed.</summary>
    public const string Setting = "ENTCREDIT_LEDGER_FAULTS";

    /// <summary>How a fault's line in the log begins.</summary>
    public const string Told = "fault: ";

    private const double Likelihood = 0.2;
    private const double Deadly = 0.15;
    private readonly Random chance = new(seed);
    private readonly HashSet<string> spared = new(StringComparer.Ordinal);

    /// <summary>Puts it before the product's own ledger, where the environment asks for it.</summary>
    public static void Into(IServiceCollection services)
    {
        if (Environment.GetEnvironmentVariable(Setting) is not { Length: > 0 } seed) return;
        services.AddSingleton<ILedger>(provider => new FaultyLedger(provider.GetRequiredService<SqliteLedger>(), int.Parse(seed, System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <inheritdoc/>
    public bool IsAtomic => ledger.IsAtomic;

    /// <inheritdoc/>
    public Task<LoadedStream> LoadAsync(string stream, CancellationToken cancellation) => ledger.LoadAsync(stream, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, LoadedStream>> LoadManyAsync(IReadOnlyCollection<string> streams, CancellationToken cancellation) =>
        ledger.LoadManyAsync(streams, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> ReadAllAsync(long after, CancellationToken cancellation) => ledger.ReadAllAsync(after, cancellation);

    /// <inheritdoc/>
    public async Task AppendAsync(IReadOnlyList<Append> appends, CancellationToken cancellation)
    {
        var (fault, when) = Next(appends[0].Stream);
        if (fault is not null) await Console.Error.WriteLineAsync($"{Told}{fault} {appends[0].Stream}");
        switch (fault)
        {
            case Fault.Conflict:
                throw new LedgerConflictException(appends[0].Stream, appends[0].ExpectedVersion, appends[0].ExpectedVersion + 1);
            case Fault.Throttled:
                throw new CosmosException("Request rate is large.", HttpStatusCode.TooManyRequests, 3200, string.Empty, 1);
            case Fault.Crash:
                var writing = ledger.AppendAsync(appends, cancellation);
                if (when < 0.3) await writing;
                else await Task.Delay(TimeSpan.FromMilliseconds(when * 4), CancellationToken.None);
                Process.GetCurrentProcess().Kill();
                break;
        }

        await ledger.AppendAsync(appends, cancellation);
        if (fault == Fault.Lost) throw new TimeoutException("The answer of the ledger was lost.");
    }

    private (Fault? Fault, double When) Next(string stream)
    {
        lock (chance)
        {
            // What goes wrong twice running shows no more than once, and would wear out whoever tries five times.
            if (spared.Remove(stream) || chance.NextDouble() >= Likelihood) return (null, 0);
            spared.Add(stream);
            return (chance.NextDouble() < Deadly ? Fault.Crash : (Fault)chance.Next(3), chance.NextDouble());
        }
    }
}
