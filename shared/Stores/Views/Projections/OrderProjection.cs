using EntCredit.Domain.Seals;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Projections;

/// <summary>The ledger's order where it is a fact: which number the first event of each span has. Empty where positions are the order.</summary>
internal sealed class OrderProjection : IProjection
{
    public const string Tables = """
        CREATE TABLE IF NOT EXISTS order_spans (first INTEGER PRIMARY KEY, stream TEXT NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS order_spans_of_stream ON order_spans (stream, high);
        """;

    public void Apply(in Fact fact, SqliteSession session, Terms terms)
    {
        if (fact.Event is not OrderExtended extended) return;
        var first = extended.From;
        foreach (var span in extended.Spans)
        {
            session.Prepare("INSERT INTO order_spans (first, stream, low, high) VALUES (?, ?, ?, ?)").Bind(first).Bind(span.Stream).Bind(span.From).Bind(span.Through).Run();
            first += span.Through - span.From + 1;
        }
    }
}
