using System.Globalization;
using EntCredit.Domain.Records;
using EntCredit.Stores.Ledger.Sqlite;
using EntCredit.Stores.Views.Projections;

namespace EntCredit.Stores.Views.Sqlite;

/// <summary>The months of uploads, by the SQLite ledger's projections and the events that hold the contents.</summary>
public sealed class SqliteProvisionView(ReadSessions reads) : IProvisionView
{
    private const string Months = """
        SELECT substr(json_extract(e.canonical, '$.data.content.generatedOn'), 1, 7) AS month, count(*)
        FROM terms t JOIN records r ON r.batch = t.id JOIN events e ON e.position = r.content
        WHERE t.text = ? AND r.collected_at IS NOT NULL AND r.phase <> ? GROUP BY month HAVING month IS NOT NULL
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<DateOnly, int>> MonthsOfBatchAsync(string batch, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyDictionary<DateOnly, int>>(
            session => session.Prepare(Months)
                .Bind(BatchProjection.IdOf(batch))
                .Bind((long)RecordPhase.Withdrawn)
                .All(row => KeyValuePair.Create(
                    DateOnly.ParseExact(row.Text(0), "yyyy-MM", CultureInfo.InvariantCulture), (int)row.Number(1)))
                .ToDictionary(),
            cancellation);
}
