using System.Collections.Concurrent;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Projections;

/// <summary>
/// Makes every projection anew from the events, in the open transaction of a session. Events are read and decoded beside it; the indexes of the two largest tables
/// are left out meanwhile and made at the end, sorted: kept up row by row, they take more time than all else.
/// </summary>
internal sealed class ProjectionRebuild(string path, SqliteSession session, ProjectionSet projections)
{
    private const string Events = """
        SELECT e.position, e.stream, s.name, e.canonical, e.version FROM events e JOIN streams s ON s.id = e.stream WHERE e.position > ? ORDER BY e.position
        """;

    private const string Indexes = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('records', 'obligations') ORDER BY name";
    private const int Batch = 500, Batches = 8;

    public void Run(CancellationToken cancellation)
    {
        projections.Forget();
        var indexes = session.Prepare(Indexes).All(row => (Name: row.Text(0), Sql: row.Text(1)));
        foreach (var index in indexes) session.Execute($"DROP INDEX {index.Name}");
        foreach (var table in ProjectionSet.TableNames) session.Execute($"DELETE FROM {table}");

        var last = Apply(Committed(cancellation), 0, cancellation);

        // What the transaction itself has appended before, which nobody else sees.
        Apply(FactsOf(session, last), last, cancellation);
        projections.Complete();
        foreach (var index in indexes) session.Execute(index.Sql);
    }

    private long Apply(IEnumerable<Fact> facts, long last, CancellationToken cancellation)
    {
        foreach (var fact in facts)
        {
            cancellation.ThrowIfCancellationRequested();
            projections.Apply(fact);
            last = fact.Position;
        }

        return last;
    }

    // Read by a session of its own, on a thread of its own, which sees what was committed before.
    private IEnumerable<Fact> Committed(CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var ahead = new BlockingCollection<List<Fact>>(Batches);
        var reading = Task.Run(() => Read(ahead, stop.Token), CancellationToken.None);
        try
        {
            foreach (var batch in ahead.GetConsumingEnumerable(cancellation))
                foreach (var fact in batch) yield return fact;
            reading.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            Task.WhenAny(reading).GetAwaiter().GetResult();
        }
    }

    private void Read(BlockingCollection<List<Fact>> ahead, CancellationToken stop)
    {
        try
        {
            using var reads = ReadSessions.Open(path);
            var batch = new List<Fact>(Batch);
            foreach (var fact in FactsOf(reads, 0))
            {
                batch.Add(fact);
                if (batch.Count < Batch) continue;
                ahead.Add(batch, stop);
                batch = new List<Fact>(Batch);
            }

            ahead.Add(batch, stop);
        }
        finally
        {
            ahead.CompleteAdding();
        }
    }

    private static IEnumerable<Fact> FactsOf(SqliteSession from, long after)
    {
        var events = from.Prepare(Events).Bind(after);
        try
        {
            while (events.Step()) yield return new Fact(events.Number(0), events.Number(1), events.Text(2), EventCodec.Decode(events.Bytes(3)), events.Number(4) == 1);
        }
        finally
        {
            events.Reset();
        }
    }
}
