using EntCredit.Domain.Events;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Sqlite;

/// <summary>Records as the public sees them: each row with the content that is in force, read from the event that holds it.</summary>
internal static class PublicRecordRows
{
    /// <summary>To be followed by a condition on <c>records r</c>.</summary>
    public const string Select = """
        SELECT s.name, p.text, e.canonical, r.collected_at, r.published_at, r.corrected_at, c.text,
            (SELECT j.text FROM record_cases o JOIN terms j ON j.id = o.jurisdiction WHERE o.record = s.name AND o.marked = 1 LIMIT 1)
        FROM records r JOIN streams s ON s.id = r.stream JOIN terms p ON p.id = r.provider JOIN events e ON e.position = r.content
        LEFT JOIN terms c ON c.id = r.corrected_by
        """;

    public static PublicRecord Read(Statement row) => new(
        row.Text(0),
        row.Text(1),
        ContentOf(Ledger.EventCodec.Decode(row.Bytes(2))),
        Instants.Of(row.Number(3)),
        Instants.Of(row.Number(4)),
        Instants.Of(row.NumberOrNull(5)),
        row.TextOrNull(6))
    {
        ObjectedIn = row.TextOrNull(7),
    };

    private static RecordContent ContentOf(DomainEvent happened) => happened switch
    {
        RecordEvent.Collected e => e.Content,
        RecordEvent.Corrected e => e.Content,
        _ => throw new InvalidOperationException($"A published record's content lies in no {happened.GetType().Name}."),
    };
}
