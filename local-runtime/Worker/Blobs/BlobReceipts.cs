using EntCredit.LocalRuntime.Worker.Hosting;
using Microsoft.Data.Sqlite;

namespace EntCredit.LocalRuntime.Worker.Blobs;

/// <summary>
/// Which versions of which blobs were found, and what became of them. Receipts are never deleted: an emulator that was killed shows a blob late,
/// and a receipt that had been forgotten would make it run twice.
/// </summary>
internal sealed class BlobReceipts(HostDatabase database) : IPoisonList
{
    /// <summary>After a crash: what was running waits again. Its begun try counts, so that a blob that kills the host ends too.</summary>
    public int Reopen() =>
        database.Run(c =>
        {
            c.CommandText = "UPDATE blob_receipt SET status = 0, due = 0 WHERE status = 1";
            return c.ExecuteNonQuery();
        });

    /// <summary>Writes a receipt for each version that has none.</summary>
    /// <returns>How many were new.</returns>
    public int Add(string function, string container, IReadOnlyList<(string Name, string ETag)> found)
    {
        if (found.Count == 0)
            return 0;
        HashSet<(string, string)> known = Known(function, container, found);
        (string Name, string ETag)[] fresh = [.. found.Where(f => !known.Contains(f))];
        if (fresh.Length == 0)
            return 0;
        return database.RunInTransaction(c =>
        {
            c.CommandText =
                "INSERT OR IGNORE INTO blob_receipt (function, container, name, etag, status, tries, due) VALUES ($f, $c, $n, $e, 0, 0, 0)";
            c.Parameters.AddWithValue("$f", function);
            c.Parameters.AddWithValue("$c", container);
            SqliteParameter name = c.Parameters.Add("$n", SqliteType.Text);
            SqliteParameter etag = c.Parameters.Add("$e", SqliteType.Text);
            int added = 0;
            foreach ((string Name, string ETag) blob in fresh)
            {
                (name.Value, etag.Value) = (blob.Name, blob.ETag);
                added += c.ExecuteNonQuery();
            }
            return added;
        });
    }

    /// <summary>Claims receipts that are due, the oldest first; their try is counted before it begins.</summary>
    public IReadOnlyList<BlobReceipt> Take(string function, int atMost, DateTimeOffset now) =>
        database.Run(c =>
        {
            c.CommandText = """
                UPDATE blob_receipt SET status = 1, tries = tries + 1
                WHERE seq IN (SELECT seq FROM blob_receipt WHERE function = $f AND status = 0 AND due <= $now ORDER BY due, seq LIMIT $n)
                RETURNING seq, name, etag, tries
                """;
            c.Parameters.AddWithValue("$f", function);
            c.Parameters.AddWithValue("$now", now.ToUnixTimeMilliseconds());
            c.Parameters.AddWithValue("$n", atMost);
            using SqliteDataReader reader = c.ExecuteReader();
            var taken = new List<BlobReceipt>();
            while (reader.Read())
                taken.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3)));
            return taken.OrderBy(r => r.Seq).ToList();
        });

    /// <summary>The function ended well, or there is nothing left to run for.</summary>
    public void Finish(long seq) => Set(seq, BlobReceiptStatus.Done, 0, DateTimeOffset.UnixEpoch, null);

    /// <summary>The function failed: once more at an instant.</summary>
    public void Retry(long seq, DateTimeOffset due, string error) => Set(seq, BlobReceiptStatus.Waiting, 0, due, error);

    /// <summary>The function was interrupted through no fault of the blob: the try does not count.</summary>
    public void GiveBack(long seq) => Set(seq, BlobReceiptStatus.Waiting, -1, DateTimeOffset.UnixEpoch, null);

    /// <summary>The function failed for the last time.</summary>
    public void Poison(long seq, string error) => Set(seq, BlobReceiptStatus.Poison, 0, DateTimeOffset.UnixEpoch, error);

    /// <summary>Whether a receipt of a function is open: waiting, for whatever reason, or running.</summary>
    public bool HasOpen(string function) =>
        database.Run(c =>
        {
            c.CommandText = "SELECT EXISTS (SELECT 1 FROM blob_receipt WHERE function = $f AND status < 2)";
            c.Parameters.AddWithValue("$f", function);
            return (long)c.ExecuteScalar()! == 1;
        });

    /// <summary>When the first waiting receipt of a function is due, or null where none waits.</summary>
    public DateTimeOffset? NextDue(string function) =>
        database.Run(c =>
        {
            c.CommandText = "SELECT MIN(due) FROM blob_receipt WHERE function = $f AND status = 0";
            c.Parameters.AddWithValue("$f", function);
            return c.ExecuteScalar() is long due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : (DateTimeOffset?)null;
        });

    /// <inheritdoc />
    public IReadOnlyList<PoisonBlob> Read() =>
        database.Run(c =>
        {
            c.CommandText = "SELECT seq, function, container, name, etag, tries, error FROM blob_receipt WHERE status = 3 ORDER BY seq";
            using SqliteDataReader reader = c.ExecuteReader();
            var all = new List<PoisonBlob>();
            while (reader.Read())
                all.Add(
                    new(
                        reader.GetInt64(0),
                        reader.GetString(1),
                        reader.GetString(2),
                        reader.GetString(3),
                        reader.GetString(4),
                        reader.GetInt32(5),
                        reader.GetString(6)
                    )
                );
            return all;
        });

    /// <inheritdoc />
    public int Replay(long? id) =>
        database.Run(c =>
        {
            c.CommandText = "UPDATE blob_receipt SET status = 0, tries = 0, due = 0 WHERE status = 3 AND ($id IS NULL OR seq = $id)";
            c.Parameters.AddWithValue("$id", (object?)id ?? DBNull.Value);
            return c.ExecuteNonQuery();
        });

    // A listing comes in the order of names, so a page's receipts lie side by side; one out of order is caught by the unique key.
    private HashSet<(string, string)> Known(string function, string container, IReadOnlyList<(string Name, string ETag)> found) =>
        database.Run(c =>
        {
            c.CommandText = "SELECT name, etag FROM blob_receipt WHERE function = $f AND container = $c AND name BETWEEN $first AND $last";
            c.Parameters.AddWithValue("$f", function);
            c.Parameters.AddWithValue("$c", container);
            c.Parameters.AddWithValue("$first", found[0].Name);
            c.Parameters.AddWithValue("$last", found[^1].Name);
            using SqliteDataReader reader = c.ExecuteReader();
            var known = new HashSet<(string, string)>();
            while (reader.Read())
                known.Add((reader.GetString(0), reader.GetString(1)));
            return known;
        });

    private void Set(long seq, BlobReceiptStatus status, int tries, DateTimeOffset due, string? error) =>
        database.Run(c =>
        {
            c.CommandText =
                "UPDATE blob_receipt SET status = $s, tries = tries + $t, due = $d, error = COALESCE($e, error) WHERE seq = $seq";
            c.Parameters.AddWithValue("$seq", seq);
            c.Parameters.AddWithValue("$s", (int)status);
            c.Parameters.AddWithValue("$t", tries);
            c.Parameters.AddWithValue("$d", due.ToUnixTimeMilliseconds());
            c.Parameters.AddWithValue("$e", (object?)error ?? DBNull.Value);
            return c.ExecuteNonQuery();
        });
}
