using EntCredit.Stores.Audit;
using Microsoft.Data.Sqlite;

namespace EntCredit.Stores.Tests.Audit;

/// <summary>The trail keeps what it was given, in one chain, and shows where somebody changed it.</summary>
public sealed class SqliteAuditTrailTests : IDisposable
{
    private static readonly DateTimeOffset At = DateTimeOffset.Parse("2026-03-02T15:59:59Z");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("entcredit-audit-");
    private readonly SqliteAuditTrail trail;

    public SqliteAuditTrailTests() => trail = new SqliteAuditTrail(File);

    private string File => Path.Combine(folder.FullName, "audit", "audit.db");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Append_SeveralEntries_AreReadNewestFirstAsGiven()
    {
        await AddAsync(Entry("a", 200), Entry("b", 404));
        var read = await trail.ReadAsync(new AuditQuery(null, null, null, 10), Cancellation);
        Assert.Equal([(2, Entry("b", 404)), (1, Entry("a", 200))], read.Select(stored => (stored.Number, stored.Entry)));
        Assert.Equal(2, read.Select(stored => stored.Hash).Distinct().Count());
        Assert.Null(await trail.VerifyAsync(Cancellation));
    }

    [Fact]
    public async Task Read_ByDepartmentDayAndCursor_GivesThose()
    {
        await AddAsync(Entry("a", 1), Entry("b", 2), Entry("a", 3) with { At = At.AddSeconds(1) }, Entry("a", 4) with { At = At.AddSeconds(1) });
        Assert.Equal([4, 3, 1], await StatusesAsync(new AuditQuery(["a"], null, null, 10)));
        Assert.Equal([4, 3, 2, 1], await StatusesAsync(new AuditQuery(["a", "b"], null, null, 10)));
        Assert.Equal([], await StatusesAsync(new AuditQuery([], null, null, 10)));
        Assert.Equal([2, 1], await StatusesAsync(new AuditQuery(null, new DateOnly(2026, 3, 2), null, 10)));
        Assert.Equal([4, 3], await StatusesAsync(new AuditQuery(["a"], new DateOnly(2026, 3, 3), null, 10)));
        Assert.Equal([3, 1], await StatusesAsync(new AuditQuery(["a"], null, 4, 2)));
    }

    [Theory]
    [InlineData("UPDATE audit SET canonical = ''")]
    [InlineData("DELETE FROM audit")]
    [InlineData("REPLACE INTO audit (number, department, day, canonical, hash) VALUES (1, 'a', 1, '{}', x'00')")]
    public async Task Change_ByOrdinarySql_IsRefusedOrShows(string sql)
    {
        await AddAsync(Entry("a", 200), Entry("b", 200));
        try
        {
            Execute(sql);
        }
        catch (SqliteException refused)
        {
            Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
            Assert.Null(await trail.VerifyAsync(Cancellation));
            return;
        }

        Assert.Equal(1, await trail.VerifyAsync(Cancellation));
    }

    [Theory]
    [InlineData("UPDATE audit SET canonical = replace(canonical, '404', '200') WHERE number = 2", 2)]
    [InlineData("UPDATE audit SET department = 'x' WHERE number = 3", 3)]
    [InlineData("DELETE FROM audit WHERE number = 1", 1)]
    [InlineData("DELETE FROM audit WHERE number = 2", 2)]
    public async Task Verify_AfterTheTriggersWereTakenAway_NamesTheFirstChange(string sql, int first)
    {
        await AddAsync(Entry("a", 200), Entry("b", 404), Entry("c", 200));
        Execute("DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted; " + sql);
        Assert.Equal(first, await trail.VerifyAsync(Cancellation));
    }

    [Fact]
    public async Task Append_ByTwoInstancesAtOnce_MakesOneChain()
    {
        using var other = new SqliteAuditTrail(File);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(() => (n % 2 == 0 ? trail : other).AppendAsync(Entry("a", n), Cancellation))));
        Assert.Equal(40, (await other.ReadAsync(new AuditQuery(null, null, null, 100), Cancellation)).Count);
        Assert.Null(await trail.VerifyAsync(Cancellation));
    }

    [Fact]
    public async Task Append_FileCannotBeWritten_Fails()
    {
        using var nowhere = new SqliteAuditTrail(Path.Combine(folder.FullName, "a-file", "audit.db"));
        await System.IO.File.WriteAllTextAsync(Path.Combine(folder.FullName, "a-file"), "", Cancellation);
        await Assert.ThrowsAnyAsync<IOException>(() => nowhere.AppendAsync(Entry("a", 200), Cancellation));
    }

    public void Dispose()
    {
        trail.Dispose();
        folder.Delete(recursive: true);
    }

    private static AuditEntry Entry(string department, int status) =>
        new(At, department, "GetRecord", "GET /api/v1/records/{id}", "id=r-1", "b@jieshou", "核查", status, "4bf92f3577b34da6a3ce929d0e0e4736");

    private async Task AddAsync(params AuditEntry[] entries)
    {
        foreach (var entry in entries) await trail.AppendAsync(entry, Cancellation);
    }

    private async Task<IEnumerable<int>> StatusesAsync(AuditQuery query) => (await trail.ReadAsync(query, Cancellation)).Select(stored => stored.Entry.Status);

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
