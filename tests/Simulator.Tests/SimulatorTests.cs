using System.Globalization;
using EntCredit.Domain.Calendar;
using EntCredit.Simulator.Tests.World;
using EntCredit.Tests.Shared;

namespace EntCredit.Simulator.Tests;

/// <summary>The whole product in simulated time, against an independent and naive recomputation of every duty.</summary>
public sealed class SimulatorTests(ITestOutputHelper output)
{
    private static readonly DateOnly First = new(2020, 6, 1);

    /// <summary>
    /// Departments of five jurisdictions for a year; for ten years with ENTCREDIT_FULL=1 (from 2016-07, through every profile's first day).
    /// ENTCREDIT_SEED repeats a play, ENTCREDIT_DAYS shortens it.
    /// </summary>
    [Fact]
    public async Task Duties_AfterEveryDay_AreAsRecomputed()
    {
        var full = Environment.GetEnvironmentVariable("ENTCREDIT_FULL") == "1";
        var seed = Setting("ENTCREDIT_SEED") ?? 20200701;
        var from = full ? new DateOnly(2016, 7, 1) : First;
        var until = Setting("ENTCREDIT_DAYS") is { } days ? from.AddDays(days) : full ? from.AddYears(10) : from.AddYears(1);

        var folder = Directory.CreateTempSubdirectory("entcredit-simulator-").FullName;
        try
        {
            await using var azurite = await AzuriteProcess.StartAsync();
            await using var host = new SimulatedHost(folder, azurite.ConnectionString, LegalZone.StartOf(from));
            await host.StartAsync();
            var year = new Year(host, azurite.ConnectionString, seed, from);
            var differences = await year.PlayAsync(until);
            output.WriteLine($"Seed {seed}, {from} to {until}: {year.Summary}");
            Assert.True(differences.Count == 0, $"Seed {seed}: {string.Join("\n", differences)}\n--- the host:\n{host.LastWords()}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
