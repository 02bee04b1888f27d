using System.Net;
using System.Security.Cryptography;
using EntCredit.Stores.Ledger;
using Microsoft.Azure.Cosmos;

namespace EntCredit.Stores.Tests.Ledger;

/// <summary>On SQLite a step is a call; a crash leaves the write-ahead log cut off at any of its frames.</summary>
public sealed class SqliteLedgerFaultTests : LedgerFaultContract
{
    // Of the file format: a header of 32 bytes, then frames of 24 bytes and a page each.
    private const int WalHeader = 32;
    private const int Frame = 24 + 4096;

    protected override Task<IReadOnlyList<string>?> RunAsync(Mishap? mishap, int step) => mishap == Mishap.Crash ? CrashedAsync(step) : FailedAsync(mishap, step);

    private static async Task<IReadOnlyList<string>?> FailedAsync(Mishap? mishap, int step)
    {
        using var folder = new LedgerFolder();
        var ledger = new Failing(folder.Open(), mishap, step);
        await CommandAsync(() => ledger);
        if (!ledger.Failed && mishap is not null) return null;
        Assert.Null((await LedgerVerifier.VerifyAsync(folder.File, Cancellation)).First);
        return await ReadAsync(folder.Open());
    }

    private static async Task<IReadOnlyList<string>?> CrashedAsync(int step)
    {
        using var whole = new LedgerFolder();
        using var cut = new LedgerFolder();
        await CommandAsync(whole.Open);
        var log = await ReadSharedAsync(whole.File + "-wal");
        var kept = WalHeader + step * Frame;
        if (kept > log.Length) return null;
        await File.WriteAllBytesAsync(cut.File, await ReadSharedAsync(whole.File), Cancellation);
        await File.WriteAllBytesAsync(cut.File + "-wal", log[..kept], Cancellation);

        await CommandAsync(cut.Open);
        Assert.Null((await LedgerVerifier.VerifyAsync(cut.File, Cancellation)).First);
        return await ReadAsync(cut.Open());
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, Cancellation);
        return bytes;
    }

    private sealed class Failing(ILedger ledger, Mishap? mishap, int step) : ILedger
    {
        private int _left = step;

        public bool Failed { get; private set; }

        public bool IsAtomic => ledger.IsAtomic;

        public async Task<LoadedStream> LoadAsync(string stream, CancellationToken cancellation)
        {
            if (mishap == Mishap.Throttled && IsNow()) throw Throttled();
            return await ledger.LoadAsync(stream, cancellation);
        }

        public async Task<IReadOnlyDictionary<string, LoadedStream>> LoadManyAsync(IReadOnlyCollection<string> streams, CancellationToken cancellation)
        {
            if (mishap == Mishap.Throttled && IsNow()) throw Throttled();
            return await ledger.LoadManyAsync(streams, cancellation);
        }

        public async Task AppendAsync(IReadOnlyList<Append> appends, CancellationToken cancellation)
        {
            var now = mishap is not null && IsNow();
            if (now && mishap == Mishap.Throttled) throw Throttled();
            if (now && mishap == Mishap.VersionTaken) throw new LedgerConflictException(appends[0].Stream, 0, 1);
            await ledger.AppendAsync(appends, cancellation);
            if (now) throw new TimeoutException();
        }

        public IAsyncEnumerable<StoredEvent> ReadAllAsync(long after, CancellationToken cancellation) => ledger.ReadAllAsync(after, cancellation);

        private static CosmosException Throttled() => new("Request rate is large.", HttpStatusCode.TooManyRequests, 3200, string.Empty, 1);

        private bool IsNow()
        {
            if (_left-- != 0) return false;
            return Failed = true;
        }
    }
}
