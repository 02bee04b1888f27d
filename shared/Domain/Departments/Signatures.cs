using System.Security.Cryptography;

namespace EntCredit.Domain.Departments;

/// <summary>
/// Detached signatures over bytes: ECDSA P-256 (r and s, 64 bytes, or DER) or RSA (PKCS #1 v1.5), both over SHA-256. SM2 with SM3, which GM/T 0003 asks government
/// systems for, is not part of .NET and not offered.
/// </summary>
public static class Signatures
{
    private const string P256 = "1.2.840.10045.3.1.7";
    private const int LeastBits = 2048, MostBits = 4096;

    /// <summary>Whether a public key can be used.</summary>
    /// <param name="publicKey">SubjectPublicKeyInfo, DER, base64.</param>
    public static bool CanUse(string publicKey)
    {
        using var ecdsa = EcdsaOf(publicKey);
        using var rsa = ecdsa is null ? RsaOf(publicKey) : null;
        return ecdsa is not null || rsa is not null;
    }

    /// <summary>Whether a signature is the key's over the bytes.</summary>
    /// <param name="publicKey">SubjectPublicKeyInfo, DER, base64.</param>
    /// <param name="bytes">What was signed.</param>
    /// <param name="signature">The signature.</param>
    public static bool IsOf(string publicKey, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature) => IsOfHash(publicKey, SHA256.HashData(bytes), signature);

    /// <summary>The same where the SHA-256 of the bytes is known already.</summary>
    public static bool IsOfHash(string publicKey, ReadOnlySpan<byte> sha256, ReadOnlySpan<byte> signature)
    {
        using var ecdsa = EcdsaOf(publicKey);
        if (ecdsa is not null)
        {
            return ecdsa.VerifyHash(sha256, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
                || ecdsa.VerifyHash(sha256, signature, DSASignatureFormat.Rfc3279DerSequence);
        }

        using var rsa = RsaOf(publicKey);
        return rsa?.VerifyHash(sha256, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) == true;
    }

    private static ECDsa? EcdsaOf(string publicKey)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
            if (key.ExportParameters(false).Curve.Oid.Value == P256) return key;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            // Another kind of key, or none.
        }

        key.Dispose();
        return null;
    }

    private static RSA? RsaOf(string publicKey)
    {
        var key = RSA.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
            if (key.KeySize is >= LeastBits and <= MostBits) return key;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            // Another kind of key, or none.
        }

        key.Dispose();
        return null;
    }
}
