using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Sqlite;

/// <summary>An enterprise as it is shown: a subject that stands by itself, together with all that were found to be it.</summary>
/// <param name="Root">The subject's number.</param>
/// <param name="Id">Its internal id.</param>
/// <param name="Name">Its name by the register, or that of one that was found to be it; null where the register knows none of them.</param>
/// <param name="Address">Its address by the register, or null.</param>
internal sealed record SubjectFamily(long Root, string Id, string? Name, string? Address)
{
    /// <summary>The numbers of all of a family's subjects, of its root ?1.</summary>
    public const string Members = "(SELECT ?1 UNION ALL SELECT id FROM subjects WHERE root = ?1)";

    /// <summary>The numbers of all subjects that were found to be one with the subject of the name ?1, itself included; none where nobody has the name.</summary>
    public const string MembersWith = """
        (SELECT coalesce(n.root, n.id) FROM subjects n WHERE n.name = ?1 UNION ALL SELECT m.id FROM subjects n JOIN subjects m ON m.root = coalesce(n.root, n.id) WHERE n.name = ?1)
        """;

    private const string ByNumber = """
        SELECT coalesce(s.root, s.id) FROM aliases a JOIN subjects s ON s.id = a.subject WHERE a.value = ? ORDER BY s.registered_name IS NULL, a.kind LIMIT 1
        """;

    private const string ById = """
        SELECT id, name, coalesce(registered_name, (SELECT registered_name FROM subjects f WHERE f.root = s.id AND f.registered_name IS NOT NULL ORDER BY f.id LIMIT 1)), address
        FROM subjects s WHERE id = ?
        """;

    private const string Alias = $"SELECT value FROM aliases WHERE subject IN {Members} AND kind = ?2 ORDER BY subject = ?1 DESC, position DESC LIMIT 1";

    private const string Aliases = $"SELECT value FROM aliases WHERE subject IN {Members} ORDER BY kind, position DESC";

    private const string Names = $"""
        SELECT name FROM (
            SELECT registered_name AS name, id = ?1 AS own, 9223372036854775807 AS position FROM subjects WHERE id IN {Members} AND registered_name IS NOT NULL
            UNION ALL SELECT name, subject = ?1, position FROM former_names WHERE subject IN {Members}) ORDER BY own DESC, position DESC
        """;

    /// <summary>The enterprise known by a number, whether the register knows it or not; null where nobody has the number.</summary>
    public static SubjectFamily? Of(SqliteSession session, string number) =>
        session.Prepare(ByNumber).Bind(number).First(row => row.Number(0)) is { } root ? Of(session, root) : null;

    /// <summary>The enterprise under which a subject is shown.</summary>
    public static SubjectFamily? OfSubject(SqliteSession session, string subject) =>
        session.Prepare("SELECT coalesce(root, id) FROM subjects WHERE name = ?").Bind(subject).First(row => row.Number(0)) is { } root ? Of(session, root) : null;

    /// <summary>The enterprise of a root.</summary>
    public static SubjectFamily Of(SqliteSession session, long root) =>
        session.Prepare(ById).Bind(root).All(row => new SubjectFamily(row.Number(0), row.Text(1), row.TextOrNull(2), row.TextOrNull(3))).Single();

    /// <summary>Its newest number of a kind, or null.</summary>
    public string? Number(SqliteSession session, AliasKind kind) => session.Prepare(Alias).Bind(Root).Bind((long)kind).FirstText();

    /// <summary>Every number by which it is known.</summary>
    public List<string> Numbers(SqliteSession session) => session.Prepare(Aliases).Bind(Root).All(row => row.Text(0));

    /// <summary>Every name that it, or one found to be it, has or had; its own of today first.</summary>
    public IEnumerable<string> AllNames(SqliteSession session) => session.Prepare(Names).Bind(Root).All(row => row.Text(0)).Distinct(StringComparer.Ordinal);
}
