using System.Text;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Domain.Seals;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Ledger.Seals;

/// <summary>Makes the inclusion proof of a public record from a ledger's file, without a running system.</summary>
public static class ProofMaker
{
    private const string Events = """
        SELECT e.position, e.canonical, e.version FROM streams s JOIN events e ON e.stream = s.id WHERE s.name = ? ORDER BY e.version
        """;

    /// <summary>The proof of the record's events that are sealed.</summary>
    /// <exception cref="ProofRefusedException">There is no such record, it is not public, or nothing of it is sealed yet.</exception>
    public static InclusionProof Of(string path, string record)
    {
        using var session = ReadSessions.Open(path);
        var events = session.Prepare(Events).Bind(record).All(row => (Position: row.Number(0), Canonical: row.Bytes(1).ToArray(), Version: row.Number(2)))
            .ConvertAll(row => (Position: OrderedHashes.NumberOf(session, record, row.Version, row.Position) ?? long.MaxValue, row.Canonical));
        var state = Record.Fold(events.Select(one => EventCodec.Decode(one.Canonical)).OfType<RecordEvent>());
        if (state.Phase == RecordPhase.Unknown) throw new ProofRefusedException(ProofRefusal.Unknown);
        if (state.Phase != RecordPhase.Published || state.Content!.Scope != UseScope.Public) throw new ProofRefusedException(ProofRefusal.NotPublic);

        var seals = OrderedHashes.Seals(session, int.MaxValue);
        seals.Reverse();
        var hashes = new Dictionary<DateOnly, List<byte[]>>();
        var proven = events
            .Select(one => (one.Canonical, one.Position, Seal: seals.Find(seal => seal.Sealed.From <= one.Position && one.Position <= seal.Sealed.Through)))
            .TakeWhile(one => one.Seal is not null)
            .Select(one => new ProvenEvent(Encoding.UTF8.GetString(one.Canonical), one.Seal!.Sealed.Day, PathOf(one.Position, one.Seal.Sealed)))
            .ToList();
        if (proven.Count == 0) throw new ProofRefusedException(ProofRefusal.NotSealed);
        return new InclusionProof(
            InclusionProof.Current,
            record,
            proven,
            [.. seals.SkipWhile(seal => seal.Sealed.Day < proven[0].Day).Select(seal => new ProvenSeal(seal.Canonical, seal.PreviousHash, seal.Hash))]);

        IReadOnlyList<MerkleStep> PathOf(long position, DaySealed seal)
        {
            if (!hashes.TryGetValue(seal.Day, out var ofDay)) hashes[seal.Day] = ofDay = OrderedHashes.All(session, seal.From, seal.Through);
            return MerkleTree.Path(ofDay, (int)(position - seal.From));
        }
    }
}

/// <summary>Why there is no proof.</summary>
public enum ProofRefusal
{
    /// <summary>The ledger has no such record.</summary>
    Unknown,

    /// <summary>The record is not public.</summary>
    NotPublic,

    /// <summary>No seal covers it yet: after the day's end one will.</summary>
    NotSealed,
}

/// <summary>No proof is given.</summary>
public sealed class ProofRefusedException(ProofRefusal reason) : Exception($"No proof: {reason}.")
{
    /// <summary>Why.</summary>
    public ProofRefusal Reason { get; } = reason;
}
