using System.Text;
using System.Text.Json;
using EntCredit.Domain.Seals;

namespace EntCredit.Stores.Ledger.Seals;

/// <summary>Checks an inclusion proof by itself: no ledger, no access, nothing but hashes.</summary>
public static class ProofCheck
{
    /// <summary>What is wrong with a proof, or null where it holds.</summary>
    public static ProofFault? First(InclusionProof proof)
    {
        if (proof.Format != InclusionProof.Current) return ProofFault.Format;
        if (proof.Events.Count == 0 || proof.Seals.Count == 0) return ProofFault.Incomplete;
        try
        {
            return Seals(proof, out var roots) ?? Events(proof, roots);
        }
        catch (Exception illegible) when (illegible is JsonException or FormatException or InvalidOperationException or ArgumentException or InvalidCastException)
        {
            return ProofFault.Format;
        }
    }

    private static ProofFault? Seals(InclusionProof proof, out Dictionary<DateOnly, string> roots)
    {
        roots = [];
        var previous = proof.Seals[0].Previous;
        foreach (var seal in proof.Seals)
        {
            if (seal.Previous != previous || HashOf(seal.Previous, seal.Canonical) != seal.Hash) return ProofFault.SealChain;
            var sealedDay = (DaySealed)EventCodec.Decode(Encoding.UTF8.GetBytes(seal.Canonical));
            roots[sealedDay.Day] = sealedDay.Root;
            previous = seal.Hash;
        }

        return null;
    }

    private static ProofFault? Events(InclusionProof proof, Dictionary<DateOnly, string> roots)
    {
        var previous = string.Empty;
        for (var place = 0; place < proof.Events.Count; place++)
        {
            var one = proof.Events[place];
            var envelope = EventEnvelope.Read(Encoding.UTF8.GetBytes(one.Canonical));
            if (envelope.Stream != proof.Record || envelope.Version != place + 1) return ProofFault.EventChain;
            previous = HashOf(previous, one.Canonical);
            if (!roots.TryGetValue(one.Day, out var root)) return ProofFault.Incomplete;
            if (Convert.ToHexStringLower(MerkleTree.RootBy(Convert.FromHexString(previous), one.Path)) != root) return ProofFault.Path;
        }

        return null;
    }

    private static string HashOf(string previous, string canonical)
    {
        Span<byte> hash = stackalloc byte[EventHash.Bytes];
        EventHash.Compute(Convert.FromHexString(previous), Encoding.UTF8.GetBytes(canonical), hash);
        return Convert.ToHexStringLower(hash);
    }
}

/// <summary>In what way a proof does not hold.</summary>
public enum ProofFault
{
    /// <summary>It is not written as a proof is.</summary>
    Format,

    /// <summary>It has no events, no seals, or lacks the seal of an event's day.</summary>
    Incomplete,

    /// <summary>A seal is not the one that its hash names, or does not follow the one before it.</summary>
    SealChain,

    /// <summary>An event is of another record or out of its order.</summary>
    EventChain,

    /// <summary>The way from an event does not lead to its day's root: it, or one before it, was altered.</summary>
    Path,
}
