using EntCredit.Domain.Credit;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Sqlite;

/// <summary>What credit is judged by, by the SQLite ledger's projections; each record's content is read from the event that holds it.</summary>
public sealed class SqliteCreditBook(ReadSessions reads) : ICreditBook
{
    // Subjects that were found to be one are judged as one.
    private const string Records = $"""
        SELECT s.name, p.text, r.phase, e.canonical
        FROM records r JOIN streams s ON s.id = r.stream JOIN terms p ON p.id = r.provider JOIN events e ON e.position = r.content
        WHERE r.subject IN {SubjectFamily.MembersWith} AND r.phase IN (2, 3, 4, 5, 6) ORDER BY r.stream
        """;

    // What the register says stays true of an enterprise while a case hides it.
    private const string InRegister = """
        FROM records g JOIN terms i ON i.id = g.item JOIN terms j ON j.id = g.jurisdiction
        WHERE i.text = 'register' AND g.phase IN (2, 3, 4, 5, 6, 8)
        """;

    private const string Jurisdiction = $"SELECT j.text {InRegister} AND g.subject IN {SubjectFamily.MembersWith} ORDER BY g.stream DESC LIMIT 1";

    private const string WithRecords = $"""
        SELECT DISTINCT t.name FROM terms k JOIN records r ON r.item = k.id JOIN subjects w ON w.id = r.subject JOIN subjects t ON t.id = coalesce(w.root, w.id)
        WHERE k.text IN (SELECT value FROM json_each(?1))
        AND EXISTS (SELECT 1 {InRegister} AND g.subject IN (SELECT t.id UNION ALL SELECT f.id FROM subjects f WHERE f.root = t.id) AND j.text = ?2) ORDER BY t.name
        """;

    // Of several rows the newest speaks; an enterprise of which it says 注销 or 吊销 is inspected by nobody.
    private const string Entities = $"""
        SELECT w.name, coalesce(
            (SELECT a.value FROM aliases a WHERE a.subject = w.id AND a.kind = 0 ORDER BY a.position DESC LIMIT 1),
            (SELECT a.value FROM subjects f JOIN aliases a ON a.subject = f.id WHERE f.root = w.id AND a.kind = 0 ORDER BY a.position DESC LIMIT 1),
            (SELECT a.value FROM aliases a WHERE a.subject = w.id AND a.kind = 1 ORDER BY a.position DESC LIMIT 1),
            (SELECT a.value FROM subjects f JOIN aliases a ON a.subject = f.id WHERE f.root = w.id AND a.kind = 1 ORDER BY a.position DESC LIMIT 1))
        FROM (SELECT coalesce((SELECT root FROM subjects WHERE id = g.subject), g.subject) AS subject, max(g.content) AS content {InRegister} AND j.text = ? GROUP BY 1) n
        JOIN subjects w ON w.id = n.subject JOIN events e ON e.position = n.content
        WHERE (w.registered_name IS NOT NULL OR EXISTS (SELECT 1 FROM subjects f WHERE f.root = w.id AND f.registered_name IS NOT NULL))
        AND coalesce(json_extract(e.canonical, '$.data.content.fields.DJZT'), '') NOT LIKE '%注销%'
        AND coalesce(json_extract(e.canonical, '$.data.content.fields.DJZT'), '') NOT LIKE '%吊销%'
        AND coalesce(json_extract(e.canonical, '$.data.content.status'), 'valid') = 'valid'
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, IReadOnlyList<CreditRecord>>> RecordsAsync(IReadOnlyCollection<string> subjects, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyDictionary<string, IReadOnlyList<CreditRecord>>>(
            session => subjects.Distinct(StringComparer.Ordinal).ToDictionary(subject => subject, subject => Of(session, subject), StringComparer.Ordinal), cancellation);

    /// <inheritdoc/>
    public Task<string?> JurisdictionOfAsync(string subject, CancellationToken cancellation) =>
        reads.ReadAsync(session => session.Prepare(Jurisdiction).Bind(subject).FirstText(), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> WithRecordsAsync(string jurisdiction, IReadOnlyCollection<string> items, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<string>>(
            session => session.Prepare(WithRecords).Bind(System.Text.Json.JsonSerializer.Serialize(items)).Bind(jurisdiction).All(row => row.Text(0)), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RegisteredEntity>> EntitiesAsync(string jurisdiction, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<RegisteredEntity>>(
            session => [.. session.Prepare(Entities).Bind(jurisdiction).All(row => (Subject: row.Text(0), Number: row.TextOrNull(1)))
                .Where(row => row.Number is not null)
                .Select(row => new RegisteredEntity(row.Subject, row.Number!))
                .OrderBy(entity => entity.Number, StringComparer.Ordinal)],
            cancellation);

    private static IReadOnlyList<CreditRecord> Of(SqliteSession session, string subject) =>
    [
        .. session.Prepare(Records).Bind(subject)
            .All(row => (Id: row.Text(0), Provider: row.Text(1), Phase: (RecordPhase)row.Number(2), Content: ContentOf(row)))
            .Where(record => record.Content.Status == ContentStatus.Valid)
            .Select(record => new CreditRecord(
                record.Id, record.Content.Item, record.Provider, record.Content.GeneratedOn, record.Phase == RecordPhase.Published, record.Content.Fields)),
    ];

    private static RecordContent ContentOf(Statement row) => EventCodec.Decode(row.Bytes(3)) switch
    {
        RecordEvent.Collected e => e.Content,
        RecordEvent.Corrected e => e.Content,
        var other => throw new InvalidOperationException($"A collected record's content lies in no {other.GetType().Name}."),
    };
}
