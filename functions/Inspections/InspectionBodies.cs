using System.Text.Json.Serialization;
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

/// <summary>A roster as brought up to date: every change said so far is in it.</summary>
/// <param name="RosterDigest">Its SHA-256, lower-case hex.</param>
public sealed record RosterUpdateBody(string RosterDigest) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => CaseText.IsDigest(RosterDigest) ? null : "rosterDigest：SHA-256";
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

/// <summary>A draw to commit to.</summary>
/// <param name="Matter">The code in the list of matters to inspect.</param>
/// <param name="SeedDigest">The SHA-256 of the seed's UTF-8 bytes, lower-case hex.</param>
/// <param name="ListsDigest">The SHA-256 of the lists that it draws from, lower-case hex.</param>
/// <param name="Joining">The departments that inspect with the caller.</param>
public sealed record CommitBody(string Matter, string SeedDigest, string ListsDigest, IReadOnlyList<string>? Joining = null) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => !CaseText.IsShort(Matter) ? "matter"
        : !CaseText.IsDigest(SeedDigest) ? "seedDigest：SHA-256"
        : !CaseText.IsDigest(ListsDigest) ? "listsDigest：SHA-256"
        : Joining is null || Joining.Count == 0 || CaseText.AreShort(Joining) ? null : "joining";
}

/// <summary>The seed that was committed to, and what it drew.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Enterprises">The enterprises drawn, by credit code or registration number.</param>
/// <param name="Inspectors">The roster codes of the inspectors drawn.</param>
public sealed record DrawBody(string Seed, IReadOnlyList<string> Enterprises, IReadOnlyList<string> Inspectors) : ICaseBody
{
    private const int Most = 5000;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => !CaseText.IsLong(Seed) ? "seed"
        : !CaseText.AreShort(Enterprises, Most) || Enterprises.Any(number => CaseSubjects.NumberOf(number) is null) ? "enterprises：统一社会信用代码或注册号"
        : CaseText.AreShort(Inspectors, Most) ? null : "inspectors";
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
