using EntCredit.Stores.Ledger;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Projections;

/// <summary>Makes every projection anew from the events.</summary>
internal static class ProjectionRebuild
{
    private const string Events = """
        SELECT e.position, e.stream, s.name, e.canonical, e.version FROM events e JOIN streams s ON s.id = e.stream ORDER BY e.position
        """;

    public static void Run(SqliteSession session, ProjectionSet projections, CancellationToken cancellation)
    {
        projections.Forget();
        foreach (var table in ProjectionSet.TableNames) session.Execute($"DELETE FROM {table}");
        var events = session.Prepare(Events);
        try
        {
            while (events.Step())
            {
                cancellation.ThrowIfCancellationRequested();
                projections.Apply(new Fact(events.Number(0), events.Number(1), events.Text(2), EventCodec.Decode(events.Bytes(3)), events.Number(4) == 1));
            }

            projections.Complete();
        }
        finally
        {
            events.Reset();
        }
    }
}
