namespace EntCredit.Domain.Inspections;

/// <summary>How a draw that was announced will be made.</summary>
/// <param name="Method">The method, <see cref="DrawMethod.Name"/>.</param>
/// <param name="SubjectsToDraw">How many enterprises are drawn.</param>
/// <param name="InspectorsEach">How many inspectors of each department for each enterprise.</param>
/// <param name="OnlyClasses">定向抽查: only enterprises of these credit classes; empty for all.</param>
/// <param name="StaleRosters">The departments whose roster lacked a change that day; what was drawn from is told as it was.</param>
public sealed record DrawPlan(string Method, int SubjectsToDraw, int InspectorsEach, IReadOnlyList<string> OnlyClasses, IReadOnlyList<string> StaleRosters);
