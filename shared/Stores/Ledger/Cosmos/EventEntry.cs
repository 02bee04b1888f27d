using System.IO.Compression;
using System.Text;

namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>
/// An event in a document. Its canonical bytes are text, or packed where that is shorter: in JSON every one of their quotation marks would be escaped, and a collected record with its publication is to
/// fit into two kilobytes.
/// </summary>
/// <param name="T">Its place in time: microseconds since 1970 by the writer's clock, ascending within a writer.</param>
/// <param name="W">The mark of the write that brought it, by which a writer without an answer knows its own.</param>
/// <param name="C">Its canonical bytes as text, or null.</param>
/// <param name="B">Its canonical bytes packed with Brotli, base64, or null.</param>
/// <param name="K">The key that <paramref name="P"/> is sealed with, or null.</param>
/// <param name="P">Sealed salt and personal data, base64, or null.</param>
internal sealed record EventEntry(long T, string W, string? C = null, string? B = null, string? K = null, string? P = null)
{
    private const int Quality = 9;
    private const int Window = 18;

    /// <summary>An entry of an event.</summary>
    public static EventEntry Of(ReadOnlySpan<byte> canonical, long at, string mark)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(canonical.Length)];
        var isPacked = BrotliEncoder.TryCompress(canonical, packed, out var length, Quality, Window);
        var text = Encoding.UTF8.GetString(canonical);
        return isPacked && length * 4 / 3 < canonical.Length
            ? new EventEntry(at, mark, B: Convert.ToBase64String(packed.AsSpan(0, length)))
            : new EventEntry(at, mark, C: text);
    }

    /// <summary>The canonical bytes.</summary>
    public byte[] Canonical()
    {
        if (B is null) return Encoding.UTF8.GetBytes(C!);
        using var unpacking = new BrotliStream(new MemoryStream(Convert.FromBase64String(B)), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        unpacking.CopyTo(plain);
        return plain.ToArray();
    }

    /// <summary>About how many characters it takes in a document.</summary>
    public int Length() => (B ?? C)!.Length + (P?.Length ?? 0);
}
