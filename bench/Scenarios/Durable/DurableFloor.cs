using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace EntCredit.Bench.Scenarios.Durable;

/// <summary>
/// The bare floor of the durable engine: every insert, update and delete of the very instances that it ran, step by step, by prepared statements,
/// in as many durable transactions. Nothing is read, serialized, scheduled or told to anyone; cancelled timers are not deleted.
/// </summary>
internal sealed class DurableFloor
{
    private const int Status = 5, Output = 10, Turns = 21, Through = 22;

    private static readonly Dictionary<string, string> Sql = new()
    {
        ["instance"] = "INSERT INTO instance VALUES (" + string.Join(',', Enumerable.Repeat('?', 23)) + ")",
        ["turn"] = "INSERT INTO turn VALUES (?, ?, ?, ?, ?, ?)",
        ["message"] = "INSERT INTO message VALUES (?, ?, ?, ?, ?, ?)",
        ["activity"] = "INSERT INTO activity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ["timer"] = "INSERT INTO timer VALUES (?, ?, ?, ?, ?)",
        ["turned"] = "UPDATE instance SET status=?, updated=?, turns=?, through=?, output=? WHERE seq=?",
        ["activity done"] = "DELETE FROM activity WHERE instance=? AND execution=? AND task=?",
        ["timer done"] = "DELETE FROM timer WHERE instance=? AND execution=? AND task=?",
    };

    private readonly List<string> _schema = [];
    private readonly List<List<(string Sql, object?[] Values)>> _steps = [];

    /// <summary>Takes the steps out of a database whose instances were run so many at once.</summary>
    public DurableFloor(string database, int together)
    {
        using var connection = RawSqlite.Open(database);
        foreach (var row in RawSqlite.Read(connection, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")) _schema.Add((string)row[0]!);
        var turns = Rows(connection, "turn");
        var messages = Rows(connection, "message");
        foreach (var instances in RawSqlite.Read(connection, "SELECT * FROM instance ORDER BY seq").Chunk(together))
        {
            var all = instances.Select(instance => Steps(instance, turns[(long)instance[0]!], messages[(long)instance[0]!]).ToList()).ToList();
            for (var step = 0; step < all.Max(steps => steps.Count); step++) _steps.AddRange(all.Where(steps => step < steps.Count).Select(steps => steps[step]));
        }
    }

    /// <summary>Writes the steps into an empty file.</summary>
    public void Write(string file, long transactions)
    {
        using var connection = RawSqlite.Open(file);
        foreach (var pragma in new[] { "journal_mode = WAL", "synchronous = FULL", "temp_store = MEMORY", "cache_size = -16384", "wal_autocheckpoint = 4000" })
            RawSqlite.Read(connection, "PRAGMA " + pragma);
        foreach (var sql in _schema) RawSqlite.Read(connection, sql);
        var statements = Sql.ToDictionary(sql => sql.Key, sql => RawSqlite.Prepare(connection, sql.Value));
        for (long transaction = 0, done = 0; transaction < transactions; transaction++)
        {
            RawSqlite.Read(connection, "BEGIN IMMEDIATE");
            for (; done < _steps.Count * (transaction + 1) / transactions; done++)
                foreach (var (sql, values) in _steps[(int)done]) RawSqlite.Run(connection, statements[sql], values);
            RawSqlite.Read(connection, "COMMIT");
        }

        foreach (var statement in statements.Values) statement.Dispose();
    }

    private static ILookup<long, object?[]> Rows(SqliteConnection connection, string table) =>
        RawSqlite.Read(connection, $"SELECT * FROM {table} ORDER BY 1, 2").ToLookup(row => (long)row[0]!);

    private static IEnumerable<List<(string Sql, object?[] Values)>> Steps(object?[] instance, IEnumerable<object?[]> turns, IEnumerable<object?[]> messages)
    {
        var created = instance.ToArray();
        (created[Status], created[Output], created[Turns], created[Through]) = (0L, null, 0L, 0L);
        yield return [("instance", created)];
        var arriving = new Queue<object?[]>(messages);
        foreach (var turn in turns)
        {
            while (arriving.TryPeek(out var next) && (long)next[1]! <= (long)turn[4]!) yield return Arrival(arriving.Dequeue());
            yield return Turn(instance, turn);
        }

        while (arriving.TryDequeue(out var late)) yield return Arrival(late);
    }

    private static List<(string Sql, object?[] Values)> Turn(object?[] instance, object?[] turn)
    {
        var last = (long)turn[1]! == (long)instance[Turns]! - 1;
        List<(string Sql, object?[] Values)> step =
        [
            ("turn", turn),
            ("turned", [last ? instance[Status] : 0L, instance[7], (long)turn[1]! + 1, turn[4], last ? instance[Output] : null, instance[0]]),
        ];
        foreach (var action in turn[5] is string actions ? JsonDocument.Parse(actions).RootElement.EnumerateArray() : default)
        {
            var task = action.TryGetProperty("i", out var number) ? number.GetInt64() : 0L;
            if (action.GetProperty("k").GetInt32() == 1)
                step.Add(("activity", [instance[0], 0L, task, instance[1], action.GetProperty("n").GetString(), Text(action, "d"), null, null, 0L]));
            else
                step.Add(("timer", [instance[0], 0L, task, 0L, action.GetProperty("u").GetInt64()]));
        }

        return step;
    }

    private static List<(string Sql, object?[] Values)> Arrival(object?[] message) => (long)message[2]! switch
    {
        2 => [("activity done", [message[0], 0L, message[3]]), ("message", message)],
        4 => [("timer done", [message[0], 0L, message[3]]), ("message", message)],
        _ => [("message", message)],
    };

    private static string? Text(JsonElement action, string name) => action.TryGetProperty(name, out var value) ? value.GetString() : null;
}
