using EntCredit.Domain.Calendar;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Audit;

/// <summary>
/// The trail in a SQLite file of its own: one chain over all entries. Triggers refuse changing and deleting; the chain shows it where somebody went round them.
/// </summary>
/// <param name="path">The file. Its folder is made where it is missing; it opens at first use.</param>
public sealed class SqliteAuditTrail(string path) : IAuditTrail, IDisposable
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS audit (
            number INTEGER PRIMARY KEY,
            department TEXT NOT NULL,
            day INTEGER NOT NULL,
            canonical TEXT NOT NULL,
            hash BLOB NOT NULL);
        CREATE INDEX IF NOT EXISTS audit_of_department ON audit (department, number);
        CREATE INDEX IF NOT EXISTS audit_of_day ON audit (day, number);
        CREATE TRIGGER IF NOT EXISTS audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'append-only'); END;
        CREATE TRIGGER IF NOT EXISTS audit_is_not_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'append-only'); END;
        """;

    private const string Last = "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1";
    private const string Add = "INSERT INTO audit (number, department, day, canonical, hash) VALUES (?, ?, ?, ?, ?)";
    private const string Everything = "SELECT number, canonical, hash, department, day FROM audit ORDER BY number";

    private readonly Lock gate = new();
    private SqliteSession? session;

    /// <inheritdoc/>
    public Task AppendAsync(AuditEntry entry, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return Task.FromCanceled(cancellation);
        return Guarded(open =>
        {
            // Begun at once as a writer: another instance over the same file waits, and takes the next number.
            open.Prepare("BEGIN IMMEDIATE").Run();
            try
            {
                Insert(open, entry);
                open.Prepare("COMMIT").Run();
            }
            catch
            {
                open.Prepare("ROLLBACK").Run();
                throw;
            }

            return true;
        });
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredAudit>> ReadAsync(AuditQuery query, CancellationToken cancellation) => Guarded<IReadOnlyList<StoredAudit>>(open =>
    {
        if (query.Departments is { Count: 0 }) return [];
        var departments = query.Departments is { } some ? $" AND department IN ({string.Join(", ", some.Select(_ => "?"))})" : "";
        var rows = open.Prepare($"SELECT number, canonical, hash FROM audit WHERE number < ?{departments}{(query.Day is null ? "" : " AND day = ?")} ORDER BY number DESC LIMIT ?");
        rows.Bind(query.Before ?? long.MaxValue);
        foreach (var department in query.Departments ?? []) rows.Bind(department);
        if (query.Day is { } day) rows.Bind(day.DayNumber);
        return rows.Bind(query.Limit).All(row => new StoredAudit(row.Number(0), AuditBytes.Read(row.Bytes(1)), Convert.ToHexStringLower(row.Bytes(2))));
    });

    /// <inheritdoc/>
    public Task<long?> VerifyAsync(CancellationToken cancellation) => Guarded(open =>
    {
        var rows = open.Prepare(Everything);
        try
        {
            long number = 0;
            byte[] previous = [];
            while (rows.Step())
            {
                cancellation.ThrowIfCancellationRequested();
                var hash = HashOf(previous, rows.Bytes(1));
                if (rows.Number(0) != ++number || !rows.Bytes(2).SequenceEqual(hash) || !IndexedAsWritten(rows)) return (long?)number;
                previous = hash;
            }

            return null;
        }
        finally
        {
            rows.Reset();
        }
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            session?.Dispose();
            session = null;
        }
    }

    private static bool IndexedAsWritten(Statement row)
    {
        var entry = AuditBytes.Read(row.Bytes(1));
        return row.Text(3) == entry.Department && row.Number(4) == LegalZone.DayOf(entry.At).DayNumber;
    }

    private static void Insert(SqliteSession open, AuditEntry entry)
    {
        var last = open.Prepare(Last).All(row => (Number: row.Number(0), Hash: row.Bytes(1).ToArray()));
        var (number, previous) = last is [var newest] ? newest : (0, []);
        var canonical = AuditBytes.Of(entry);
        open.Prepare(Add)
            .Bind(number + 1)
            .Bind(entry.Department)
            .Bind(LegalZone.DayOf(entry.At).DayNumber)
            .BindText(canonical)
            .Bind(HashOf(previous, canonical))
            .Run();
    }

    private static byte[] HashOf(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> canonical)
    {
        var hash = new byte[EventHash.Bytes];
        EventHash.Compute(previous, canonical, hash);
        return hash;
    }

    // One connection: an entry is a few hundred bytes, and its commit is what takes the time.
    private Task<T> Guarded<T>(Func<SqliteSession, T> work)
    {
        try
        {
            lock (gate) return Task.FromResult(work(session ??= Open()));
        }
        catch (Exception failure)
        {
            return Task.FromException<T>(failure);
        }
    }

    private SqliteSession Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var opened = new SqliteSession(path, "busy_timeout = 5000", "journal_mode = WAL", "synchronous = FULL");
        try
        {
            opened.Execute(Tables);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }
}
