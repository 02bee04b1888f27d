using EntCredit.EndToEnd.Tests.Running;
using Microsoft.Data.Sqlite;

namespace EntCredit.EndToEnd.Tests.Operator;

/// <summary>What was given up, what stands still, and whether the ledger is as it was written.</summary>
public sealed class PoisonVerbTests(OperatorFixture fixture) : IClassFixture<OperatorFixture>
{
    private readonly OperatorTown town = fixture.Town;

    [Fact]
    public async Task Poison_ListedWithItsReason_IsGoneAfterReplay()
    {
        await town.Doors.UploadAsync($"{Doors.Housing}/permit/poisoned.csv", PermitFile.Of(3, "毒"), "done");
        var garbage = await town.Doors.UploadAsync($"{Doors.Housing}/permit/garbage.xlsx", [1, 2, 3]);
        await town.Doors.SettleAsync();

        // As the fifth failure leaves it.
        Run(town.HostFile, "UPDATE blob_receipt SET status = 3, tries = 5, error = 'IOException: disk full' WHERE name LIKE '%poisoned.csv'");
        var listed = await Tool.JsonAsync(["poison", "list", .. town.Url]);
        var poison = Assert.Single(listed["poison"]!.AsArray())!;
        Assert.Equal(($"{Doors.Housing}/permit/poisoned.csv", 5, "IOException: disk full"), ((string)poison["name"]!, (int)poison["tries"]!, (string)poison["reason"]!));
        var refused = Assert.Single(listed["quarantine"]!.AsArray(), file => (string?)file!["batch"] == garbage)!;
        Assert.NotEmpty((string)refused["reason"]!);

        Assert.Equal(1, (await Tool.RunAsync(Tool.Key, ["poison", "replay", "999999", .. town.Url])).Exit);
        var replayed = await Tool.JsonAsync(["poison", "replay", poison["id"]!.ToString(), .. town.Url]);
        Assert.Equal(1, (int)replayed["replayed"]!);
        await town.Doors.SettleAsync();
        Assert.Empty((await Tool.JsonAsync(["poison", "list", .. town.Url]))["poison"]!.AsArray());
        Assert.Equal(0, (int)(await Tool.JsonAsync(["poison", "replay", "--all", .. town.Url]))["replayed"]!);
    }

    [Fact]
    public async Task Replay_OfNeitherOneNorAll_IsABadArgument() =>
        Assert.Equal(2, (await Tool.RunAsync(Tool.Key, ["poison", "replay", .. town.Url])).Exit);

    [Fact]
    public async Task Reconcile_WhereNothingStandsStill_SaysSo()
    {
        await town.Doors.SettleAsync();
        await Tool.JsonAsync(["reconcile", .. town.Url]);
        await town.Doors.SettleAsync();
        Assert.Equal((0, "没有停滞的事项"), await Tool.RunAsync(Tool.Key, ["reconcile", .. town.Url]) is var (exit, said, _) ? (exit, said) : default);
    }

    [Fact]
    public async Task Verify_OfAnAlteredCopy_NamesTheFirst()
    {
        await town.Doors.SettleAsync();
        var copy = fixture.FileOf("copy.db", "");
        using (var source = Open(town.Ledger))
        using (var target = Open(copy))
            source.BackupDatabase(target);
        var whole = await Tool.RunAsync(null, "verify", "--ledger", copy);
        Assert.Equal((0, true), (whole.Exit, whole.Said.StartsWith("账本完好", StringComparison.Ordinal)));

        Run(copy, "UPDATE events SET canonical = replace(canonical, '界首', '界新') WHERE position = (SELECT min(position) FROM events WHERE canonical LIKE '%界首%')");
        var (exit, said, _) = await Tool.RunAsync(null, "verify", "--ledger", copy);
        Assert.Equal(1, exit);
        Assert.Matches("^第 [0-9]+ 号事实（.+）的内容或其前一版被改动$", said);
        Assert.Equal(2, (await Tool.RunAsync(null, "verify", "--ledger", copy + ".none")).Exit);
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static void Run(string file, string sql)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        Assert.True(command.ExecuteNonQuery() > 0, sql);
    }
}
