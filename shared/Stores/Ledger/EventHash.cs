using System.Security.Cryptography;

namespace EntCredit.Stores.Ledger;

/// <summary>The link of the chain: SHA-256 over the hash of the stream's event before it (nothing, for the first) and the canonical bytes.</summary>
public static class EventHash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Bytes = SHA256.HashSizeInBytes;

    /// <summary>The hash of an event.</summary>
    /// <param name="previous">The hash of the event before it in its stream; empty for the first.</param>
    /// <param name="canonical">Its canonical bytes.</param>
    /// <param name="hash">Where the hash goes.</param>
    public static void Compute(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> canonical, Span<byte> hash)
    {
        if (previous.IsEmpty)
        {
            SHA256.HashData(canonical, hash);
            return;
        }

        var length = previous.Length + canonical.Length;
        var joined = length <= 2048 ? stackalloc byte[length] : new byte[length];
        previous.CopyTo(joined);
        canonical.CopyTo(joined[previous.Length..]);
        SHA256.HashData(joined, hash);
    }
}
