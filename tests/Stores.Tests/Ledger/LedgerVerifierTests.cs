using CsCheck;
using EntCredit.Domain.Events;
using EntCredit.Domain.Records;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Tests.Views;

namespace EntCredit.Stores.Tests.Ledger;

public sealed class LedgerVerifierTests : IDisposable
{
    private readonly LedgerFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task VerifyAsync_AsWritten_FindsNothing()
    {
        await FillAsync();

        Assert.Equal(new LedgerVerification(8, 3, null), await VerifyAsync());
    }

    [Fact]
    public async Task VerifyAsync_EmptyLedger_FindsNothing()
    {
        _folder.Open();

        Assert.Equal(new LedgerVerification(0, 0, null), await VerifyAsync());
    }

    [Fact]
    public async Task VerifyAsync_NoFile_Throws() =>
        await Assert.ThrowsAsync<FileNotFoundException>(() => LedgerVerifier.VerifyAsync(_folder.File + "x", Cancellation));

    [Fact]
    public async Task VerifyAsync_AnySingleByteOfAnyCanonical_IsFoundAtItsEvent()
    {
        var stored = await FillAsync();
        var bytes = stored.ConvertAll(one => System.Text.Encoding.UTF8.GetBytes(one.Canonical));

        await Gen.Select(Gen.Int[0, stored.Count - 1], Gen.Int[0, int.MaxValue], Gen.Int[1, 255]).SampleAsync(
            async (number, place, change) =>
            {
                var altered = (byte[])bytes[number].Clone();
                altered[place % altered.Length] ^= (byte)change;
                Write(stored[number].Position, altered);
                var found = (await VerifyAsync()).First;
                Write(stored[number].Position, bytes[number]);
                Assert.Equal(new LedgerFault(stored[number].Position, stored[number].Stream, stored[number].Version, LedgerFaultKind.HashDiffers), found);
            },
            iter: 200,
            threads: 1);
        Assert.Null((await VerifyAsync()).First);
    }

    [Fact]
    public async Task VerifyAsync_EventRewrittenWithItsHash_IsFoundAtTheEventAfterIt()
    {
        var stored = await FillAsync();
        var altered = stored[0].Canonical.Replace("0.50", "0.05", StringComparison.Ordinal);
        LedgerDump.Execute(_folder.File, "UPDATE events SET canonical = $c, hash = $h WHERE position = 1", ("$c", altered), ("$h", Hash([], altered)));

        Assert.Equal((2, 2, LedgerFaultKind.HashDiffers), await FaultAsync());
    }

    [Fact]
    public async Task VerifyAsync_LastEventRewrittenWithItsHash_IsFoundByTheHead()
    {
        var stored = await FillAsync();
        var altered = stored[^1].Canonical.Replace("0.50", "0.05", StringComparison.Ordinal);
        LedgerDump.Execute(_folder.File, "UPDATE events SET canonical = $c, hash = $h WHERE position = 8", ("$c", altered), ("$h", Hash([], altered)));

        Assert.Equal((8, 1, LedgerFaultKind.HeadDiffers), await FaultAsync());
    }

    [Theory]
    [InlineData("DELETE FROM events WHERE position = 3", 4, LedgerFaultKind.PositionsMissing)]
    [InlineData("DELETE FROM events WHERE position = 8", 7, LedgerFaultKind.HeadDiffers)]
    [InlineData("DELETE FROM streams WHERE id = 1", 1, LedgerFaultKind.StreamMissing)]
    [InlineData("UPDATE streams SET name = 'r-9' WHERE id = 1", 1, LedgerFaultKind.RowDiffers)]
    [InlineData("UPDATE events SET version = 9 WHERE position = 2", 2, LedgerFaultKind.VersionMissing)]
    [InlineData("UPDATE events SET stream = 2, version = 9 WHERE position = 1", 1, LedgerFaultKind.VersionMissing)]
    [InlineData("UPDATE events SET hash = zeroblob(32) WHERE position = 5", 5, LedgerFaultKind.HashDiffers)]
    [InlineData("UPDATE streams SET hash = zeroblob(32) WHERE id = 2", 7, LedgerFaultKind.HeadDiffers)]
    [InlineData("UPDATE streams SET version = 1 WHERE id = 2", 5, LedgerFaultKind.HeadDiffers)]
    [InlineData("UPDATE personal SET sealed = zeroblob(length(sealed)) WHERE position = 1", 1, LedgerFaultKind.PersonalDiffers)]
    public async Task VerifyAsync_TamperedWith_NamesTheFirstFault(string sql, long position, LedgerFaultKind kind)
    {
        await FillAsync();
        Assert.True(LedgerDump.Execute(_folder.File, sql) > 0);

        var first = (await VerifyAsync()).First;

        Assert.Equal((position, kind), (first!.Position, first.Kind));
    }

    [Fact]
    public async Task VerifyAsync_KeyDestroyed_FindsNothing()
    {
        await FillAsync();
        Assert.True(await _folder.Open().DestroyPersonalKeyAsync("r-1", Cancellation));

        Assert.Null((await VerifyAsync()).First);
    }

    private static byte[] Hash(byte[] previous, string canonical)
    {
        var hash = new byte[EventHash.Bytes];
        EventHash.Compute(previous, System.Text.Encoding.UTF8.GetBytes(canonical), hash);
        return hash;
    }

    private async Task<List<StoredEvent>> FillAsync()
    {
        var ledger = _folder.Open();
        await ledger.AppendAsync([new Append("r-1", "r-1", 0, [.. Life(Samples.Identity)])], Cancellation);
        await ledger.AppendAsync([new Append("r-2", "r-2", 0, [.. Life(null).Take(3)])], Cancellation);
        await ledger.AppendAsync([new Append("r-3", "r-3", 0, [Samples.Collected()])], Cancellation);
        var all = new List<StoredEvent>();
        await foreach (var stored in ledger.ReadAllAsync(0, Cancellation)) all.Add(stored);
        return all;
    }

    private static IEnumerable<DomainEvent> Life(IReadOnlyDictionary<string, string>? personal) =>
    [
        Samples.Collected() with { Personal = personal },
        new RecordEvent.Published(Samples.At),
        new RecordEvent.Corrected(Samples.At, "jieshou-chengguan", "b-2", Samples.Content(), "d2") { Personal = personal },
        new RecordEvent.Withdrawn(Samples.At, "jieshou-chengguan", "x"),
    ];

    private void Write(long position, byte[] canonical) => LedgerDump.Execute(
        _folder.File, "UPDATE events SET canonical = CAST($c AS TEXT) WHERE position = $p", ("$c", canonical), ("$p", position));

    private Task<LedgerVerification> VerifyAsync() => LedgerVerifier.VerifyAsync(_folder.File, Cancellation);

    private async Task<(long Position, long Version, LedgerFaultKind Kind)> FaultAsync()
    {
        var first = (await VerifyAsync()).First!;
        return (first.Position, first.Version, first.Kind);
    }
}
