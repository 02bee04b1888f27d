using EntCredit.LocalRuntime.Durable.Client;
using EntCredit.LocalRuntime.Durable.Engine.History;
using EntCredit.LocalRuntime.Durable.Engine.Replay;
using EntCredit.LocalRuntime.Storage;
using Microsoft.Data.Sqlite;

namespace EntCredit.LocalRuntime.Durable.Engine.Storage;

/// <summary>Reads beside the writer, one reader to a thread at a time.</summary>
internal sealed class StoreReader : IDisposable
{
    private const string Metadata = "name, id, status, created, updated, tags, input, output, custom_status, failure";
    private readonly SqliteConnection _connection;
    private readonly List<Statement> _statements = [];
    private readonly Statement _begin, _commit, _header, _turns, _messages, _activity, _byId, _list, _nextDue, _ready, _activities, _ended;

    public StoreReader(string path)
    {
        _connection = Schema.OpenForReading(path);
        _begin = Prepare("BEGIN");
        _commit = Prepare("COMMIT");
        _header = Prepare($"SELECT {RowReading.HeaderColumns}, start_at IS NULL FROM instance WHERE seq=?1 AND status IN (0, 6, 7)");
        _ended = Prepare($"SELECT {RowReading.HeaderColumns}, status, output FROM instance WHERE id=?1");
        _turns = Prepare("SELECT number, legal, machine, through, actions FROM turn WHERE instance=?1 ORDER BY number");
        _messages = Prepare("SELECT ordinal, kind, task, name, data FROM message WHERE instance=?1 ORDER BY ordinal");
        _activity = Prepare($"SELECT {RowReading.ActivityColumns} FROM activity WHERE instance=?1 AND execution=?2 AND task=?3");
        _byId = Prepare($"SELECT {Metadata} FROM instance WHERE id=?1");
        _list = Prepare($"""
            SELECT {Metadata} FROM instance
            WHERE id>?1 AND (?2 IS NULL OR (id>=?2 AND id<?3)) AND (?4 IS NULL OR created>=?4) AND (?5 IS NULL OR created<=?5)
              AND (?6 IS NULL OR status IN (SELECT value FROM json_each(?6))) ORDER BY id LIMIT ?7
            """);
        _ready = Prepare("""
            SELECT seq FROM instance i WHERE status IN (0, 6, 7) AND start_at IS NULL
              AND (turns=0 OR EXISTS (SELECT 1 FROM message m WHERE m.instance=i.seq AND m.ordinal>i.through)) ORDER BY seq
            """);
        _activities = Prepare($"SELECT {RowReading.ActivityColumns} FROM activity ORDER BY instance, execution, task");
        _nextDue = Prepare("SELECT min(due) FROM timer WHERE clock=?1");
    }

    /// <summary>An instance that has not ended, as of one moment; null where there is none.</summary>
    public StoredInstance? Load(long sequence)
    {
        _begin.Execute();
        try
        {
            var found = _header.Read(row => (Header: row.Header(), Released: row.Int32(13) == 1), sequence);
            return found.Count == 0
                ? null
                : new(found[0].Header, found[0].Released, _turns.Read(RowReading.Turn, sequence), _messages.Read(RowReading.Message, sequence));
        }
        finally
        {
            _commit.Execute();
        }
    }

    /// <summary>The last execution of an instance, ended or not, as it went so far; null where there is none.</summary>
    public RecordedHistory? History(string id)
    {
        var found = _ended.Read(row => (Header: row.Header(), Status: (OrchestrationRuntimeStatus)row.Int32(13), Output: row.TextOrNull(14)), id);
        if (found.Count == 0)
            return null;
        var (header, status, output) = found[0];
        return RecordedHistory.Of(
            header, status, output, _turns.Read(RowReading.Turn, header.Sequence), _messages.Read(RowReading.Message, header.Sequence));
    }

    public QueuedActivity? Load(QueuedActivity stub) =>
        _activity.Read(RowReading.Activity, stub.Instance, stub.Execution, stub.TaskId).FirstOrDefault();

    public OrchestrationMetadata? Find(string id, DataConverter? converter) => _byId.Read(row => Instance(row, converter), id).FirstOrDefault();

    /// <summary>A page of instances after an id, in the order of ids.</summary>
    public List<OrchestrationMetadata> List(
        string after, string? prefix, long? from, long? to, string? statuses, int limit, DataConverter? converter) => _list.Read(
            row => Instance(row, converter), after, prefix, prefix is null ? null : AfterPrefix(prefix), from, to, statuses, limit);

    /// <summary>The instances that have something to do: a start or a message that no turn has received.</summary>
    public List<long> Ready() => _ready.Read(row => row.Int64(0));

    /// <summary>The queued activities; beyond the first ones without their inputs.</summary>
    public List<QueuedActivity> Activities()
    {
        var count = 0;
        return _activities.Read(row => count++ < 2000 ? RowReading.Activity(row) : RowReading.Activity(row).ToStub());
    }

    public long? NextDue(DurableClock clock) => _nextDue.Number((int)clock);

    public void Dispose()
    {
        foreach (var statement in _statements)
            statement.Dispose();
        _connection.Dispose();
    }

    /// <summary>A text after all that begin with the prefix: ids are compared by their bytes, and U+10FFFF is the last of all.</summary>
    private static string AfterPrefix(string prefix) => prefix + "\U0010FFFF";

    private static OrchestrationMetadata Instance(Statement row, DataConverter? converter) => new(row.Text(0), row.Text(1))
    {
        RuntimeStatus = (OrchestrationRuntimeStatus)row.Int32(2),
        CreatedAt = RowReading.Utc(row.Int64(3)),
        LastUpdatedAt = RowReading.Utc(row.Int64(4)),
        Tags = HistoryJson.Tags(row.TextOrNull(5)) ?? System.Collections.Immutable.ImmutableDictionary<string, string>.Empty,
        DataConverter = converter,
        SerializedInput = converter is null ? null : row.TextOrNull(6),
        SerializedOutput = converter is null ? null : row.TextOrNull(7),
        SerializedCustomStatus = converter is null ? null : row.TextOrNull(8),
        FailureDetails = converter is null || row.IsNull(9) ? null : HistoryJson.Failure(row.TextOrNull(9)),
    };

    private Statement Prepare(string sql)
    {
        var statement = new Statement(_connection, sql);
        _statements.Add(statement);
        return statement;
    }
}
