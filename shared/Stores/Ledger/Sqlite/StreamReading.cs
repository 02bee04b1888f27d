using System.Text;
using EntCredit.Domain.Events;

namespace EntCredit.Stores.Ledger.Sqlite;

/// <summary>Events as they lie in the file.</summary>
internal static class StreamReading
{
    private const string OfStream = """
        SELECT s.partition, e.canonical FROM streams s JOIN events e ON e.stream = s.id WHERE s.name = ? ORDER BY e.version
        """;

    private const string AfterPosition = """
        SELECT e.position, s.name, e.version, e.hash, p.hash, e.canonical
        FROM events e JOIN streams s ON s.id = e.stream LEFT JOIN events p ON p.stream = e.stream AND p.version = e.version - 1
        WHERE e.position > ? ORDER BY e.position LIMIT ?
        """;

    private const string OneWithPersonal = """
        SELECT e.canonical, p.key, p.sealed
        FROM streams s JOIN events e ON e.stream = s.id LEFT JOIN personal p ON p.position = e.position
        WHERE s.name = ? AND e.version = ?
        """;

    public static LoadedStream Load(SqliteSession session, string stream)
    {
        string? partition = null;
        var events = session.Prepare(OfStream).Bind(stream).All(row =>
        {
            partition ??= row.TextOrNull(0) ?? stream;
            return EventCodec.Decode(row.Bytes(1));
        });
        return new LoadedStream(stream, partition, events.Count, events);
    }

    public static List<StoredEvent> Page(SqliteSession session, long after, int limit) =>
        session.Prepare(AfterPosition).Bind(after).Bind(limit).All(row => new StoredEvent(
            row.Number(0),
            row.Text(1),
            row.Number(2),
            Encoding.UTF8.GetString(row.Bytes(5)),
            Convert.ToHexStringLower(row.Bytes(4)),
            Convert.ToHexStringLower(row.Bytes(3)),
            EventCodec.Decode(row.Bytes(5))));

    public static PersonalReading Personal(SqliteSession session, PersonalVault vault, string stream, long version) =>
        session.Prepare(OneWithPersonal).Bind(stream).Bind(version).All(row =>
        {
            var happened = EventCodec.Decode(row.Bytes(0));
            if (row.IsNull(1)) return new PersonalReading(PersonalStanding.None, happened);
            return vault.Open(row.Number(1), stream, version, row.Bytes(2)) is { } plain
                ? new PersonalReading(PersonalStanding.Kept, EventCodec.Decode(row.Bytes(0), plain))
                : new PersonalReading(PersonalStanding.Destroyed, happened);
        }).FirstOrDefault() ?? new PersonalReading(PersonalStanding.None, null);

    /// <summary>The event at a position.</summary>
    public static DomainEvent At(SqliteSession session, long position) =>
        session.Prepare("SELECT canonical FROM events WHERE position = ?").Bind(position).All(row => EventCodec.Decode(row.Bytes(0))).Single();
}
