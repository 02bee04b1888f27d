using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EntCredit.Domain.Inspections;

/// <summary>
/// Numbers by lot from a key: block i is HMAC-SHA-256(key, label ‖ 0x00 ‖ i as four bytes, big-endian), read as four words of eight bytes, big-endian.
/// docs/draw.md says it in full, so that another program draws the same.
/// </summary>
public sealed class LotStream(byte[] key, string label)
{
    private const int Words = SHA256.HashSizeInBytes / sizeof(ulong);
    private readonly byte[] _message = [.. Encoding.UTF8.GetBytes(label), 0, 0, 0, 0, 0];
    private readonly byte[] _block = new byte[SHA256.HashSizeInBytes];
    private uint _next;
    private int _word = Words;

    /// <summary>A number from 0 to <paramref name="bound"/> − 1, each as likely: words from the last, incomplete multiple of the bound on are passed over.</summary>
    /// <param name="bound">At least 1.</param>
    public ulong Below(ulong bound)
    {
        ArgumentOutOfRangeException.ThrowIfZero(bound);
        var surplus = (ulong.MaxValue % bound + 1) % bound;
        while (true)
        {
            var word = Word();
            if (word <= ulong.MaxValue - surplus) return word % bound;
        }
    }

    private ulong Word()
    {
        if (_word == Words)
        {
            BinaryPrimitives.WriteUInt32BigEndian(_message.AsSpan(^sizeof(uint)..), _next++);
            HMACSHA256.HashData(key, _message, _block);
            _word = 0;
        }

        return BinaryPrimitives.ReadUInt64BigEndian(_block.AsSpan(sizeof(ulong) * _word++));
    }
}
