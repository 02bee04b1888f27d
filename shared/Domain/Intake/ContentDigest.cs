using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EntCredit.Domain.Intake;

/// <summary>The fingerprint of a record's content: the same fact sent twice has the same, whatever file, column order or spelling it came in.</summary>
public static class ContentDigest
{
    // Gathered and hashed at once: the making of a hash costs more than the bytes of a row.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? Buffer;

    /// <summary>SHA-256 over the canonical content, 64 lower-case hexadecimal characters. Which row it mends is no content.</summary>
    public static string Of(RecordContent content)
    {
        var bytes = Buffer ??= new ArrayBufferWriter<byte>(4096);
        bytes.ResetWrittenCount();
        Add(bytes, "entcredit-content-1");
        Add(bytes, content.Item);
        Add(bytes, content.Subject.CreditCode);
        Add(bytes, content.Subject.RegistrationNumber);
        Add(bytes, content.Subject.Name);
        Add(bytes, content.DocumentNumber);
        Add(bytes, content.GeneratedOn?.ToString("yyyy-MM-dd"));
        Add(bytes, content.Status.ToString());
        Add(bytes, content.Scope.ToString());
        Add(bytes, content.SecrecyReviewed switch { true => "1", false => "0", null => null });
        Add(bytes, content.Procedure);
        Add(bytes, content.Fields);
        Add(bytes, content.Personal);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.WrittenSpan, digest);
        return Convert.ToHexStringLower(digest);
    }

    private static void Add(ArrayBufferWriter<byte> bytes, IReadOnlyDictionary<string, string> values)
    {
        Add(bytes, values.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var (key, value) in values.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            Add(bytes, key);
            Add(bytes, value);
        }
    }

    // Each part carries its length, and an absent one a length that no text has: no two contents share their bytes.
    private static void Add(ArrayBufferWriter<byte> bytes, string? part)
    {
        if (part is null)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(4), -1);
            bytes.Advance(4);
            return;
        }

        var space = bytes.GetSpan(4 + Encoding.UTF8.GetMaxByteCount(part.Length));
        var count = Encoding.UTF8.GetBytes(part, space[4..]);
        BinaryPrimitives.WriteInt32BigEndian(space, count);
        bytes.Advance(4 + count);
    }
}
