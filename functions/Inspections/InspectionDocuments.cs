using EntCredit.Domain.Inspections;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Records;
using EntCredit.Stores.Views;

namespace EntCredit.Functions.Inspections;

/// <summary>A department's 执法检查人员名录库.</summary>
/// <param name="Department">Whose it is.</param>
/// <param name="RosterDigest">The digest of the roster on the platform, or null.</param>
/// <param name="StaleSince">The day of the first change that it lacks, or null where it is up to date.</param>
/// <param name="Inspectors">Whom draws may take, by code; none where the department keeps the roster itself.</param>
/// <param name="Duties">What is or was owed, with due days.</param>
/// <param name="Version">The version of this document: its ETag.</param>
public sealed record RosterDocument(
    DepartmentDocument Department,
    string? RosterDigest,
    DateOnly? StaleSince,
    IReadOnlyList<RosterInspector> Inspectors,
    IReadOnlyList<DutyDocument> Duties,
    long Version);

/// <summary>A department's 随机抽查事项清单.</summary>
/// <param name="Department">Whose it is.</param>
/// <param name="Matters">The matters, by code.</param>
/// <param name="Version">The version of this document: its ETag.</param>
public sealed record MatterListDocument(DepartmentDocument Department, IReadOnlyList<Matter> Matters, long Version);

/// <summary>A jurisdiction's 市场主体名录库.</summary>
/// <param name="Jurisdiction">Whose it is.</param>
/// <param name="RefreshedOn">The day of the last refresh, or null.</param>
/// <param name="Entities">How many it holds, or null.</param>
/// <param name="ListDigest">Its digest, or null.</param>
/// <param name="Duties">What is or was owed, with due days.</param>
/// <param name="Version">The version of this document: its ETag.</param>
public sealed record EntityListDocument(
    string Jurisdiction, DateOnly? RefreshedOn, int? Entities, string? ListDigest, IReadOnlyList<DutyDocument> Duties, long Version);

/// <summary>A draw by lot.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Departments">Who inspects; the first leads.</param>
/// <param name="Matter">The code in the list of matters.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="SeedDigest">What was committed to.</param>
/// <param name="ListsDigest">The digest of the lists drawn from.</param>
/// <param name="CommittedAt">When.</param>
/// <param name="Plan">How it is or was made; null of an old one that a department made with means of its own.</param>
/// <param name="Seed">The seed, once published.</param>
/// <param name="Beacon">The seal whose root was mixed with it, once published.</param>
/// <param name="Drawn">The enterprises drawn, with who inspects them and their outcomes.</param>
/// <param name="Inspectors">The inspectors drawn.</param>
/// <param name="Proof">Where anybody reads it; null of an old one.</param>
/// <param name="Version">The version of this document: its ETag.</param>
public sealed record DrawDocument(
    string Id,
    IReadOnlyList<DepartmentDocument> Departments,
    string Matter,
    DrawPhase Phase,
    string SeedDigest,
    string ListsDigest,
    DateTimeOffset CommittedAt,
    DrawPlan? Plan,
    string? Seed,
    DrawBeacon? Beacon,
    IReadOnlyList<DrawnDocument> Drawn,
    IReadOnlyList<string> Inspectors,
    string? Proof,
    long Version);

/// <summary>An enterprise drawn.</summary>
/// <param name="Enterprise">The enterprise.</param>
/// <param name="Inspectors">Who inspects it, by department and code.</param>
/// <param name="Outcome">The inspection's outcome, or null while it is missing.</param>
public sealed record DrawnDocument(KnownEnterprise Enterprise, IReadOnlyList<DrawInspector> Inspectors, string? Outcome);
