using System.Security.Cryptography;
using System.Text;

namespace EntCredit.Domain.Departments;

/// <summary>
/// How an issued key is written: a prefix by which a leaked one is recognised, 256 random bits and a checksum, both in lower-case hexadecimal digits.
/// The checksum tells a mistyped or cut key from one that was never issued; it protects nothing.
/// </summary>
public static class KeyText
{
    /// <summary>What every issued key begins with.</summary>
    public const string Prefix = "entcredit_";

    /// <summary>How many random bytes a key holds.</summary>
    public const int RandomBytes = 32;

    /// <summary>Hexadecimal digits of a hash by which a key is named: enough to tell keys apart, of no use to find one.</summary>
    public const int IdDigits = 12;

    private const int ChecksumBytes = 4;
    private const int Length = 2 * (RandomBytes + ChecksumBytes);

    /// <summary>The key that random bytes make.</summary>
    /// <param name="random">32 bytes of a cryptographic source.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public static string Of(ReadOnlySpan<byte> random)
    {
        if (random.Length != RandomBytes) throw new ArgumentException($"A key holds {RandomBytes} random bytes.", nameof(random));
        string body = Prefix + Convert.ToHexStringLower(random);
        return body + Checksum(body);
    }

    /// <summary>Whether a text has the form of an issued key, right or wrong.</summary>
    public static bool LooksIssued(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Whether a text is a whole key: the right length, and the checksum of what comes before it.</summary>
    public static bool IsWhole(string text) =>
        LooksIssued(text)
        && text.Length == Prefix.Length + Length
        && text.EndsWith(Checksum(text[..^(2 * ChecksumBytes)]), StringComparison.Ordinal);

    /// <summary>What is kept of a key: SHA-256 of its UTF-8 bytes, 64 lower-case hexadecimal digits. 256 random bits need no slow hash.</summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static string Checksum(string body) => HashOf(body)[..(2 * ChecksumBytes)];
}
