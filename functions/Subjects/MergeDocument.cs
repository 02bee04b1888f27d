namespace EntCredit.Functions.Subjects;

/// <summary>How two numbers stand to each other now.</summary>
/// <param name="Number">The number of the one that goes under the other.</param>
/// <param name="Kept">The number of the one that stays.</param>
/// <param name="Merged">Whether they are one.</param>
public sealed record MergeDocument(string Number, string Kept, bool Merged);
