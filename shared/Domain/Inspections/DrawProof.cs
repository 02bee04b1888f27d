using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace EntCredit.Domain.Inspections;

/// <summary>A draw as it is published: whoever has it draws again and compares. docs/draw.md describes it.</summary>
/// <param name="Format">The method, <see cref="DrawMethod.Name"/>.</param>
/// <param name="Id">The draw's id.</param>
/// <param name="CommittedOn">The legal day of the commitment.</param>
/// <param name="SeedDigest">What was committed to.</param>
/// <param name="ListsDigest">The digest of the lists, committed to with it.</param>
/// <param name="Basis">The matter with its legal basis, as it stands in the department's list; or null.</param>
/// <param name="Beacon">The seal whose root was mixed in; null until the draw.</param>
/// <param name="Seed">The seed; null until the draw.</param>
/// <param name="Lists">The lists; null until the draw.</param>
/// <param name="Result">What was drawn, in the order of drawing; null until the draw.</param>
public sealed record DrawProof(
    string Format,
    string Id,
    DateOnly CommittedOn,
    string SeedDigest,
    string ListsDigest,
    string? Basis = null,
    DrawBeacon? Beacon = null,
    string? Seed = null,
    DrawLists? Lists = null,
    IReadOnlyList<DrawAssignment>? Result = null)
{
    /// <summary>Where the whole of it lies, lists too, where they are too long to come with it; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? File { get; init; }

    /// <summary>How it is written.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>What is wrong with it, or null where drawing again gives the same: nothing but hashes, no ledger, no access.</summary>
    public DrawFault? Fault()
    {
        if (Format != DrawMethod.Name) return DrawFault.Format;
        if (Seed is null || Lists is null || Beacon is null || Result is null) return DrawFault.NotDrawn;
        if (DrawMethod.Commitment(Seed) != SeedDigest) return DrawFault.Seed;
        if (Lists.Digest() != ListsDigest) return DrawFault.ListsDigest;
        if (Beacon.Day < CommittedOn) return DrawFault.Beacon;
        if (Lists.Ordered().Digest() != ListsDigest) return DrawFault.Lists;
        if (Lists.Fault() is { } fault) return fault;
        var again = DrawMethod.Draw(Lists, Beacon.Root, Seed);
        return again.Count == Result.Count && again.Zip(Result).All(pair => IsSame(pair.First, pair.Second)) ? null : DrawFault.Result;
    }

    private static bool IsSame(DrawAssignment one, DrawAssignment other) => one.Number == other.Number && one.Inspectors.SequenceEqual(other.Inspectors);
}
