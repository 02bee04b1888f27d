using EntCredit.Domain.Objections;

namespace EntCredit.Functions.Objections;

/// <summary>An objection that was handed in without an account.</summary>
/// <param name="Case">Its number.</param>
/// <param name="Secret">By which its status is asked for; shown this once.</param>
/// <param name="Status">Where that is.</param>
public sealed record LodgedObjection(string Case, string Secret, string Status);

/// <summary>An objection that a department took at its counter.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Case">The same, as the applicant is told it.</param>
/// <param name="Secret">The applicant's secret; null where the same was handed in before.</param>
public sealed record TakenObjection(string Id, string Case, string? Secret);

/// <summary>An objection that its applicant took back.</summary>
/// <param name="Case">Its number.</param>
/// <param name="Phase">Where it stands.</param>
public sealed record WithdrawnObjection(string Case, ObjectionPhase Phase);

/// <summary>Where an objection stands after an act.</summary>
/// <param name="Id">The case's number.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Hidden">Whether the information is hidden now.</param>
/// <param name="Finding">What was found, or null.</param>
/// <param name="Version">The version that If-Match names.</param>
public sealed record ObjectionMoved(string Id, ObjectionPhase Phase, bool Hidden, ObjectionFinding? Finding, long Version);
