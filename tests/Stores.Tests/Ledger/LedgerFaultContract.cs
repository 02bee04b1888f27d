using EntCredit.Domain.Batches;
using EntCredit.Domain.Records;
using EntCredit.Stores.Ledger;
using Microsoft.Azure.Cosmos;

namespace EntCredit.Stores.Tests.Ledger;

/// <summary>
/// What every store of the ledger bears: a command of several streams, done again as callers do it (load, decide, append; where it fails, from the beginning), ends with the same ledger whatever went wrong
/// at whichever step.
/// </summary>
public abstract class LedgerFaultContract
{
    private const int Patience = 12;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Mishap.AnswerLost)]
    [InlineData(Mishap.VersionTaken)]
    [InlineData(Mishap.Throttled)]
    [InlineData(Mishap.Crash)]
    public async Task RetriedCommand_AnyMishapAtAnyStep_EndsAsWithoutIt(Mishap mishap)
    {
        var expected = await RunAsync(null, 0);
        Assert.Equal(5, expected!.Count);
        var step = 0;
        for (; await RunAsync(mishap, step) is { } ledger; step++) Assert.Equal(expected, ledger);
        Assert.True(step > 1, $"Only {step} steps were there to go wrong.");
    }

    /// <summary>Runs <see cref="CommandAsync"/> on a new ledger, with a mishap at one step, and gives what the ledger holds in the end; null where there is no such step.</summary>
    protected abstract Task<IReadOnlyList<string>?> RunAsync(Mishap? mishap, int step);

    /// <summary>Does it until it is done.</summary>
    protected static async Task CommandAsync(Func<ILedger> open)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                await AttemptAsync(open());
                return;
            }
            catch (Exception e) when (tried < Patience && e is LedgerConflictException or InvalidOperationException or CosmosException or HttpRequestException or TimeoutException)
            {
                // From the beginning.
            }
        }
    }

    /// <summary>Every event in words, its chain recomputed.</summary>
    protected static async Task<IReadOnlyList<string>> ReadAsync(ILedger ledger)
    {
        var all = new List<string>();
        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var stored in ledger.ReadAllAsync(0, Cancellation))
        {
            var hash = new byte[EventHash.Bytes];
            EventHash.Compute(Convert.FromHexString(last.GetValueOrDefault(stored.Stream, string.Empty)), System.Text.Encoding.UTF8.GetBytes(stored.Canonical), hash);
            Assert.Equal(Convert.ToHexStringLower(hash), stored.Hash);
            last[stored.Stream] = stored.Hash;
            all.Add($"{stored.Stream} {stored.Version} {stored.Canonical} {stored.Hash}");
        }

        return [.. all.Order(StringComparer.Ordinal)];
    }

    // Two records of one subject and the upload's word that they are taken; then one of them is published.
    private static async Task AttemptAsync(ILedger ledger)
    {
        var loaded = await ledger.LoadManyAsync(["r-1", "r-2", "batch-1"], Cancellation);
        var taken = new BatchEvent.SegmentTaken(Samples.At, 0, new BatchCounts(2, 2, 0, 0, 0, 0, 0, 0, 0));
        Append[] all =
        [
            Collect("r-1", "界城罚〔2026〕1号"),
            Collect("r-2", "界城罚〔2026〕2号"),
            new Append("batch-1", "batch-1", 0, [taken, new BatchEvent.ReviewDone(Samples.At, "jieshou-chengguan")]),
        ];
        Append[] missing = [.. all.Where(append => loaded[append.Stream].Version == 0)];
        if (missing.Length > 0) await ledger.AppendAsync(missing, Cancellation);
        var record = await ledger.LoadAsync("r-1", Cancellation);
        if (record.Version == 1) await ledger.AppendAsync([new Append("r-1", Samples.Subject, 1, [new RecordEvent.Published(Samples.At)])], Cancellation);
    }

    private static Append Collect(string stream, string number) =>
        new(stream, Samples.Subject, 0, [Samples.Collected() with { Content = Samples.Content(number), Personal = null }]) { ClaimsIdentity = true };
}
