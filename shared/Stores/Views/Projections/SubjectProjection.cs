using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Projections;

/// <summary>Who is known by which number, and whom the register has brought.</summary>
internal sealed class SubjectProjection : IProjection
{
    public const string Tables = """
        CREATE TABLE subjects (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            registered_name TEXT);
        CREATE TABLE aliases (
            value TEXT NOT NULL,
            kind INTEGER NOT NULL,
            subject INTEGER NOT NULL,
            position INTEGER NOT NULL,
            PRIMARY KEY (value, kind)) WITHOUT ROWID;
        CREATE INDEX aliases_of_subject ON aliases (subject);
        """;

    // Two subjects that claim one number are found by whoever was first; merging them is a fact of its own.
    private const string AddAlias = "INSERT INTO aliases (value, kind, subject, position) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";

    public void Apply(in Fact fact, SqliteSession session, Terms terms)
    {
        switch (fact.Event)
        {
            case SubjectEvent.KnownAs e:
                session.Prepare(AddAlias).Bind(e.Value).Bind((long)e.Kind).Bind(terms.OfSubject(fact.StreamName)).Bind(fact.Position).Run();
                break;
            case SubjectEvent.Registered e:
                session.Prepare("UPDATE subjects SET registered_name = ? WHERE id = ?").Bind(e.Name).Bind(NumberOf(session, fact.StreamName)).Run();
                break;
        }
    }

    /// <summary>A subject's number, given at first sight: a record may name it before its own stream begins.</summary>
    public static long NumberOf(SqliteSession session, string subject) =>
        session.Prepare("SELECT id FROM subjects WHERE name = ?").Bind(subject).First(row => row.Number(0))
        ?? session.Prepare("INSERT INTO subjects (name) VALUES (?) RETURNING id").Bind(subject).First(row => row.Number(0))!.Value;
}
