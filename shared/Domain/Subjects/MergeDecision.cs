using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Subjects;

/// <summary>What a merge or its undoing gives to the two streams: both or neither is written.</summary>
/// <param name="Other">The fact of the subject that goes under the other, or null where nothing is new.</param>
/// <param name="Kept">The fact of the subject that stays, or null.</param>
/// <param name="Error">Why it is impossible, or null.</param>
public sealed record MergeDecision(SubjectEvent? Other, SubjectEvent? Kept, ErrorDefinition? Error)
{
    /// <summary>The command repeats what is there already.</summary>
    public static MergeDecision Nothing { get; } = new(null, null, null);

    /// <summary>The command is impossible.</summary>
    public static MergeDecision Impossible(ErrorDefinition error) => new(null, null, error);
}
