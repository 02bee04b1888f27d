using EntCredit.Domain.Records;
using EntCredit.Stores.Views.Projections;

namespace EntCredit.Stores.Ledger.Sqlite;

/// <summary>Where the writer's work goes: events, heads and projections of one open transaction.</summary>
internal sealed class AppendTarget(SqliteSession session, PersonalVault vault, ProjectionSet projections)
{
    private const string FindHead = "SELECT id, version, partition, hash FROM streams WHERE name = ?";
    private const string AddHead = "INSERT INTO streams (name, partition, version, hash) VALUES (?, ?, ?, ?) RETURNING id";
    private const string MoveHead = "UPDATE streams SET version = ?, hash = ? WHERE id = ?";
    private const string AddEvent = "INSERT INTO events (position, stream, version, hash, canonical) VALUES (?, ?, ?, ?, ?)";
    private const string AddPersonal = "INSERT INTO personal (position, key, sealed) VALUES (?, ?, ?)";

    private readonly byte[] _hash = new byte[EventHash.Bytes];
    private long _position;

    public SqliteSession Session => session;

    public ProjectionSet Projections => projections;

    /// <summary>At the start of a transaction: another process may have written since the last.</summary>
    public void Begin() => _position = LastPosition();

    /// <summary>After a roll-back: what was remembered may never have been.</summary>
    public void Undone()
    {
        _position = LastPosition();
        projections.Forget();
    }

    /// <summary>Writes the appends of one call.</summary>
    /// <exception cref="LedgerConflictException">A stream has another version.</exception>
    public void Append(IReadOnlyList<EncodedAppend> appends)
    {
        var keys = KeysFor(appends);
        foreach (var append in appends) Append(append, keys);
    }

    private void Append(EncodedAppend append, IReadOnlyDictionary<string, (long Id, byte[] Key)> keys)
    {
        var head = session.Prepare(FindHead).Bind(append.Stream)
            .First(row => (Id: row.Number(0), Version: row.Number(1), Partition: row.TextOrNull(2), Hash: row.Bytes(3).ToArray()));
        var version = head?.Version ?? 0;
        if (version != append.ExpectedVersion) throw new LedgerConflictException(append.Stream, append.ExpectedVersion, version);
        if (head is { } known && (known.Partition ?? append.Stream) != append.Partition)
            throw new InvalidOperationException($"Stream {append.Stream} lies in partition {known.Partition ?? append.Stream}, not {append.Partition}: it never changes.");

        var stream = head?.Id ?? session.Prepare(AddHead)
            .Bind(append.Stream)
            .Bind(append.Partition == append.Stream ? null : append.Partition)
            .Bind(0)
            .Bind([]).First(row => row.Number(0))!.Value;
        ReadOnlySpan<byte> previous = head?.Hash ?? [];
        foreach (var happened in append.Events)
        {
            if (append.ClaimsIdentity && happened.Event is RecordEvent.Collected collected && RecordKeyProjection.OtherWith(session, collected, append.Stream) is { } other)
                throw new LedgerConflictException(other, 0, 1);
            EventHash.Compute(previous, happened.Canonical.Span, _hash);
            previous = _hash;
            session.Prepare(AddEvent).Bind(++_position).Bind(stream).Bind(++version).Bind(_hash).BindText(happened.Canonical.Span).Run();
            if (happened.Personal is { } personal)
            {
                var (id, key) = keys[append.Partition];
                session.Prepare(AddPersonal).Bind(_position).Bind(id).Bind(vault.Seal(key, append.Stream, version, personal.Span)).Run();
            }

            projections.Apply(new Fact(_position, stream, append.Stream, happened.Event));
        }

        session.Prepare(MoveHead).Bind(version).Bind(_hash).Bind(stream).Run();
    }

    private IReadOnlyDictionary<string, (long Id, byte[] Key)> KeysFor(IReadOnlyList<EncodedAppend> appends)
    {
        var partitions = appends.Where(append => append.Events.Any(happened => happened.Personal is not null))
            .Select(append => append.Partition)
            .ToHashSet(StringComparer.Ordinal);
        return partitions.Count == 0 ? new Dictionary<string, (long, byte[])>() : vault.Keys(partitions);
    }

    private long LastPosition() => session.Prepare("SELECT max(position) FROM events").First(row => row.Number(0)) ?? 0;
}
