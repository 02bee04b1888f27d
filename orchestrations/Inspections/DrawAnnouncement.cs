namespace EntCredit.Orchestrations.Inspections;

/// <summary>A draw to announce.</summary>
/// <param name="Departments">Who inspects; the first leads.</param>
/// <param name="Jurisdiction">The profile that it follows.</param>
/// <param name="Matter">The matter's code in the leading department's list.</param>
/// <param name="SeedDigest">What the leading department commits to.</param>
/// <param name="SubjectsToDraw">How many enterprises.</param>
/// <param name="InspectorsEach">How many inspectors of each department for each.</param>
/// <param name="OnlyClasses">定向抽查: only enterprises of these credit classes; empty for all.</param>
public sealed record DrawAnnouncement(
    IReadOnlyList<string> Departments, string Jurisdiction, string Matter, string SeedDigest, int SubjectsToDraw, int InspectorsEach, IReadOnlyList<string> OnlyClasses);
