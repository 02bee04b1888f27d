using EntCredit.Stores.Ledger.Sqlite;
using EntCredit.Stores.Views.Projections;

namespace EntCredit.Stores.Views.Sqlite;

/// <summary>The uploads, by the SQLite ledger's projections.</summary>
public sealed class SqliteBatchView(ReadSessions reads) : IBatchView
{
    private const string OfDepartment = """
        SELECT t.text FROM terms d JOIN batches b ON b.department = d.id JOIN terms t ON t.id = b.batch
        WHERE d.text = ? AND b.stream < ? ORDER BY b.stream DESC LIMIT ?
        """;

    private const string StreamOf = "SELECT b.stream FROM terms t JOIN batches b ON b.batch = t.id WHERE t.text = ?";

    private const string OfPath = """
        SELECT t.text FROM batches b JOIN terms t ON t.id = b.batch JOIN terms d ON d.id = b.department
        WHERE b.path = ? AND d.text = ? ORDER BY b.stream DESC LIMIT ?
        """;

    private const string Withdrawing = """
        SELECT t.text FROM batches b JOIN terms t ON t.id = b.batch WHERE b.withdrawal = 1 ORDER BY b.stream
        """;

    private const string Reviewing = """
        SELECT t.text FROM batches b JOIN terms t ON t.id = b.batch WHERE b.review = 1 ORDER BY b.stream
        """;

    private const string Unfinished = """
        SELECT t.text FROM batches b JOIN terms t ON t.id = b.batch WHERE b.phase IN (1, 2) ORDER BY b.stream
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> OfDepartmentAsync(string department, string? after, int limit, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<string>>(
            session =>
            {
                var before = after is null ? long.MaxValue : session.Prepare(StreamOf).Bind(BatchProjection.IdOf(after)).First(row => row.Number(0)) ?? 0;
                return session.Prepare(OfDepartment).Bind(department).Bind(before).Bind(limit).All(row => row.Text(0));
            },
            cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> OfPathAsync(string department, string path, int limit, CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<string>>(
            session => session.Prepare(OfPath).Bind(path).Bind(department).Bind(limit).All(row => row.Text(0)), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> WithdrawingAsync(CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<string>>(session => session.Prepare(Withdrawing).All(row => row.Text(0)), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ReviewingAsync(CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<string>>(session => session.Prepare(Reviewing).All(row => row.Text(0)), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> UnfinishedAsync(CancellationToken cancellation) =>
        reads.ReadAsync<IReadOnlyList<string>>(session => session.Prepare(Unfinished).All(row => row.Text(0)), cancellation);
}
