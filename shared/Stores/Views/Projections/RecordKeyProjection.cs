using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Projections;

/// <summary>
/// The keys by which a row finds its record, as 16 bytes (<see cref="NarrowKey"/>): narrow, since this is the index that grows in no order. A withdrawn record keeps
/// its key, so that the same row again is known for what it is; a refused row's mending keys go when it is mended or taken back.
/// </summary>
internal sealed class RecordKeyProjection : IProjection
{
    public const string Tables = """
        CREATE TABLE record_keys (
            key BLOB NOT NULL,
            stream INTEGER NOT NULL,
            PRIMARY KEY (key, stream)) WITHOUT ROWID;
        CREATE TABLE mending_keys (
            key BLOB NOT NULL,
            stream INTEGER NOT NULL,
            PRIMARY KEY (key, stream)) WITHOUT ROWID;
        CREATE INDEX mending_keys_of_record ON mending_keys (stream);
        """;

    [ThreadStatic]
    private static (RecordContent Content, string Provider, byte[] Key) _last;

    private const string Living = """
        SELECT s.name FROM record_keys k JOIN records r ON r.stream = k.stream JOIN streams s ON s.id = k.stream
        WHERE k.key = ? AND s.name <> ? AND r.phase NOT IN (?, ?, ?) LIMIT 1
        """;

    public void Apply(in Fact fact, SqliteSession session, Terms terms)
    {
        switch (fact.Event)
        {
            case RecordEvent.Refused e:
                foreach (var key in RecordKeys.Mending(e.Origin.Provider, e.Content)) AddMending(session, key, fact.Stream);
                break;
            case RecordEvent.Collected e:
                if (e.MendedBy is not null) RemoveMending(session, fact.Stream);
                Add(session, e.Origin.Provider, e.Content, e.Digest, fact.Stream);
                break;
            case RecordEvent.Corrected e:
                // Who corrects need not be who provides.
                Add(session, ProviderOf(session, fact.Stream), e.Content, e.Digest, fact.Stream);
                break;
            case RecordEvent.Withdrawn:
                RemoveMending(session, fact.Stream);
                break;
        }
    }

    /// <summary>
    /// The living record that has the identity of one that is being collected, or null. Whoever had seen it would have spoken of it: it came at the same
    /// time, and the collection is to be decided again.
    /// </summary>
    public static string? OtherWith(SqliteSession session, RecordEvent.Collected collected, string stream) =>
        RecordKeys.HasIdentity(collected.Content)
            ? session.Prepare(Living)
                .Bind(KeyOf(collected.Origin.Provider, collected.Content, collected.Digest))
                .Bind(stream)
                .Bind((long)RecordPhase.AwaitingCorrection)
                .Bind((long)RecordPhase.Withdrawn)
                .Bind((long)RecordPhase.Expired)
                .FirstText()
            : null;

    private static void Add(SqliteSession session, string provider, RecordContent content, string digest, long stream) =>
        session.Prepare("INSERT INTO record_keys (key, stream) VALUES (?, ?) ON CONFLICT DO NOTHING")
            .Bind(KeyOf(provider, content, digest))
            .Bind(stream)
            .Run();

    // Asked for the living record, and then written: made once.
    private static byte[] KeyOf(string provider, RecordContent content, string digest)
    {
        if (!ReferenceEquals(_last.Content, content) || _last.Provider != provider)
            _last = (content, provider, NarrowKey.Of(RecordKeys.Identity(provider, content) ?? RecordKeys.SameContent(provider, content, digest)));
        return _last.Key;
    }

    private static string ProviderOf(SqliteSession session, long record) =>
        session.Prepare("SELECT t.text FROM records r JOIN terms t ON t.id = r.provider WHERE r.stream = ?").Bind(record).FirstText()!;

    private static void AddMending(SqliteSession session, string key, long stream) =>
        session.Prepare("INSERT INTO mending_keys (key, stream) VALUES (?, ?) ON CONFLICT DO NOTHING").Bind(NarrowKey.Of(key)).Bind(stream).Run();

    private static void RemoveMending(SqliteSession session, long stream) =>
        session.Prepare("DELETE FROM mending_keys WHERE stream = ?").Bind(stream).Run();
}
