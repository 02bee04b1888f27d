using EntCredit.Domain.Seals;
using EntCredit.Stores.Ledger.Seals;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>
/// The order of a ledger on Cosmos DB, which by itself has one within a stream only: whoever extends it writes down, as a fact, in which order his copy's new events are numbered (docs/adr/0026). Everybody
/// else reads it from his own copy.
/// </summary>
internal sealed class FactualOrder(ILedger ledger, LedgerReplica replica, SqliteLedger copy, TimeProvider legal) : ILedgerOrder
{
    // What one event holds: some hundred kilobytes.
    private const int SpansAtOnce = 2_000;

    private const int Tries = 1_000;

    private const string Unordered = """
        SELECT s.name, coalesce((SELECT max(o.high) FROM order_spans o WHERE o.stream = s.name), 0) + 1 AS low, s.version FROM streams s
        WHERE s.name <> ? AND s.version >= low ORDER BY s.name LIMIT ?
        """;

    /// <inheritdoc/>
    public async Task<long> ExtendAsync(CancellationToken cancellation)
    {
        await replica.CatchUpAsync(cancellation);
        for (var tried = 1; ; tried++)
        {
            var (last, version, spans) = await copy.Reads.ReadAsync(Missing, cancellation);
            if (spans.Count == 0) return last;
            var extended = new OrderExtended(legal.GetUtcNow(), last + 1, last + spans.Sum(span => span.Through - span.From + 1), spans);
            var isMine = true;
            try
            {
                await ledger.AppendAsync([new Append(OrderExtended.Stream, OrderExtended.Stream, version, [extended])], cancellation);
            }
            catch (LedgerConflictException)
            {
                // Somebody else went on with it: his numbers stand, and what he had not seen comes after.
                isMine = false;
            }

            // The copy may have been behind: what is numbered is not numbered again.
            await replica.CatchUpAsync(cancellation);
            if ((isMine && spans.Count < SpansAtOnce) || tried == Tries) return await copy.Reads.ReadAsync(OrderedHashes.Last, cancellation);
        }
    }

    /// <inheritdoc/>
    public Task<string> RootAsync(long from, long through, CancellationToken cancellation) => copy.RootAsync(from, through, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DaySeal>> SealsAsync(int most, CancellationToken cancellation) => copy.SealsAsync(most, cancellation);

    private static (long Last, long Version, List<StreamSpan> Spans) Missing(SqliteSession session) => (
        session.Prepare("SELECT first + high - low FROM order_spans ORDER BY first DESC LIMIT 1").First(row => row.Number(0)) ?? 0,
        session.Prepare("SELECT version FROM streams WHERE name = ?").Bind(OrderExtended.Stream).First(row => row.Number(0)) ?? 0,
        session.Prepare(Unordered).Bind(OrderExtended.Stream).Bind(SpansAtOnce).All(row => new StreamSpan(row.Text(0), row.Number(1), row.Number(2))));
}
