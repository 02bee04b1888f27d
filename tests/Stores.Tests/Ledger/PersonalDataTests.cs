using System.Security.Cryptography;
using System.Text;
using EntCredit.Domain.Records;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Tests.Views;

namespace EntCredit.Stores.Tests.Ledger;

public sealed class PersonalDataTests : IDisposable
{
    private readonly LedgerFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ReadPersonalAsync_KeyKept_GivesTheData()
    {
        var ledger = await FillAsync();

        var reading = await ledger.ReadPersonalAsync("r-1", 1, Cancellation);

        Assert.Equal(PersonalStanding.Kept, reading.Standing);
        Assert.Equal(Samples.Identity, Assert.IsType<RecordEvent.Collected>(reading.Event).Personal);
    }

    [Fact]
    public async Task ReadPersonalAsync_NoneOrUnknown_SaysSo()
    {
        var ledger = await FillAsync();

        Assert.Equal(PersonalStanding.None, (await ledger.ReadPersonalAsync("r-1", 2, Cancellation)).Standing);
        Assert.Equal(new PersonalReading(PersonalStanding.None, null), await ledger.ReadPersonalAsync("nobody", 1, Cancellation));
    }

    [Fact]
    public async Task DestroyPersonalKeyAsync_OneSubject_LosesItsDataOnly()
    {
        var ledger = await FillAsync();

        Assert.True(await ledger.DestroyPersonalKeyAsync(Samples.Subject, Cancellation));
        Assert.False(await ledger.DestroyPersonalKeyAsync(Samples.Subject, Cancellation));

        var destroyed = await ledger.ReadPersonalAsync("r-1", 1, Cancellation);
        Assert.Equal(PersonalStanding.Destroyed, destroyed.Standing);
        Assert.Null(Assert.IsType<RecordEvent.Collected>(destroyed.Event).Personal);
        Assert.Equal(PersonalStanding.Kept, (await ledger.ReadPersonalAsync("r-2", 1, Cancellation)).Standing);
    }

    [Fact]
    public async Task DestroyPersonalKeyAsync_DataThatComesLater_HasAKeyOfItsOwn()
    {
        var ledger = await FillAsync();
        await ledger.DestroyPersonalKeyAsync(Samples.Subject, Cancellation);
        await ledger.AppendAsync([new Append("r-3", Samples.Subject, 0, [Samples.Collected()])], Cancellation);

        Assert.Equal(PersonalStanding.Destroyed, (await ledger.ReadPersonalAsync("r-1", 1, Cancellation)).Standing);
        Assert.Equal(PersonalStanding.Kept, (await ledger.ReadPersonalAsync("r-3", 1, Cancellation)).Standing);
    }

    [Fact]
    public async Task AppendAsync_PersonalData_LiesInNoFileReadably()
    {
        var ledger = await FillAsync();
        await ledger.DestroyPersonalKeyAsync("subject-b", Cancellation);

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_folder.File)!))
            Assert.DoesNotContain("110101199003070000", Encoding.Latin1.GetString(Read(file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DestroyPersonalKeyAsync_KeyFile_HoldsTheKeyNoLonger()
    {
        var ledger = await FillAsync();
        var key = Key();
        Assert.Contains(key, KeyBytes(), StringComparison.Ordinal);

        await ledger.DestroyPersonalKeyAsync(Samples.Subject, Cancellation);

        Assert.DoesNotContain(key, KeyBytes(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadPersonalAsync_SealedDataOfAnotherEvent_IsRefused()
    {
        var ledger = await FillAsync();
        await ledger.AppendAsync([new Append("r-3", Samples.Subject, 0, [Samples.Collected()])], Cancellation);
        LedgerDump.Execute(_folder.File, "UPDATE personal SET sealed = (SELECT sealed FROM personal WHERE position = 1) WHERE position = 4");

        await Assert.ThrowsAnyAsync<CryptographicException>(() => ledger.ReadPersonalAsync("r-3", 1, Cancellation));
    }

    private async Task<SqliteLedger> FillAsync()
    {
        var ledger = _folder.Open();
        await ledger.AppendAsync(
            [
                new Append("r-1", Samples.Subject, 0, [Samples.Collected(), new RecordEvent.Published(Samples.At)]),
                new Append("r-2", "subject-b", 0, [Samples.Collected()]),
            ],
            Cancellation);
        return ledger;
    }

    private string Key()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={SqliteLedger.KeyFile(_folder.File)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT key FROM subject_keys WHERE partition = $p";
        command.Parameters.AddWithValue("$p", Samples.Subject);
        return Encoding.Latin1.GetString((byte[])command.ExecuteScalar()!);
    }

    private string KeyBytes()
    {
        var file = SqliteLedger.KeyFile(_folder.File);
        return string.Concat(new[] { file, file + "-wal" }.Where(File.Exists).Select(one => Encoding.Latin1.GetString(Read(one))));
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
