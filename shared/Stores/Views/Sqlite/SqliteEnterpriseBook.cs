using System.Text.Json;
using EntCredit.Domain.Events;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Sqlite;

/// <summary>Everything about an enterprise, by the SQLite ledger's projections; each record's content is read from the event that holds it.</summary>
public sealed class SqliteEnterpriseBook(ReadSessions reads) : IEnterpriseBook
{
    private const string Columns = """
        SELECT s.name, p.text, j.text, r.phase, e.canonical, r.collected_at, r.published_at, r.corrected_at, c.text,
            (SELECT min(h.hidden_since) FROM case_effects h WHERE h.record = r.stream),
            (SELECT t.text FROM record_cases o JOIN terms t ON t.id = o.jurisdiction WHERE o.record = s.name AND o.marked = 1 LIMIT 1)
        """;

    private const string Joined = """
        JOIN streams s ON s.id = r.stream JOIN terms p ON p.id = r.provider JOIN terms j ON j.id = r.jurisdiction JOIN events e ON e.position = r.content
        LEFT JOIN terms c ON c.id = r.corrected_by
        """;

    private const string Records = $"""
        {Columns} FROM records r {Joined} WHERE r.subject IN {SubjectFamily.Members} AND r.stream < ?2 ORDER BY r.stream DESC LIMIT ?3
        """;

    // A refused row is one of which the mending is still owed: its provider's open duties lead to it, few beside all that it sent.
    private const string Refused = $"""
        {Columns}
        FROM terms d JOIN obligations b INDEXED BY obligations_owed ON b.debtor = d.id JOIN terms u ON u.id = b.rule AND u.text = '{RecordDuties.Mending}'
        JOIN records r ON r.stream = b.about {Joined}
        WHERE b.closed_at IS NULL AND d.text IN (SELECT value FROM json_each(?1))
        AND (json_extract(e.canonical, '$.data.content.subject.creditCode') IN (SELECT value FROM json_each(?2))
            OR json_extract(e.canonical, '$.data.content.subject.registrationNumber') IN (SELECT value FROM json_each(?2)))
        ORDER BY r.stream DESC LIMIT ?3
        """;

    /// <inheritdoc/>
    public Task<FiledEnterprise?> FindAsync(string number, CancellationToken cancellation) => reads.ReadAsync(
        session => SubjectFamily.Of(session, number) is { } family
            ? new FiledEnterprise(
                family.Id,
                family.Name,
                family.Number(session, AliasKind.CreditCode),
                family.Number(session, AliasKind.RegistrationNumber),
                family.Address,
                [.. family.AllNames(session).Where(name => name != family.Name)],
                family.Numbers(session),
                session.Prepare($"SELECT name FROM subjects WHERE id IN {SubjectFamily.Members} ORDER BY id").Bind(family.Root).All(row => row.Text(0)))
            : null,
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<FiledRecord>> RecordsAsync(string subject, string? after, int limit, CancellationToken cancellation) => reads.ReadAsync<IReadOnlyList<FiledRecord>>(
        session => SubjectFamily.OfSubject(session, subject) is { } family
            ? session.Prepare(Records).Bind(family.Root).Bind(SqliteCaseIndex.NumberBefore(session, after)).Bind(limit).All(Read)
            : [],
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<FiledRecord>> RefusedAsync(
        IReadOnlyCollection<string> numbers, IReadOnlyCollection<string> providers, int limit, CancellationToken cancellation) => reads.ReadAsync<IReadOnlyList<FiledRecord>>(
        session => session.Prepare(Refused).Bind(JsonSerializer.Serialize(providers)).Bind(JsonSerializer.Serialize(numbers)).Bind(limit).All(Read), cancellation);

    private static FiledRecord Read(Statement row) => new(
        row.Text(0),
        row.Text(1),
        row.Text(2),
        (RecordPhase)row.Number(3),
        ContentOf(EventCodec.Decode(row.Bytes(4))),
        Instants.Of(row.NumberOrNull(5)),
        Instants.Of(row.NumberOrNull(6)),
        Instants.Of(row.NumberOrNull(7)),
        row.TextOrNull(8),
        Instants.Of(row.NumberOrNull(9)),
        row.TextOrNull(10));

    private static RecordContent ContentOf(DomainEvent happened) => happened switch
    {
        RecordEvent.Collected e => e.Content,
        RecordEvent.Corrected e => e.Content,
        RecordEvent.Refused e => e.Content,
        _ => throw new InvalidOperationException($"A record's content lies in no {happened.GetType().Name}."),
    };
}
