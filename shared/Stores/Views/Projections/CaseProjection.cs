using EntCredit.Domain.Events;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Projections;

/// <summary>Which jurisdiction each case follows, as its first fact said: what comes later never moves it.</summary>
internal sealed class CaseProjection : IProjection
{
    public const string Tables = """
        CREATE TABLE cases (
            stream INTEGER PRIMARY KEY,
            jurisdiction INTEGER NOT NULL,
            item INTEGER);
        """;

    private const string Add = "INSERT INTO cases (stream, jurisdiction, item) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    public void Apply(in Fact fact, SqliteSession session, Terms terms)
    {
        if (fact.Event is not IOfJurisdiction begun) return;
        session.Prepare(Add).Bind(fact.Stream).Bind(terms.Of(begun.Jurisdiction)).Bind(terms.Number(begun.Item)).Run();
    }
}
