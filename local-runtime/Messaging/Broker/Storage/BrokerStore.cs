using EntCredit.LocalRuntime.Messaging.Storage;
using EntCredit.LocalRuntime.Storage;
using Microsoft.Data.Sqlite;

namespace EntCredit.LocalRuntime.Messaging.Broker.Storage;

/// <summary>The statements of the one writer. Each belongs to the transaction that its thread has open.</summary>
internal sealed class BrokerStore : IGroupStore
{
    private const int Block = 10_000;
    private const string Columns =
        "m.seq, m.entity, m.state, m.original, m.enqueued, m.deliveries, m.locks, m.due, m.expires, m.ttl, c.annotations, c.data";

    private readonly SqliteConnection _connection;
    private readonly List<Statement> _statements = [];
    private readonly Statement _begin, _commit, _rollback, _reserve;
    private readonly Statement _addMessage, _addContent, _deleteMessage, _deleteContent;
    private readonly Statement _move, _rewrite, _renumber, _ready, _find, _peek, _due, _nextDue, _anyIn, _see, _forget;
    private long _last;
    private long _reserved;

    public BrokerStore(string path)
    {
        _connection = BrokerSchema.Open(path);
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _rollback = Prepare("ROLLBACK");
        _reserve = Prepare("UPDATE counter SET reserved=?1");
        _addMessage = Prepare("INSERT INTO message VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
        _addContent = Prepare("INSERT INTO content VALUES (?1, ?2, ?3)");
        _deleteMessage = Prepare("DELETE FROM message WHERE seq=?1");
        _deleteContent = Prepare("DELETE FROM content WHERE seq=?1");
        _move = Prepare("UPDATE message SET entity=?2, state=?3, deliveries=?4, locks=?5, clock=0, due=?6, expires=?7 WHERE seq=?1");
        _rewrite = Prepare("UPDATE content SET data=?2 WHERE seq=?1");
        _renumber = Prepare("UPDATE content SET seq=?2 WHERE seq=?1");
        _ready = Prepare($"SELECT {Columns} FROM message m JOIN content c USING(seq) WHERE m.entity=?1 AND m.state=0 ORDER BY m.seq LIMIT ?2");
        _find = Prepare($"SELECT {Columns} FROM message m JOIN content c USING(seq) WHERE m.seq=?1");
        _peek = Prepare($"SELECT {Columns} FROM message m JOIN content c USING(seq) WHERE m.entity=?1 AND m.state=?2 AND m.seq>=?3 ORDER BY m.seq LIMIT ?4");
        _due = Prepare($"SELECT {Columns} FROM message m JOIN content c USING(seq) WHERE m.clock=?1 AND m.due<=?2 AND m.entity IN (SELECT entity FROM declared) ORDER BY m.due LIMIT ?3");
        _nextDue = Prepare("SELECT due FROM message WHERE clock=?1 AND due IS NOT NULL AND entity IN (SELECT entity FROM declared) ORDER BY due LIMIT 1");
        _anyIn = Prepare("SELECT 1 FROM message WHERE entity=?1 AND state IN (0, 1) LIMIT 1");
        _see = Prepare("""
            INSERT INTO seen VALUES (?1, ?2, ?4) ON CONFLICT DO UPDATE SET until=excluded.until WHERE until<=?3
            """);
        _forget = Prepare("DELETE FROM seen WHERE until<=?1");
        using var counter = new Statement(_connection, "SELECT reserved FROM counter");
        _last = _reserved = counter.Number() ?? 0;
    }

    /// <summary>The entities in which the open transaction, or the one just committed, made a message ready.</summary>
    public HashSet<long> MadeReady { get; } = [];

    /// <summary>The earliest instant of each clock that the same transaction made something wait for.</summary>
    public long[] Armed { get; } = [long.MaxValue, long.MaxValue];

    public void Begin()
    {
        MadeReady.Clear();
        Armed.AsSpan().Fill(long.MaxValue);
        _begin.Execute();
    }

    public void Commit() => _commit.Execute();

    public void Rollback()
    {
        // The reservation was rolled back too.
        _reserved = _last;
        _rollback.Execute();
    }

    /// <summary>The number of an address, which it keeps.</summary>
    public long EntityId(string path)
    {
        using var add = new Statement(_connection, "INSERT INTO entity(path) VALUES (?1) ON CONFLICT DO NOTHING");
        add.Execute(path);
        using var find = new Statement(_connection, "SELECT id FROM entity WHERE path=?1");
        return find.Number(path)!.Value;
    }

    /// <summary>Says that an entity is declared: time passes for its messages.</summary>
    public void Declare(long entity)
    {
        using var declare = new Statement(_connection, "INSERT INTO declared VALUES (?1)");
        declare.Execute(entity);
    }

    /// <summary>The addresses that have messages, each with its number and how many.</summary>
    public List<(long Id, string Path, long Count)> Held()
    {
        using var held = new Statement(_connection, "SELECT e.id, e.path, count(*) FROM entity e JOIN message m ON m.entity=e.id GROUP BY e.id");
        return held.Read(row => (row.Int64(0), row.Text(1), row.Int64(2)));
    }

    /// <summary>Adds a message that is available now.</summary>
    public long AddReady(long entity, long enqueued, long? expires, byte[]? annotations, byte[] content, long? original = null)
    {
        long sequence = Next();
        InsertMessage(sequence, entity, MessageState.Ready, original ?? sequence, enqueued, BrokerClock.Machine, expires, expires, null);
        _addContent.Execute(sequence, annotations, content);
        MadeReady.Add(entity);
        return sequence;
    }

    /// <summary>Adds a message that waits until it is due by legal time.</summary>
    public long AddScheduled(long entity, long now, long due, long? ttl, byte[]? annotations, byte[] content)
    {
        long sequence = Next();
        InsertMessage(sequence, entity, MessageState.Scheduled, sequence, now, BrokerClock.Legal, due, null, ttl);
        _addContent.Execute(sequence, annotations, content);
        return sequence;
    }

    /// <summary>Makes a scheduled message available under a new number, as if it came now.</summary>
    public void Enqueue(StoredMessage message, long now, long? expires)
    {
        long sequence = Next();
        _deleteMessage.Execute(message.Sequence);
        InsertMessage(sequence, message.Entity, MessageState.Ready, message.Original, now, BrokerClock.Machine, expires, expires, null);
        _renumber.Execute(message.Sequence, sequence);
        MadeReady.Add(message.Entity);
    }

    public void Delete(long sequence)
    {
        _deleteMessage.Execute(sequence);
        _deleteContent.Execute(sequence);
    }

    /// <summary>Locks a message until an instant and counts the delivery.</summary>
    public StoredMessage Lock(StoredMessage message, long until)
    {
        StoredMessage locked = message with
        {
            State = MessageState.Locked,
            Deliveries = message.Deliveries + 1,
            Locks = message.Locks + 1,
            Due = until,
        };
        Place(locked);
        return locked;
    }

    /// <summary>Puts a message where and how the record says; a ready one waits for its expiry.</summary>
    public void Place(StoredMessage message)
    {
        long? due = message.State == MessageState.Ready ? message.Expires : message.Due;
        _move.Execute(message.Sequence, message.Entity, (int)message.State, message.Deliveries, message.Locks, due, message.Expires);
        if (message.State == MessageState.Ready)
            MadeReady.Add(message.Entity);
        Arm(BrokerClock.Machine, due);
    }

    public void Rewrite(long sequence, byte[] content) => _rewrite.Execute(sequence, content);

    public List<StoredMessage> Ready(long entity, int count) => _ready.Read(Message, entity, count);

    public StoredMessage? Find(long sequence) => _find.Read(Message, sequence).FirstOrDefault();

    /// <summary>Messages of an entity from a number on, whatever their state.</summary>
    public List<StoredMessage> Peek(long entity, long from, int count) =>
        [
            .. Enum.GetValues<MessageState>()
                .SelectMany(state => _peek.Read(Message, entity, (int)state, from, count))
                .OrderBy(m => m.Sequence)
                .Take(count),
        ];

    public List<StoredMessage> Due(BrokerClock clock, long now, int count) => _due.Read(Message, (int)clock, now, count);

    public long? NextDue(BrokerClock clock) => _nextDue.Number((int)clock);

    /// <summary>Whether an entity has a message that is available or locked.</summary>
    public bool HasOpen(long entity) => _anyIn.Number(entity) is not null;


    /// <summary>Remembers a message's id; false where it is remembered already.</summary>
    public bool See(long entity, string id, long now, long until) => _see.Execute(entity, id, now, until) == 1;

    /// <summary>Forgets the ids whose time is over.</summary>
    public void Forget(long now) => _forget.Execute(now);

    public void Dispose()
    {
        foreach (Statement statement in _statements)
            statement.Dispose();
        _connection.Dispose();
    }

    private void InsertMessage(
        long sequence, long entity, MessageState state, long original, long enqueued, BrokerClock clock, long? due, long? expires, long? ttl)
    {
        _addMessage.Execute(sequence, entity, (int)state, original, enqueued, 0, 0L, (int)clock, due, expires, ttl);
        Arm(clock, due);
    }

    private void Arm(BrokerClock clock, long? due)
    {
        if (due < Armed[(int)clock])
            Armed[(int)clock] = due.Value;
    }

    // A number is never given twice, whatever was deleted or rolled back: a block is reserved in the transaction that first uses it.
    private long Next()
    {
        if (_last >= _reserved)
        {
            _reserved = _last + Block;
            _reserve.Execute(_reserved);
        }
        return ++_last;
    }

    private static StoredMessage Message(Statement row) =>
        new(
            row.Int64(0),
            row.Int64(1),
            (MessageState)row.Int64(2),
            row.Int64(3),
            row.Int64(4),
            (int)row.Int64(5),
            row.Int64(6),
            row.Int64OrNull(7),
            row.Int64OrNull(8),
            row.Int64OrNull(9),
            row.BytesOrNull(10),
            row.Bytes(11)
        );

    private Statement Prepare(string sql)
    {
        var statement = new Statement(_connection, sql);
        _statements.Add(statement);
        return statement;
    }
}
