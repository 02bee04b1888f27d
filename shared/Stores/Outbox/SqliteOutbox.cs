using System.Globalization;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Outbox;

/// <summary>
/// The outbox of the SQLite ledger: a position, in the ledger's own file. Positions are given by one writer at a time and become visible in their order, so that nothing
/// can appear behind the cursor. A ledger that is older than its outbox begins at its end: nobody waits for what happened before there were messages.
/// </summary>
public sealed class SqliteOutbox(SqliteLedger ledger) : IOutbox
{
    /// <summary>What makes its table; a ledger from before has none.</summary>
    internal const string Table = """
        CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY CHECK (id = 1), position INTEGER NOT NULL);
        INSERT OR IGNORE INTO outbox (id, position) SELECT 1, coalesce(max(position), 0) FROM events;
        """;

    // So many events are looked at in one go; after so many without a message the cursor is moved all the same.
    private const int AtOnce = 5_000;

    private const string Cursor = "SELECT position FROM outbox WHERE id = 1";

    private const string After = """
        SELECT e.position, s.name, e.version FROM events e JOIN streams s ON s.id = e.stream WHERE e.position > ? ORDER BY e.position LIMIT ?
        """;

    private const string Move = "UPDATE outbox SET position = ?1 WHERE id = 1 AND position < ?1";

    private long seen = -1;

    /// <inheritdoc/>
    public Task<OutboxPage> NextAsync(IReadOnlyList<string> streams, CancellationToken cancellation) =>
        ledger.Reads.ReadAsync(
            session =>
            {
                var sent = session.Prepare(Cursor).First(row => row.Number(0)) ?? 0;
                var from = Math.Max(sent, Volatile.Read(ref seen));
                var (events, through, count) = (new List<OutboxEvent>(), from, 0);
                var rows = session.Prepare(After).Bind(from).Bind(AtOnce);
                for (; rows.Step(); count++)
                {
                    through = rows.Number(0);
                    var stream = rows.Text(1);
                    foreach (var begin in streams)
                    {
                        if (!stream.StartsWith(begin, StringComparison.Ordinal)) continue;
                        events.Add(new OutboxEvent(stream, rows.Number(2)));
                        break;
                    }
                }

                return new OutboxPage(events, through.ToString(CultureInfo.InvariantCulture), count == AtOnce);
            },
            cancellation);

    /// <inheritdoc/>
    public async Task SentAsync(OutboxPage page, CancellationToken cancellation)
    {
        var through = long.Parse(page.Place, CultureInfo.InvariantCulture);

        // A page without messages costs no durable write: it would be looked through again after a start, no more.
        if (page.Events.Count > 0 || page.More)
            await ledger.MoveOutboxAsync(target => target.Session.Prepare(Move).Bind(through).Run(), cancellation);
        Volatile.Write(ref seen, Math.Max(through, Volatile.Read(ref seen)));
    }
}
