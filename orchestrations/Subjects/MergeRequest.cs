namespace EntCredit.Orchestrations.Subjects;

/// <summary>Two numbers that are one enterprise's, or are not after all.</summary>
/// <param name="Number">A number of the one that goes under the other.</param>
/// <param name="Kept">A number of the one that stays.</param>
/// <param name="By">The department that found it.</param>
/// <param name="Reason">Why.</param>
public sealed record MergeRequest(string Number, string Kept, string By, string Reason);
