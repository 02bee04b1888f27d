using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EntCredit.Stores.Views.Projections;

/// <summary>
/// A key of <see cref="Domain.Records.RecordKeys"/> in 16 bytes. The first four come of what stands before the last digits of the document's number, so that a
/// department's numbers, which follow each other, lie near each other: a segment of a thousand rows touches a few pages of the index and not a thousand. The
/// other twelve come of the SHA-256 of the whole key: no two keys are the same by chance.
/// </summary>
public static class NarrowKey
{
    private const int Bytes = 16;
    private const int Neighbourhood = 4;
    private const int LastDigits = 3;
    private const int ShortKey = 256;

    /// <summary>The bytes of a key.</summary>
    public static byte[] Of(string key)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> utf8 = key.Length <= ShortKey ? stackalloc byte[3 * ShortKey] : new byte[Encoding.UTF8.GetMaxByteCount(key.Length)];
        SHA256.HashData(utf8[..Encoding.UTF8.GetBytes(key, utf8)], digest);
        var narrow = new byte[Bytes];
        BinaryPrimitives.WriteUInt32BigEndian(narrow, Near(key));
        digest[..(Bytes - Neighbourhood)].CopyTo(narrow.AsSpan(Neighbourhood));
        return narrow;
    }

    // The number is the part before the subject, which comes last; a key without a number has no neighbours, and lies anywhere.
    private static uint Near(string key)
    {
        var number = key.AsSpan(0, Math.Max(0, key.LastIndexOf('\u001f')));
        var end = number.LastIndexOfAnyInRange('0', '9') + 1;
        var start = end;
        while (start > 0 && end - start < LastDigits && char.IsAsciiDigit(number[start - 1])) start--;
        return Fnv(end == 0 ? key : number[..start]);
    }

    // FNV-1a over the characters: it places, it does not identify.
    private static uint Fnv(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var character in text) hash = (hash ^ character) * 16777619u;
        return hash;
    }
}
