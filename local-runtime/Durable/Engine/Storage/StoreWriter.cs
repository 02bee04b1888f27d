using EntCredit.LocalRuntime.Durable.Client;
using EntCredit.LocalRuntime.Durable.Engine.Execution;
using EntCredit.LocalRuntime.Durable.Engine.History;
using EntCredit.LocalRuntime.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EntCredit.LocalRuntime.Durable.Engine.Storage;

/// <summary>The statements of the one writer. Each belongs to the transaction that its thread has open; effects are told after the commit.</summary>
internal sealed class StoreWriter : IDisposable
{
    // Of rows, most of which lie in pages of their own: a log of some ten megabytes.
    private const int ChangesBetweenCheckpoints = 2000;
    private readonly SqliteConnection _connection;
    private readonly Checkpointer _checkpointer;
    private readonly List<Statement> _statements = [];
    private readonly Statement _begin, _commit, _rollback;
    private readonly Statement _byId, _bySequence, _parent, _children;
    private readonly Statement _insertInstance, _insertMessage, _insertTurn, _insertActivity, _insertTimer;
    private readonly Statement _turnDone, _terminated, _continued, _release, _redeliver;
    private readonly Statement _deleteActivity, _deleteTimer, _due, _nextDue, _unplayed;
    private readonly Statement[] _deleteWork, _deleteHistory;
    private readonly Statement _deleteInstance, _purgeable, _restart;
    private long _lastSequence;
    private int _carried;

    public StoreWriter(string path)
    {
        _connection = Schema.OpenForWriting(path);
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _rollback = Prepare("ROLLBACK");
        _byId = Prepare("SELECT seq, execution, id, status FROM instance WHERE id=?1");
        _bySequence = Prepare("SELECT seq, execution, id, status FROM instance WHERE seq=?1");
        _parent = Prepare("SELECT parent_seq, parent_execution, parent_task, parent_id, parent_name FROM instance WHERE seq=?1 AND parent_seq IS NOT NULL");
        _children = Prepare("SELECT seq, execution, id, status FROM instance WHERE parent_seq=?1 AND status IN (0, 6, 7)");
        _insertInstance = Prepare($"""
            INSERT INTO instance({RowReading.HeaderColumns}, status, created, updated, start_at, tags, turns, through)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?15, ?16, ?17, 0, 0)
            """);
        _insertMessage = Prepare("""
            INSERT INTO message(instance, ordinal, kind, task, name, data)
            VALUES (?1, 1 + coalesce((SELECT max(ordinal) FROM message WHERE instance=?1), 0), ?2, ?3, ?4, ?5)
            RETURNING ordinal
            """);
        _insertTurn = Prepare("INSERT INTO turn(instance, number, legal, machine, through, actions) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        _insertActivity = Prepare($"INSERT INTO activity({RowReading.ActivityColumns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        _insertTimer = Prepare("INSERT INTO timer(instance, execution, task, clock, due) VALUES (?1, ?2, ?3, ?4, ?5)");
        _turnDone = Prepare("""
            UPDATE instance SET status=?4, updated=?5, custom_status=?6, turns=?3+1, through=?7, output=?8, failure=?9
            WHERE seq=?1 AND execution=?2 AND turns=?3 AND status IN (0, 6, 7)
            """);
        _terminated = Prepare("UPDATE instance SET status=?2, updated=?3, output=?4 WHERE seq=?1");
        _continued = Prepare("""
            UPDATE instance SET execution=execution+1, version=coalesce(?2, version), input=?3, turns=0, through=0 WHERE seq=?1
            """);
        _release = Prepare("UPDATE instance SET start_at=NULL WHERE seq=?1");
        _redeliver = Prepare("UPDATE activity SET deliveries=deliveries+1 WHERE instance=?1 AND execution=?2 AND task=?3");
        _deleteActivity = Prepare("DELETE FROM activity WHERE instance=?1 AND execution=?2 AND task=?3");
        _deleteTimer = Prepare("DELETE FROM timer WHERE instance=?1 AND execution=?2 AND task=?3");
        _due = Prepare("SELECT instance, execution, task FROM timer WHERE clock=?1 AND due<=?2 ORDER BY due LIMIT ?3");
        _nextDue = Prepare("SELECT min(due) FROM timer WHERE clock=?1");
        _unplayed = Prepare("SELECT ordinal, kind, task, name, data FROM message WHERE instance=?1 AND ordinal>?2 ORDER BY ordinal");
        _deleteWork = [Prepare("DELETE FROM activity WHERE instance=?1"), Prepare("DELETE FROM timer WHERE instance=?1")];
        _deleteHistory = [Prepare("DELETE FROM message WHERE instance=?1"), Prepare("DELETE FROM turn WHERE instance=?1")];
        _restart = Prepare("SELECT name, version, input, tags FROM instance WHERE seq=?1");
        _deleteInstance = Prepare("DELETE FROM instance WHERE seq=?1");
        _purgeable = Prepare("""
            SELECT seq, execution, id, status FROM instance
            WHERE seq>?1 AND status IN (1, 3, 5) AND (?2 IS NULL OR created>=?2) AND (?3 IS NULL OR created<=?3)
              AND (?4 IS NULL OR status IN (SELECT value FROM json_each(?4))) ORDER BY seq LIMIT ?5
            """);
        using var last = Prepare("SELECT max(seq) FROM instance");
        _lastSequence = last.Number() ?? 0;
        _checkpointer = new Checkpointer(path);
    }

    /// <summary>What the running piece of work will mean for memory.</summary>
    public List<StoreEffect> Effects { get; set; } = [];

    public void Begin() => _begin.Execute();

    public void Commit()
    {
        _commit.Execute();
        var changes = raw.sqlite3_total_changes(_connection.Handle);
        if (changes - _carried < ChangesBetweenCheckpoints)
            return;
        _carried = changes;
        _checkpointer.Wake();
    }

    public void Rollback() => _rollback.Execute();

    public InstanceKey? Find(string id) => _byId.Read(Key, id).FirstOrDefault();

    public InstanceKey? Find(long sequence) => _bySequence.Read(Key, sequence).FirstOrDefault();

    public ParentLink? ParentOf(long sequence) => _parent.Read(
        row => new ParentLink(row.Int64(0), row.Int32(1), row.Int32(2), row.Text(3), row.Text(4)), sequence).FirstOrDefault();

    public List<InstanceKey> OpenChildren(long sequence) => _children.Read(Key, sequence);

    /// <summary>Adds an instance; one with a start time waits for it on the legal clock.</summary>
    public InstanceHeader AddInstance(NewInstance added, long now, ParentLink? parent)
    {
        var header = new InstanceHeader(
            ++_lastSequence, 0, added.Id, added.Name, added.Version, added.Input, parent, added.TraceParent, added.TraceState);
        _insertInstance.Execute(
            header.Sequence, 0, header.Id, header.Name, header.Version, header.Input, parent?.Sequence, parent?.Execution, parent?.TaskId,
            parent?.Id, parent?.Name, header.TraceParent, header.TraceState, (int)OrchestrationRuntimeStatus.Pending, now, added.StartAt,
            HistoryJson.Tags(added.Tags));
        if (added.StartAt is { } due)
            AddTimer(header.Sequence, 0, StartTask, DurableClock.Legal, due);
        else
            Effects.Add(new StoreEffect.Created(header));
        return header;
    }

    /// <summary>The task number of a scheduled start.</summary>
    public const int StartTask = -1;

    public void AddMessage(long instance, MessageKind kind, int task, string? name, string? data)
    {
        var ordinal = _insertMessage.Number(instance, (int)kind, task, name, data)!.Value;
        Effects.Add(new StoreEffect.Arrived(instance, new(ordinal, kind, task, name, data)));
    }

    public void AddTurn(long instance, Turn turn) => _insertTurn.Execute(
        instance, turn.Number, turn.Time.Legal.Ticks, turn.Time.Machine.Ticks, turn.Through, HistoryJson.Actions(turn.Actions));

    public void AddActivity(QueuedActivity activity)
    {
        _insertActivity.Execute(
            activity.Instance, activity.Execution, activity.TaskId, activity.InstanceId, activity.Name, activity.Input,
            activity.TraceParent, activity.TraceState, activity.Deliveries);
        Effects.Add(new StoreEffect.Queued(activity));
    }

    public void AddTimer(long instance, int execution, int task, DurableClock clock, long due)
    {
        _insertTimer.Execute(instance, execution, task, (int)clock, due);
        Effects.Add(new StoreEffect.Armed(clock, due));
    }

    /// <summary>Records that a turn was made; false where the instance is no longer as the turn found it.</summary>
    public bool FinishTurn(InstanceHeader instance, Turn turn, TurnOutcome outcome, long now)
    {
        var status = outcome.Next is null ? outcome.Status : OrchestrationRuntimeStatus.Running;
        var failure = outcome.Failure is { } details ? HistoryJson.Failure(details) : null;
        if (_turnDone.Execute(
            instance.Sequence, instance.Execution, turn.Number, (int)status, now, outcome.CustomStatus, turn.Through, outcome.Output, failure) != 1)
            return false;
        if (outcome.IsEnd || turn.Number == 0)
            Effects.Add(new StoreEffect.Moved(instance.Id));
        return true;
    }

    /// <summary>Ends an instance outside of any turn.</summary>
    public void Terminate(InstanceKey instance, string? output, long now)
    {
        _terminated.Execute(instance.Sequence, (int)OrchestrationRuntimeStatus.Terminated, now, output);
        Effects.Add(new StoreEffect.Moved(instance.Id));
        Effects.Add(new StoreEffect.Dropped(instance.Sequence));
    }

    public void Continue(long instance, string? version, string? input) => _continued.Execute(instance, version, input);

    public void Release(long instance)
    {
        _release.Execute(instance);
        Effects.Add(new StoreEffect.Ready(instance));
    }

    public bool Redeliver(QueuedActivity activity) => _redeliver.Execute(activity.Instance, activity.Execution, activity.TaskId) == 1;

    public bool DeleteActivity(QueuedActivity activity) => _deleteActivity.Execute(activity.Instance, activity.Execution, activity.TaskId) == 1;

    public void DeleteTimer(long instance, int execution, int task) => _deleteTimer.Execute(instance, execution, task);

    public List<(long Instance, int Execution, int Task)> Due(DurableClock clock, long now, int limit) =>
        _due.Read(row => (row.Int64(0), row.Int32(1), row.Int32(2)), (int)clock, now, limit);

    public long? NextDue(DurableClock clock) => _nextDue.Number((int)clock);

    public List<Message> Unplayed(long instance, long through) => _unplayed.Read(RowReading.Message, instance, through);

    /// <summary>What it takes to start an instance again.</summary>
    public NewInstance Again(long sequence, string id) => _restart.Read(
        row => new NewInstance(id, row.Text(0), row.Text(1), row.TextOrNull(2), null, HistoryJson.Tags(row.TextOrNull(3)), null, null), sequence)[0];

    /// <summary>Deletes what an instance has queued: activities and timers.</summary>
    public void DeleteWork(long instance)
    {
        foreach (var statement in _deleteWork)
            statement.Execute(instance);
    }

    public void DeleteHistory(long instance)
    {
        foreach (var statement in _deleteHistory)
            statement.Execute(instance);
    }

    /// <summary>Deletes an instance with everything of it.</summary>
    public void Delete(long instance)
    {
        DeleteWork(instance);
        DeleteHistory(instance);
        _deleteInstance.Execute(instance);
        Effects.Add(new StoreEffect.Dropped(instance));
    }

    public List<InstanceKey> Purgeable(long after, long? from, long? to, string? statuses, int limit) =>
        _purgeable.Read(Key, after, from, to, statuses, limit);

    public void Dispose()
    {
        _checkpointer.Dispose();
        foreach (var statement in _statements)
            statement.Dispose();
        _connection.Dispose();
    }

    private static InstanceKey Key(Statement row) =>
        new(row.Int64(0), row.Int32(1), row.Text(2), (OrchestrationRuntimeStatus)row.Int32(3));

    private Statement Prepare(string sql)
    {
        var statement = new Statement(_connection, sql);
        _statements.Add(statement);
        return statement;
    }
}
