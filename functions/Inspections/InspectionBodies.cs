using System.Text.Json.Serialization;
using EntCredit.Domain.Inspections;
using EntCredit.Functions.Cases;
using EntCredit.Orchestrations.Cases;

namespace EntCredit.Functions.Inspections;

/// <summary>A change of a roster of inspectors.</summary>
/// <param name="ChangeId">The change's id, by which a repetition is known.</param>
/// <param name="ChangedOn">The day of the change.</param>
/// <param name="Inspector">Whom it is about; personal, kept outside the chain.</param>
public sealed record RosterChangeBody(string ChangeId, DateOnly ChangedOn, string Inspector) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => !CaseText.IsShort(ChangeId) ? "changeId" : CaseText.IsShort(Inspector) ? null : "inspector";
}

/// <summary>A roster as brought up to date: every change said so far is in it. Either its digest alone, where the department keeps it itself, or the codes that draws take from.</summary>
/// <param name="RosterDigest">Its SHA-256, lower-case hex; null where the codes are given.</param>
/// <param name="Inspectors">The inspectors by code, without names; null where the digest is given.</param>
public sealed record RosterUpdateBody(string? RosterDigest = null, IReadOnlyList<RosterInspectorBody>? Inspectors = null) : ICaseBody
{
    private const int Most = 5000;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => Inspectors is null
        ? CaseText.IsDigest(RosterDigest) ? null : "rosterDigest：SHA-256"
        : RosterDigest is not null ? "rosterDigest：与 inspectors 只填其一"
        : Inspectors.Count is 0 or > Most || Inspectors.Any(inspector => inspector is null || !inspector.IsLegible) ? "inspectors" : null;

    /// <summary>The inspectors as the roster keeps them, or null.</summary>
    [JsonIgnore]
    public IReadOnlyList<RosterInspector>? Kept => Inspectors is null ? null :
    [
        .. Inspectors.Select(inspector => new RosterInspector(
            inspector.Code, [.. (inspector.Avoids ?? []).Select(number => CaseSubjects.NumberOf(number)!.Value.Value).Distinct().Order(StringComparer.Ordinal)]))
            .OrderBy(inspector => inspector.Code, StringComparer.Ordinal),
    ];

    /// <summary>The digest: as given, or of the codes and whom they avoid, one a line.</summary>
    [JsonIgnore]
    public string Digest => RosterDigest ?? CaseIds.DigestOf(string.Concat(Kept!.Select(inspector => string.Join('\t', [inspector.Code, .. inspector.Avoids]) + "\n")));
}

/// <summary>An inspector of a roster.</summary>
/// <param name="Code">The code in the roster, without a name.</param>
/// <param name="Avoids">The enterprises that this inspector is not to inspect (回避), by credit code or registration number.</param>
public sealed record RosterInspectorBody(string Code, IReadOnlyList<string>? Avoids = null)
{
    private const int Most = 1000;

    internal bool IsLegible => CaseText.IsShort(Code) && !Code.Any(char.IsControl)
        && (Avoids is null || (Avoids.Count <= Most && Avoids.All(number => CaseSubjects.NumberOf(number) is not null)));
}

/// <summary>A matter of 随机抽查事项清单.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Basis">The law that it rests on.</param>
public sealed record MatterBody(string Name, string Basis) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => !CaseText.IsShort(Name) ? "name" : CaseText.IsLong(Basis) ? null : "basis";
}

/// <summary>The list of market entities of a day.</summary>
/// <param name="Entities">How many it holds.</param>
/// <param name="ListDigest">Its SHA-256, lower-case hex.</param>
public sealed record EntityListBody(int Entities, string ListDigest) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => Entities < 0 ? "entities" : CaseText.IsDigest(ListDigest) ? null : "listDigest：SHA-256";
}

/// <summary>A draw to announce. What it draws from is frozen with it: the register, the rosters and the credit classes as they are now.</summary>
/// <param name="Matter">The code in the leading department's list of matters.</param>
/// <param name="SeedDigest">The SHA-256 of the seed's UTF-8 bytes, lower-case hex. The seed stays secret until the draw.</param>
/// <param name="Subjects">How many enterprises are drawn.</param>
/// <param name="InspectorsEach">How many inspectors of each department are drawn for each.</param>
/// <param name="Joining">The departments that inspect with the caller.</param>
/// <param name="OnlyClasses">定向抽查: only enterprises of these credit classes; null for all.</param>
public sealed record CommitBody(
    string Matter, string SeedDigest, int Subjects, int InspectorsEach, IReadOnlyList<string>? Joining = null, IReadOnlyList<string>? OnlyClasses = null) : ICaseBody
{
    private const int MostSubjects = 5000, MostInspectors = 10;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => !CaseText.IsShort(Matter) ? "matter"
        : !CaseText.IsDigest(SeedDigest) ? "seedDigest：SHA-256"
        : Subjects is < 1 or > MostSubjects ? $"subjects：1–{MostSubjects}"
        : InspectorsEach is < 1 or > MostInspectors ? $"inspectorsEach：1–{MostInspectors}"
        : Joining is { Count: > 0 } && !CaseText.AreShort(Joining) ? "joining"
        : OnlyClasses is { Count: > 0 } && !CaseText.AreShort(OnlyClasses) ? "onlyClasses" : null;
}

/// <summary>The seed that was committed to: what it draws follows from it.</summary>
/// <param name="Seed">The seed.</param>
public sealed record DrawBody(string Seed) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => CaseText.IsLong(Seed) ? null : "seed";
}

/// <summary>The result of one inspection.</summary>
/// <param name="Enterprise">The enterprise.</param>
/// <param name="InspectedOn">The day.</param>
/// <param name="Outcome">The outcome's code.</param>
public sealed record InspectionResultBody(string Enterprise, DateOnly InspectedOn, string Outcome) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => CaseSubjects.NumberOf(Enterprise) is null ? "enterprise：统一社会信用代码或注册号" : CaseText.IsShort(Outcome) ? null : "outcome";
}
