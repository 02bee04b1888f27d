namespace EntCredit.Domain.Subjects;

/// <summary>Two subjects are one, or are two again.</summary>
/// <param name="At">When it was decided.</param>
/// <param name="By">The department that decided it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Other">The internal id of the subject that goes under the other.</param>
/// <param name="Kept">The internal id of the subject that stays.</param>
public sealed record MergeCommand(DateTimeOffset At, string By, string Reason, string Other, string Kept);
