using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EntCredit.Domain.Intake;

/// <summary>The fingerprint of a record's content: the same fact sent twice has the same, whatever file, column order or spelling it came in.</summary>
public static class ContentDigest
{
    /// <summary>SHA-256 over the canonical content, 64 lower-case hexadecimal characters. Which row it mends is no content.</summary>
    public static string Of(RecordContent content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, "entcredit-content-1");
        Add(hash, content.Item);
        Add(hash, content.Subject.CreditCode);
        Add(hash, content.Subject.RegistrationNumber);
        Add(hash, content.Subject.Name);
        Add(hash, content.DocumentNumber);
        Add(hash, content.GeneratedOn?.ToString("yyyy-MM-dd"));
        Add(hash, content.Status.ToString());
        Add(hash, content.Scope.ToString());
        Add(hash, content.SecrecyReviewed switch { true => "1", false => "0", null => null });
        Add(hash, content.Procedure);
        Add(hash, content.Fields);
        Add(hash, content.Personal);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return Convert.ToHexStringLower(digest);
    }

    private static void Add(IncrementalHash hash, IReadOnlyDictionary<string, string> values)
    {
        Add(hash, values.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var (key, value) in values.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            Add(hash, key);
            Add(hash, value);
        }
    }

    // Each part carries its length, and an absent one a length that no text has: no two contents share their bytes.
    private static void Add(IncrementalHash hash, string? part)
    {
        Span<byte> length = stackalloc byte[4];
        if (part is null)
        {
            BinaryPrimitives.WriteInt32BigEndian(length, -1);
            hash.AppendData(length);
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(part.Length));
        try
        {
            var count = Encoding.UTF8.GetBytes(part, buffer);
            BinaryPrimitives.WriteInt32BigEndian(length, count);
            hash.AppendData(length);
            hash.AppendData(buffer.AsSpan(0, count));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
