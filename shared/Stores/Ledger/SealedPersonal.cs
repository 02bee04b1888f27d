using System.Security.Cryptography;
using System.Text;

namespace EntCredit.Stores.Ledger;

/// <summary>How salt and personal data are sealed: AES-256-GCM; nonce (12), ciphertext, tag (16); bound to the event that they belong to.</summary>
internal static class SealedPersonal
{
    /// <summary>Bytes of a key.</summary>
    public const int KeyBytes = 32;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static byte[] Seal(RandomNumberGenerator random, ReadOnlySpan<byte> key, string stream, long version, ReadOnlySpan<byte> plain)
    {
        var result = new byte[NonceBytes + plain.Length + TagBytes];
        random.GetBytes(result.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(result.AsSpan(0, NonceBytes), plain, result.AsSpan(NonceBytes, plain.Length), result.AsSpan(NonceBytes + plain.Length), Owner(stream, version));
        return result;
    }

    /// <exception cref="CryptographicException">What was sealed was altered, or belongs to another event.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, string stream, long version, ReadOnlySpan<byte> closed)
    {
        var plain = new byte[closed.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(closed[..NonceBytes], closed[NonceBytes..^TagBytes], closed[^TagBytes..], plain, Owner(stream, version));
        return plain;
    }

    private static byte[] Owner(string stream, long version) => Encoding.UTF8.GetBytes($"{stream}@{version}");
}
