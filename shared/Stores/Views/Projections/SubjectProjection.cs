using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Projections;

/// <summary>Who is known by which number, whom the register has brought, and who was found to be whom.</summary>
internal sealed class SubjectProjection : IProjection
{
    // merged_into is what was decided; root, where that leads in the end. Both null of a subject that stands by itself.
    public const string Tables = """
        CREATE TABLE subjects (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            registered_name TEXT,
            address TEXT,
            region TEXT,
            merged_into INTEGER,
            root INTEGER);
        CREATE INDEX subjects_of_root ON subjects (root) WHERE root IS NOT NULL;
        CREATE TABLE former_names (
            subject INTEGER NOT NULL,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (subject, position)) WITHOUT ROWID;
        CREATE TABLE subject_merges (
            position INTEGER NOT NULL,
            subject INTEGER NOT NULL,
            PRIMARY KEY (position, subject)) WITHOUT ROWID;
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

    private const string Register = "UPDATE subjects SET registered_name = ?, address = ?, region = ? WHERE id = ?";

    // A subject that was renamed keeps what it was called before.
    private const string KeepName = """
        INSERT INTO former_names (subject, position, name) SELECT id, ?2, registered_name FROM subjects WHERE id = ?1 AND registered_name <> ?3
        """;

    // Whatever was merged into this one, and into those, comes under the root.
    private const string Lead = """
        WITH RECURSIVE family (id) AS (SELECT ?1 UNION SELECT s.id FROM subjects s JOIN family f ON s.merged_into = f.id WHERE s.root IS NOT NULL)
        UPDATE subjects SET root = nullif(?2, id) WHERE id IN (SELECT id FROM family) RETURNING id
        """;

    public void Apply(in Fact fact, SqliteSession session, Terms terms)
    {
        switch (fact.Event)
        {
            case SubjectEvent.KnownAs e:
                session.Prepare(AddAlias).Bind(e.Value).Bind((long)e.Kind).Bind(terms.OfSubject(fact.StreamName)).Bind(fact.Position).Run();
                break;
            case SubjectEvent.Registered e:
                var number = NumberOf(session, fact.StreamName);
                session.Prepare(KeepName).Bind(number).Bind(fact.Position).Bind(e.Name).Run();
                session.Prepare(Register).Bind(e.Name).Bind(e.Address).Bind(e.Region).Bind(number).Run();
                break;
            case SubjectEvent.MergedInto e:
                Move(fact, session, NumberOf(session, e.Into));
                break;
            case SubjectEvent.Separated:
                Move(fact, session, null);
                break;
        }
    }

    /// <summary>A subject's number, given at first sight: a record may name it before its own stream begins.</summary>
    public static long NumberOf(SqliteSession session, string subject) =>
        session.Prepare("SELECT id FROM subjects WHERE name = ?").Bind(subject).First(row => row.Number(0))
        ?? session.Prepare("INSERT INTO subjects (name) VALUES (?) RETURNING id").Bind(subject).First(row => row.Number(0))!.Value;

    private static void Move(in Fact fact, SqliteSession session, long? into)
    {
        var number = NumberOf(session, fact.StreamName);
        session.Prepare("UPDATE subjects SET merged_into = ?, root = coalesce(root, id) WHERE id = ?").Bind(into).Bind(number).Run();
        foreach (var moved in session.Prepare(Lead).Bind(number).Bind(into is { } kept ? RootOf(session, kept) : number).All(row => row.Number(0)))
            session.Prepare("INSERT INTO subject_merges (position, subject) VALUES (?, ?)").Bind(fact.Position).Bind(moved).Run();
    }

    /// <summary>The subject under which another is shown: itself, unless it was merged.</summary>
    public static long RootOf(SqliteSession session, long subject) =>
        session.Prepare("SELECT root FROM subjects WHERE id = ?").Bind(subject).First(row => row.NumberOrNull(0) ?? subject) ?? subject;
}
