using System.Globalization;
using System.Security.Cryptography;
using EntCredit.Domain.Calendar;
using EntCredit.Simulator.Tests.World;
using EntCredit.Stores.Ledger;
using EntCredit.Tests.Shared;

namespace EntCredit.Simulator.Tests;

/// <summary>
/// The same world over a ledger that fails: answers lost after the commit, versions that were taken, throttling, and a process that ends in the midst of a write. Every duty is as recomputed, each fact
/// is there once, and the chain holds.
/// </summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    private const int Seed = 20260707;
    private static readonly DateOnly From = new(2020, 6, 24);

    [Fact]
    public async Task Duties_OverAFaultyLedgerOnSqlite_AreAsRecomputed()
    {
        await using var play = await StageAsync(starts => new Dictionary<string, string> { [FaultyLedger.Setting] = $"{Seed + starts}" });
        await PlayAsync(play, () => Enum.GetNames<Fault>().ToDictionary(
            fault => fault,
            fault => File.ReadLines(play.Host.Log).Count(line => line.StartsWith($"{FaultyLedger.Told}{fault} ", StringComparison.Ordinal)), StringComparer.Ordinal));

        await play.Host.KillAsync();
        Assert.Null((await LedgerVerifier.VerifyAsync(play.Host.Ledger, TestContext.Current.CancellationToken)).First);
    }

    [Fact]
    public async Task Duties_OverAFaultyCosmos_AreAsRecomputed()
    {
        await using var cosmos = await FaultyCosmos.StartAsync(Seed);
        await using var play = await StageAsync(_ => cosmos.Settings);
        cosmos.FailFor(play.Host.Strike);
        await PlayAsync(play, () => cosmos.Told);

        var there = await cosmos.HashesAsync();
        await play.Host.SettleAsync();
        await play.Host.KillAsync();
        Assert.Null((await LedgerVerifier.VerifyAsync(play.Host.Ledger, TestContext.Current.CancellationToken)).First);
        using var copy = new SqliteLedger(play.Host.Ledger, RandomNumberGenerator.Create());
        Assert.Equal(there, await LedgerWindow.HashesAsync(copy));
    }

    private static async Task<Stage> StageAsync(Func<int, IReadOnlyDictionary<string, string>> settings)
    {
        var folder = Directory.CreateTempSubdirectory("entcredit-faults-").FullName;
        var azurite = await AzuriteProcess.StartAsync();
        var host = new SimulatedHost(folder, azurite.ConnectionString, LegalZone.StartOf(From), settings) { IsFaulty = true };
        await host.StartAsync();
        return new Stage(folder, azurite, host);
    }

    private async Task PlayAsync(Stage play, Func<IReadOnlyDictionary<string, int>> told)
    {
        var days = Environment.GetEnvironmentVariable("ENTCREDIT_FULL") == "1" ? 120 : int.Parse(Environment.GetEnvironmentVariable("ENTCREDIT_DAYS") ?? "10", CultureInfo.InvariantCulture);
        var year = new Year(play.Host, play.Azurite.ConnectionString, Seed, From, busy: 0.5);
        var differences = await year.PlayAsync(From.AddDays(days));
        var faults = told();
        output.WriteLine($"Seed {Seed}, {days} days: {year.Summary}; {string.Join(", ", faults.Select(fault => $"{fault.Key} {fault.Value}"))}, started {play.Host.Starts} times");
        Assert.True(differences.Count == 0, $"Seed {Seed}: {string.Join("\n", differences)}\n--- the host:\n{play.Host.LastWords()}");

        // A fault that never came proves nothing, and a host that died of something else hides something.
        Assert.All(faults, fault => Assert.True(fault.Value > 0, $"{fault.Key} never came."));
        Assert.Equal(faults[nameof(Fault.Crash)] + 1, play.Host.Starts);
    }

    private sealed class Stage(string folder, AzuriteProcess azurite, SimulatedHost host) : IAsyncDisposable
    {
        public AzuriteProcess Azurite => azurite;

        public SimulatedHost Host => host;

        public async ValueTask DisposeAsync()
        {
            await host.DisposeAsync();
            await azurite.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }
}
