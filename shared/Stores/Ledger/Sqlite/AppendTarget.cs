using EntCredit.Domain.Records;
using EntCredit.Stores.Views.Projections;

namespace EntCredit.Stores.Ledger.Sqlite;

/// <summary>Where the writer's work goes: events, heads and projections of one open transaction.</summary>
internal sealed class AppendTarget(SqliteSession session, PersonalVault vault, ProjectionSet projections)
{
    private const string FindHead = "SELECT id, version, partition, hash FROM streams WHERE name = ?";
    private const string AddHead = "INSERT INTO streams (id, name, partition, version, hash) VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING";
    private const string MoveHead = "UPDATE streams SET version = ?, hash = ? WHERE id = ?";
    private const string AddEvent = "INSERT INTO events (position, stream, version, hash, canonical) VALUES (?, ?, ?, ?, ?)";
    private const string AddPersonal = "INSERT INTO personal (position, key, sealed) VALUES (?, ?, ?)";

    private long _position;
    private long _stream;

    public SqliteSession Session => session;

    public ProjectionSet Projections => projections;

    /// <summary>At the start of a transaction: another process may have written since the last.</summary>
    public void Begin()
    {
        _position = session.Prepare("SELECT max(position) FROM events").First(row => row.Number(0)) ?? 0;
        _stream = session.Prepare("SELECT max(id) FROM streams").First(row => row.Number(0)) ?? 0;
    }

    /// <summary>After a roll-back: what was remembered may never have been.</summary>
    public void Undone()
    {
        Begin();
        projections.Forget();
    }

    /// <summary>Writes the appends of one call.</summary>
    /// <exception cref="LedgerConflictException">A stream has another version.</exception>
    public void Append(IReadOnlyList<EncodedAppend> appends)
    {
        var keys = KeysFor(appends);
        foreach (var append in appends) Append(append, keys);
        projections.Complete();
    }

    private void Append(EncodedAppend append, IReadOnlyDictionary<string, (long Id, byte[] Key)> keys)
    {
        var head = append.ExpectedVersion == 0 ? null : Find(append.Stream);
        if (append.ExpectedVersion != (head?.Version ?? 0)) throw new LedgerConflictException(append.Stream, append.ExpectedVersion, head?.Version ?? 0);
        if (head is { } known && (known.Partition ?? append.Stream) != append.Partition)
            throw new InvalidOperationException($"Stream {append.Stream} lies in partition {known.Partition ?? append.Stream}, not {append.Partition}: it never changes.");

        var hashes = Chain(append, head?.Hash ?? []);
        var stream = head?.Id ?? Begin(append, hashes.AsSpan()[^EventHash.Bytes..]);
        for (var each = 0; each < append.Events.Count; each++)
        {
            var (happened, version) = (append.Events[each], append.ExpectedVersion + each + 1);
            if (append.ClaimsIdentity && happened.Event is RecordEvent.Collected collected && RecordKeyProjection.OtherWith(session, collected, append.Stream) is { } other)
                throw new LedgerConflictException(other, 0, 1);
            session.Prepare(AddEvent)
                .Bind(++_position).Bind(stream).Bind(version).Bind(hashes.AsSpan(each * EventHash.Bytes, EventHash.Bytes)).BindText(happened.Canonical.Span).Run();
            if (happened.Personal is { } personal)
            {
                var (id, key) = keys[append.Partition];
                session.Prepare(AddPersonal).Bind(_position).Bind(id).Bind(vault.Seal(key, append.Stream, version, personal.Span)).Run();
            }

            projections.Apply(new Fact(_position, stream, append.Stream, happened.Event, version == 1));
        }

        if (head is not null) session.Prepare(MoveHead).Bind(append.ExpectedVersion + append.Events.Count).Bind(hashes.AsSpan()[^EventHash.Bytes..]).Bind(stream).Run();
    }

    private (long Id, long Version, string? Partition, byte[] Hash)? Find(string stream) =>
        session.Prepare(FindHead).Bind(stream).First(row => (row.Number(0), row.Number(1), row.TextOrNull(2), row.Bytes(3).ToArray()));

    // A new stream is written once, with the version and the hash that it comes to: nobody is asked before whether it is there.
    private long Begin(EncodedAppend append, ReadOnlySpan<byte> hash)
    {
        var added = session.Prepare(AddHead)
            .Bind(_stream + 1)
            .Bind(append.Stream)
            .Bind(append.Partition == append.Stream ? null : append.Partition)
            .Bind(append.Events.Count)
            .Bind(hash)
            .Write();
        if (added == 0) throw new LedgerConflictException(append.Stream, 0, Find(append.Stream)!.Value.Version);
        return ++_stream;
    }

    // The hashes of the events, one after the other.
    private static byte[] Chain(EncodedAppend append, ReadOnlySpan<byte> before)
    {
        var hashes = new byte[append.Events.Count * EventHash.Bytes];
        for (var each = 0; each < append.Events.Count; each++)
        {
            var hash = hashes.AsSpan(each * EventHash.Bytes, EventHash.Bytes);
            EventHash.Compute(before, append.Events[each].Canonical.Span, hash);
            before = hash;
        }

        return hashes;
    }

    private IReadOnlyDictionary<string, (long Id, byte[] Key)> KeysFor(IReadOnlyList<EncodedAppend> appends)
    {
        var partitions = appends.Where(append => append.Events.Any(happened => happened.Personal is not null))
            .Select(append => append.Partition)
            .ToHashSet(StringComparer.Ordinal);
        return partitions.Count == 0 ? new Dictionary<string, (long, byte[])>() : vault.Keys(partitions);
    }
}
