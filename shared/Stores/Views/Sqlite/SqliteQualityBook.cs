using System.Globalization;
using EntCredit.Domain.Batches;
using EntCredit.Domain.Compliance;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Sqlite;

/// <summary>The regular checks of data quality, by the SQLite ledger's projections.</summary>
public sealed class SqliteQualityBook(ReadSessions reads) : IQualityBook
{
    // An upload is receipted at most this long after it arrived, but for one that nobody could finish.
    private static readonly TimeSpan Work = TimeSpan.FromDays(7);

    private const string Records = """
        SELECT p.text, j.text, i.text, n.collected, n.published, n.corrected
        FROM (SELECT provider, jurisdiction, item, sum(collected_at >= ?1 AND collected_at < ?2) AS collected,
                sum(published_at >= ?1 AND published_at < ?2) AS published, sum(corrected_at >= ?1 AND corrected_at < ?2) AS corrected
            FROM records
            WHERE (collected_at >= ?1 AND collected_at < ?2) OR (published_at >= ?1 AND published_at < ?2) OR (corrected_at >= ?1 AND corrected_at < ?2)
            GROUP BY provider, jurisdiction, item) n
        JOIN terms p ON p.id = n.provider JOIN terms j ON j.id = n.jurisdiction JOIN terms i ON i.id = n.item
        """;

    private const string Receipts = """
        SELECT d.text, j.text, i.text, sum(json_extract(e.canonical, '$.data.counts.rows')), sum(json_extract(e.canonical, '$.data.counts.refused')),
            sum(json_extract(e.canonical, '$.data.counts.warned'))
        FROM batches b JOIN events e ON e.stream = b.stream JOIN terms d ON d.id = b.department JOIN terms j ON j.id = b.jurisdiction JOIN terms i ON i.id = b.item
        WHERE b.stream >= ?1 AND b.phase = ?2 AND json_extract(e.canonical, '$.type') LIKE 'batch.receipted/%'
        AND json_extract(e.canonical, '$.at') >= ?3 AND json_extract(e.canonical, '$.at') < ?4
        GROUP BY b.department, b.jurisdiction, b.item
        """;

    private const string Objected = """
        SELECT p.text, j.text, i.text, count(*), sum(c.amends = 1 OR c.removes = 1)
        FROM record_cases c JOIN terms p ON p.id = c.provider JOIN terms j ON j.id = c.jurisdiction JOIN terms i ON i.id = c.item
        WHERE c.kind = ?1 AND c.begun_at >= ?2 AND c.begun_at < ?3 GROUP BY c.provider, c.jurisdiction, c.item
        """;

    private const string Given = """
        SELECT p.text, i.text FROM (SELECT DISTINCT provider, item FROM records WHERE collected_at >= ? AND collected_at < ?) n
        JOIN terms p ON p.id = n.provider JOIN terms i ON i.id = n.item
        """;

    private const string Contents = """
        SELECT e.canonical FROM terms d JOIN records r ON r.provider = d.id JOIN terms i ON i.id = r.item JOIN events e ON e.position = r.content
        WHERE d.text = ? AND i.text = ? AND r.collected_at >= ? AND r.collected_at < ? AND r.phase NOT IN (?, ?) ORDER BY r.stream DESC LIMIT ?
        """;

    private const string ArrivalFrom = """
        SELECT b.stream, json_extract(e.canonical, '$.at') FROM batches b JOIN events e ON e.stream = b.stream AND e.version = 1 WHERE b.stream >= ? ORDER BY b.stream LIMIT 1
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyList<ItemTally>> TallyAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) => reads.ReadAsync<IReadOnlyList<ItemTally>>(
        session =>
        {
            List<ItemTally> parts =
            [
                .. session.Prepare(Records).Bind(from.UtcTicks).Bind(until.UtcTicks)
                    .All(row => Tally(row, new QualityCounts(0, 0, 0, Number(row, 3), Number(row, 4), Number(row, 5), 0, 0))),
                .. session.Prepare(Receipts).Bind(FirstArrival(session, from - Work)).Bind((long)BatchPhase.Receipted).Bind(Canonical(from)).Bind(Canonical(until))
                    .All(row => Tally(row, new QualityCounts(Number(row, 3), Number(row, 4), Number(row, 5), 0, 0, 0, 0, 0))),
                .. session.Prepare(Objected).Bind((long)CaseKind.Objection).Bind(from.UtcTicks).Bind(until.UtcTicks)
                    .All(row => Tally(row, new QualityCounts(0, 0, 0, 0, 0, 0, Number(row, 3), Number(row, 4)))),
            ];
            return
            [
                .. parts.GroupBy(part => (part.Department, part.Jurisdiction, part.Item))
                    .Select(group => new ItemTally(
                        group.Key.Department, group.Key.Jurisdiction, group.Key.Item, group.Aggregate(default(QualityCounts), (sum, part) => sum + part.Counts)))
                    .OrderBy(tally => tally.Department, StringComparer.Ordinal).ThenBy(tally => tally.Item, StringComparer.Ordinal),
            ];
        },
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlySet<(string Department, string Item)>> GivenAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlySet<(string, string)>>(
            session => session.Prepare(Given).Bind(from.UtcTicks).Bind(until.UtcTicks).All(row => (row.Text(0), row.Text(1))).ToHashSet(), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecordContent>> ContentsAsync(
        string department, string item, DateTimeOffset from, DateTimeOffset until, int limit, CancellationToken cancellation) => reads.ReadAsync<IReadOnlyList<RecordContent>>(
        session => session.Prepare(Contents)
            .Bind(department)
            .Bind(item)
            .Bind(from.UtcTicks)
            .Bind(until.UtcTicks)
            .Bind((long)RecordPhase.AwaitingCorrection)
            .Bind((long)RecordPhase.Withdrawn)
            .Bind(limit)
            .All(row => EventCodec.Decode(row.Bytes(0)) switch
            {
                RecordEvent.Collected e => e.Content,
                RecordEvent.Corrected e => e.Content,
                var other => throw new InvalidOperationException($"A collected record's content lies in no {other.GetType().Name}."),
            }),
        cancellation);

    // Streams are numbered as they come: the first upload of an instant is found by halving, without looking at every one that ever came.
    private static long FirstArrival(SqliteSession session, DateTimeOffset since)
    {
        var at = Canonical(since);
        var low = 0L;
        var high = session.Prepare("SELECT coalesce(max(stream), 0) FROM batches").First(row => row.Number(0))!.Value + 1;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var found = session.Prepare(ArrivalFrom).Bind(middle).First(row => (Stream: row.Number(0), Before: string.CompareOrdinal(row.Text(1), at) < 0));
            if (found is { } early && early.Before) low = early.Stream + 1;
            else high = middle;
        }

        return low;
    }

    private static ItemTally Tally(Statement row, QualityCounts counts) => new(row.Text(0), row.Text(1), row.Text(2), counts);

    private static int Number(Statement row, int column) => (int)(row.NumberOrNull(column) ?? 0);

    // As instants stand in events.
    private static string Canonical(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
