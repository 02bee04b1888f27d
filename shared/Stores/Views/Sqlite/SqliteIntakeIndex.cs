using EntCredit.Domain.Batches;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger.Sqlite;
using EntCredit.Stores.Views.Projections;

namespace EntCredit.Stores.Views.Sqlite;

/// <summary>The intake's questions, answered by the SQLite ledger's projections.</summary>
public sealed class SqliteIntakeIndex(ReadSessions reads) : IIntakeIndex
{
    private const string Subject = """
        SELECT s.name, s.registered_name IS NOT NULL
            OR (s.root IS NOT NULL AND EXISTS (SELECT 1 FROM subjects f WHERE (f.id = s.root OR f.root = s.root) AND f.registered_name IS NOT NULL))
        FROM aliases a JOIN subjects s ON s.id = a.subject WHERE a.value = ? AND a.kind = ?
        """;

    // What was withdrawn and came again is two records: the one that lives is meant, else the last.
    private const string Record = """
        SELECT s.name FROM record_keys k JOIN streams s ON s.id = k.stream JOIN records r ON r.stream = k.stream WHERE k.key = ?
        ORDER BY r.phase = ?, CASE r.phase WHEN ? THEN -k.stream ELSE k.stream END LIMIT 1
        """;

    // Of several refused rows that share a key the first is found, until it is mended.
    private const string RefusedRecord = """
        SELECT s.name FROM mending_keys k JOIN streams s ON s.id = k.stream WHERE k.key = ? ORDER BY k.stream LIMIT 1
        """;

    private const string AnyRefused = "SELECT 1 FROM mending_keys LIMIT 1";

    private const string Batch = """
        SELECT t.text FROM batches b JOIN terms t ON t.id = b.batch JOIN terms d ON d.id = b.department JOIN terms i ON i.id = b.item
        WHERE b.content = ? AND d.text = ? AND i.text = ? AND t.text <> ? AND b.phase <> ? AND b.withdrawal IS NULL ORDER BY b.read_position LIMIT 1
        """;

    // As Record.AwaitsSubject: what is held for review waits for the register as well.
    private const string Parked = """
        SELECT s.name FROM subjects n JOIN subjects w ON w.id = n.id OR w.root = coalesce(n.root, n.id) OR w.id = n.root
        JOIN records r ON r.subject = w.id JOIN streams s ON s.id = r.stream
        WHERE n.name = ? AND r.phase IN (?, ?) AND r.standing & ? = 0 ORDER BY r.stream
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<(AliasKind Kind, string Value), KnownSubject>> SubjectsAsync(
        IReadOnlyCollection<(AliasKind Kind, string Value)> aliases, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyDictionary<(AliasKind, string), KnownSubject>>(
            session =>
            {
                var found = new Dictionary<(AliasKind, string), KnownSubject>(aliases.Count);
                foreach (var (kind, value) in aliases)
                {
                    var known = session.Prepare(Subject).Bind(value).Bind((long)kind).First(row => (Id: row.Text(0), Registered: row.Number(1) == 1));
                    if (known is { } subject) found[(kind, value)] = new KnownSubject(subject.Id, subject.Registered);
                }

                return found;
            },
            cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> RecordsAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyDictionary<string, string>>(
            session =>
            {
                var found = new Dictionary<string, string>(StringComparer.Ordinal);

                // Mostly nothing waits to be mended at all: then nothing is asked for it.
                var mending = session.Prepare(AnyRefused).First(row => row.Number(0)) is not null;
                foreach (var key in keys)
                {
                    var refused = RecordKeys.IsMending(key);
                    if (refused && !mending) continue;
                    var narrow = NarrowKey.Of(key);
                    var record = refused
                        ? session.Prepare(RefusedRecord).Bind(narrow).FirstText()
                        : session.Prepare(Record).Bind(narrow).Bind((long)RecordPhase.Withdrawn).Bind((long)RecordPhase.Withdrawn).FirstText();
                    if (record is not null) found[key] = record;
                }

                return found;
            },
            cancellation);

    /// <inheritdoc/>
    public Task<bool> AnyRefusedAsync(CancellationToken cancellation) =>
        reads.ReadAsync(session => session.Prepare(AnyRefused).First(row => row.Number(0)) is not null, cancellation);

    /// <inheritdoc/>
    public Task<string?> BatchWithContentAsync(
        string department, string item, string contentSha256, string askingBatch, CancellationToken cancellation) =>
        reads.ReadAsync(
            session => session.Prepare(Batch)
                .Bind(contentSha256)
                .Bind(department)
                .Bind(item)
                .Bind(BatchProjection.IdOf(askingBatch))
                .Bind((long)BatchPhase.Refused)
                .FirstText(),
            cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ParkedRecordsAsync(IReadOnlyCollection<string> subjects, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<string>>(
            session => [.. subjects.SelectMany(subject => session.Prepare(Parked)
                .Bind(subject)
                .Bind((long)RecordPhase.HeldForReview)
                .Bind((long)RecordPhase.Parked)
                .Bind((long)RecordStanding.SubjectRegistered)
                .All(row => row.Text(0)))],
            cancellation);
}
