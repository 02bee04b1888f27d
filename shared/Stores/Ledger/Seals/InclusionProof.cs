using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace EntCredit.Stores.Ledger.Seals;

/// <summary>
/// That the whole story of a public record stood in the ledger when a day was sealed. Whoever has a seal from elsewhere checks it with
/// nothing but SHA-256: docs/ledger.md says how.
/// </summary>
/// <param name="Format">entcredit-proof/1.</param>
/// <param name="Record">The record's id: the stream of its events.</param>
/// <param name="Events">Its events in order, from the first.</param>
/// <param name="Seals">The seals in order, from the first that covers one of the events to the newest.</param>
public sealed record InclusionProof(string Format, string Record, IReadOnlyList<ProvenEvent> Events, IReadOnlyList<ProvenSeal> Seals)
{
    /// <summary>The format that this program writes and reads.</summary>
    public const string Current = "entcredit-proof/1";

    /// <summary>How a proof is written.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };
}

/// <summary>One event of the record.</summary>
/// <param name="Canonical">Its canonical bytes, as UTF-8 text.</param>
/// <param name="Day">The day of the seal that covers it.</param>
/// <param name="Path">The way from its hash to that seal's root.</param>
public sealed record ProvenEvent(string Canonical, DateOnly Day, IReadOnlyList<MerkleStep> Path);

/// <summary>One seal.</summary>
/// <param name="Canonical">Its canonical bytes, as UTF-8 text.</param>
/// <param name="Previous">The hash of the seal before it, hex; empty for the first of all.</param>
/// <param name="Hash">Its hash, hex.</param>
public sealed record ProvenSeal(string Canonical, string Previous, string Hash);
