using System.Security.Cryptography;

namespace EntCredit.Stores.Ledger.Sqlite;

/// <summary>
/// The keys of personal data, one for each partition (a subject), in a file of their own beside the ledger: destroying the key makes
/// what it sealed unreadable, wherever a copy of the ledger lies.
/// </summary>
internal sealed class PersonalVault : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SqliteSession _keys;
    private readonly RandomNumberGenerator _random;

    public PersonalVault(string path, RandomNumberGenerator random)
    {
        _random = random;

        // secure_delete overwrites a destroyed key with zeros in the file.
        _keys = new SqliteSession(path, "busy_timeout = 30000", "journal_mode = WAL", "synchronous = FULL", "secure_delete = ON");
        _keys.Execute("CREATE TABLE IF NOT EXISTS subject_keys (id INTEGER PRIMARY KEY AUTOINCREMENT, partition TEXT NOT NULL UNIQUE, key BLOB NOT NULL)");
    }

    /// <summary>The keys of partitions, made where they are missing; durable before anything is sealed with them.</summary>
    public IReadOnlyDictionary<string, (long Id, byte[] Key)> Keys(IReadOnlyCollection<string> partitions)
    {
        lock (_lock)
        {
            var keys = new Dictionary<string, (long, byte[])>(StringComparer.Ordinal);
            _keys.Prepare("BEGIN IMMEDIATE").Run();
            try
            {
                foreach (var partition in partitions) keys[partition] = Find(partition) ?? Make(partition);
                _keys.Prepare("COMMIT").Run();
            }
            catch
            {
                _keys.Prepare("ROLLBACK").Run();
                throw;
            }

            return keys;
        }
    }

    /// <summary>Destroys a partition's key. True where there was one.</summary>
    public bool Destroy(string partition)
    {
        lock (_lock)
        {
            var destroyed = _keys.Prepare("DELETE FROM subject_keys WHERE partition = ? RETURNING id").Bind(partition).First(row => row.Number(0)) is not null;
            _keys.Prepare("PRAGMA wal_checkpoint(TRUNCATE)").Run();
            return destroyed;
        }
    }

    /// <summary>Seals salt and personal data, bound to the event that they belong to.</summary>
    public byte[] Seal(ReadOnlySpan<byte> key, string stream, long version, ReadOnlySpan<byte> plain) =>
        SealedPersonal.Seal(_random, key, stream, version, plain);

    /// <summary>Salt and personal data, or null where the key was destroyed.</summary>
    /// <exception cref="CryptographicException">What was sealed was altered, or belongs to another event.</exception>
    public byte[]? Open(long keyId, string stream, long version, ReadOnlySpan<byte> closed) =>
        Key(keyId) is { } key ? SealedPersonal.Open(key, stream, version, closed) : null;

    public void Dispose() => _keys.Dispose();

    private byte[]? Key(long id)
    {
        lock (_lock)
        {
            return _keys.Prepare("SELECT key FROM subject_keys WHERE id = ?").Bind(id).All(row => row.Bytes(0).ToArray()).FirstOrDefault();
        }
    }

    private (long Id, byte[] Key)? Find(string partition) =>
        _keys.Prepare("SELECT id, key FROM subject_keys WHERE partition = ?").Bind(partition).First(row => (row.Number(0), row.Bytes(1).ToArray()));

    private (long Id, byte[] Key) Make(string partition)
    {
        var key = new byte[SealedPersonal.KeyBytes];
        _random.GetBytes(key);
        var id = _keys.Prepare("INSERT INTO subject_keys (partition, key) VALUES (?, ?) RETURNING id").Bind(partition).Bind(key).First(row => row.Number(0));
        return (id!.Value, key);
    }
}
