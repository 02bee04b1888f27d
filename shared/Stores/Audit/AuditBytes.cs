using System.Text.Json;
using EntCredit.Stores.Ledger;

namespace EntCredit.Stores.Audit;

/// <summary>The canonical bytes of an entry. What is written is hashed and kept; a change here never touches what is stored.</summary>
internal static class AuditBytes
{
    public static byte[] Of(AuditEntry entry) => JsonSerializer.SerializeToUtf8Bytes(entry, CanonicalJson.Options);

    public static AuditEntry Read(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<AuditEntry>(bytes, CanonicalJson.Options)!;
}
