using EntCredit.EndToEnd.Tests.Running;
using Microsoft.Data.Sqlite;

namespace EntCredit.EndToEnd.Tests.Operator;

/// <summary>A day passes and is sealed; a stranger checks a public record by the seal that the report prints.</summary>
public sealed class ProofVerbTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("entcredit-proof-");
    private OperatorTown? town;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        town = await OperatorTown.StartAsync(folder.FullName);
        await town.Doors.UploadRegisterAsync();
        var (moved, _) = await town.Doors.CallAsync(HttpMethod.Post, "/admin/local/clock", null, """{"to":"2020-07-10T16:30:00Z"}""");
        moved.EnsureSuccessStatusCode();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (town is not null) await town.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Proof_AfterTheDay_IsCheckedByTheSealOfTheReportAndAnAlteredOneIsNot()
    {
        var file = Path.Combine(folder.FullName, "proof.json");
        Assert.Equal(0, (await Tool.RunAsync(null, "proof", PublicRecord(), "--ledger", town!.Ledger, "--out", file)).Exit);
        var report = (await town.Doors.JsonBlobAsync("reports", "2020-07/compliance.json"))!["seal"]!;

        var (exit, said, wrong) = await Tool.RunAsync(null, "check-proof", file, "--seal", (string)report["hash"]!);
        Assert.True(exit == 0, said + wrong);
        Assert.Contains("证明成立", said, StringComparison.Ordinal);
        Assert.Equal("2020-07-10", (string?)report["day"]);
        Assert.Equal(1, (await Tool.RunAsync(null, "check-proof", file, "--seal", new string('0', 64))).Exit);

        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, text.Replace("界首", "界新", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal((1, "", "证明不成立：事实被改动"), await Tool.RunAsync(null, "check-proof", file));
        Assert.Equal(1, (await Tool.RunAsync(null, "proof", "nothing", "--ledger", town.Ledger)).Exit);
    }

    [Fact]
    public async Task Verify_WithTheSealsKeptOutside_FindsWhatTheLedgerAloneCannotShow()
    {
        var seals = Directory.CreateDirectory(Path.Combine(folder.FullName, "seals"));
        await File.WriteAllBytesAsync(Path.Combine(seals.FullName, "2020-07-10.json"), await town!.Doors.BlobAsync("roots", "2020-07-10.json"), TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Tool.RunAsync(null, "verify", "--ledger", town.Ledger, "--seals", seals.FullName)).Exit);

        var emptied = Path.Combine(folder.FullName, "emptied.db");
        using (var source = Open(town.Ledger))
        using (var target = Open(emptied))
        {
            source.BackupDatabase(target);
            using var command = target.CreateCommand();
            command.CommandText = "DELETE FROM events; DELETE FROM streams; DELETE FROM personal";
            command.ExecuteNonQuery();
        }

        Assert.Equal(0, (await Tool.RunAsync(null, "verify", "--ledger", emptied)).Exit);
        var (exit, said, _) = await Tool.RunAsync(null, "verify", "--ledger", emptied, "--seals", seals.FullName);
        Assert.Equal(1, exit);
        Assert.Contains("与另行保存的封印不符", said, StringComparison.Ordinal);
        Assert.Equal(2, (await Tool.RunAsync(null, "verify", "--ledger", town.Ledger, "--seals", folder.FullName + ".none")).Exit);
    }

    private string PublicRecord()
    {
        using var ledger = Open(town!.Ledger);
        using var command = ledger.CreateCommand();
        command.CommandText = "SELECT s.name FROM records r JOIN streams s ON s.id = r.stream WHERE r.phase = 6 ORDER BY s.id LIMIT 1";
        return (string)command.ExecuteScalar()!;
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }
}
