using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace EntCredit.LocalRuntime.Tests.Durable.Kills;

/// <summary>
/// A host under a mixed load dies again and again by SIGKILL, at points drawn from a printed seed: after so many answers, or so long after its start.
/// Five points; two hundred with <c>ENTCREDIT_FULL=1</c>. <c>ENTCREDIT_SEED</c> draws the same points again, though not the same race.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Together = 24;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly int Points = Environment.GetEnvironmentVariable("ENTCREDIT_FULL") == "1" ? 200 : 5;

    private static readonly int Seed = Environment.GetEnvironmentVariable("ENTCREDIT_SEED") is { } given
        ? int.Parse(given, CultureInfo.InvariantCulture)
        : Random.Shared.Next();

    [Fact]
    public async Task Kill_AtRandomPointsOfAMixedLoad_EveryEffectIsThereExactlyOnce()
    {
        output.WriteLine($"ENTCREDIT_SEED={Seed}");
        var folder = Directory.CreateTempSubdirectory("kills-").FullName;
        var (database, log) = (Path.Combine(folder, "durable.db"), Path.Combine(folder, "effects.log"));
        var lives = new List<Life>();
        await using (var host = new KilledHost(database, log))
        {
            await LiveAndDieAsync(host, lives);
            await host.StopAsync();
        }

        var history = new EffectHistory(await File.ReadAllLinesAsync(log, TestContext.Current.CancellationToken));
        var instances = lives.Sum(life => AssertLived(life, history));
        Assert.Equal(lives.Sum(life => Rounds(life)) * 5, history.Effects.Count);
        AssertNothingIsLeft(database, instances);
        output.WriteLine(
            $"{Points} kills; {lives.Count} lives, {instances} instances, {lives.Sum(life => life.Sends.Count)} events of which "
            + $"{lives.Sum(life => life.Sends.Count(sent => !sent.IsAnswered))} unanswered; {history.Effects.Count} effects, each recorded once, "
            + $"{history.Repeated} run again before they were recorded.");
        Directory.Delete(folder, recursive: true);
    }

    // Lives follow one another until the last kill, so that each falls into the middle of many.
    private static async Task LiveAndDieAsync(KilledHost host, List<Life> lives)
    {
        host.Start();
        var killing = true;
        var living = Enumerable.Range(0, Together).Select(async _ =>
        {
            while (Volatile.Read(ref killing))
            {
                Life life;
                lock (lives)
                    lives.Add(life = new($"life-{lives.Count}"));
                await life.LiveAsync(host);
            }
        }).ToArray();
        var random = new Random(Seed);
        for (var point = 0; point < Points; point++)
        {
            await PointAsync(host, random, Task.WhenAny(living));
            await host.KillAsync();
            host.Start();
        }

        Volatile.Write(ref killing, false);
        try
        {
            await Task.WhenAll(living).WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"What was answered for was lost: {string.Join(", ", lives.Where(life => life.Ended.Length == 0).Select(life => life.Id))} wait for ever.");
        }
    }

    private static async Task PointAsync(KilledHost host, Random random, Task<Task> broken)
    {
        // One in four falls into the start, where the host goes on with what was left.
        if (random.Next(4) == 0)
        {
            await Task.Delay(random.Next(300));
            return;
        }

        var wait = Stopwatch.GetTimestamp();
        var until = host.Answers + random.Next(1, 300);
        while (host.Answers < until)
        {
            if (broken.IsCompleted)
                await await broken;
            Assert.True(Stopwatch.GetElapsedTime(wait) < Patience, "The host has stopped answering.");
            await Task.Delay(1);
        }

        // Answers come in groups, one a transaction: die anywhere between two of them.
        wait = Stopwatch.GetTimestamp();
        var microseconds = random.Next(3000);
        while (Stopwatch.GetElapsedTime(wait).TotalMicroseconds < microseconds)
            Thread.SpinWait(10);
    }

    /// <summary>Asserts that a life has all it was given, once and in order, with one result for each effect. How many instances it was.</summary>
    private static int AssertLived(Life life, EffectHistory history)
    {
        Assert.StartsWith("Completed ", life.Ended, StringComparison.Ordinal);
        using var state = JsonDocument.Parse(life.Ended["Completed ".Length..]);
        var received = Strings(state, "Received");
        // In the order in which they were sent, none twice, and of those that were answered for none lost.
        Assert.Equal(life.Sends.Select(sent => sent.Name).Where(received.Contains), received);
        Assert.Empty(life.Sends.Where(sent => sent.IsAnswered && !IsEnd(sent.Name)).Select(sent => sent.Name).Except(received));
        Assert.Equal([received[^1]], received.Where(IsEnd));

        var expected = Enumerable.Range(0, received.Length).SelectMany(round => Effects(life.Id, round));
        var recorded = Strings(state, "Effects").Select(EffectHistory.Parts).ToList();
        Assert.Equal(expected, recorded.Select(effect => effect.Key));
        Assert.All(recorded, effect => Assert.Equal(history.TheResultOf(effect.Key), effect.Run));
        return 1 + received.Length;
    }

    // Task ids are the calls of a round: effect 0, timer 1, child 2, effects 3 to 5. An event is no task.
    private static string[] Effects(string id, int round) =>
        [$"{id}@{round}#0", $"{id}.{round}@0#0", $"{id}@{round}#3", $"{id}@{round}#4", $"{id}@{round}#5"];

    private static void AssertNothingIsLeft(string database, int instances)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        Assert.Equal("ok", Value("PRAGMA integrity_check"));
        Assert.Equal((long)instances, Value("SELECT count(*) FROM instance WHERE status=1"));
        Assert.Equal((long)instances, Value("SELECT count(*) FROM instance"));
        Assert.Equal(0L, Value("SELECT (SELECT count(*) FROM activity) + (SELECT count(*) FROM timer)"));

        object? Value(string sql)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants.
            command.CommandText = sql;
#pragma warning restore CA2100
            return command.ExecuteScalar();
        }
    }

    private static int Rounds(Life life) => Strings(JsonDocument.Parse(life.Ended["Completed ".Length..]), "Received").Length;

    private static bool IsEnd(string sent) => sent.StartsWith("end", StringComparison.Ordinal);

    private static string[] Strings(JsonDocument state, string name) =>
        [.. state.RootElement.EnumerateObject().Single(part => part.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value.EnumerateArray().Select(text => text.GetString()!)];
}
