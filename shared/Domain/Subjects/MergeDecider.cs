namespace EntCredit.Domain.Subjects;

/// <summary>
/// Two subjects that are found to be one (A30: an enterprise with an old 工商注册号 later gets a credit code: both keys resolve to one subject, never two pages). The register
/// knows the one that stays. Only subjects that stand by themselves are merged, so that no two are ever merged into each other.
/// </summary>
public static class MergeDecider
{
    /// <summary>One goes under the other.</summary>
    public static MergeDecision Merge(MergeCommand command, Subject other, Subject kept)
    {
        if (command.Other == command.Kept) return MergeDecision.Impossible(SubjectErrors.Same);
        if (other.MergedInto == command.Kept && kept.Absorbed.Contains(command.Other)) return MergeDecision.Nothing;
        if (other.MergedInto is { } into && into != command.Kept) return MergeDecision.Impossible(SubjectErrors.AlreadyMerged);
        if (kept.MergedInto is not null) return MergeDecision.Impossible(SubjectErrors.TargetMerged);
        if (other.Name is not null && kept.Name is null) return MergeDecision.Impossible(SubjectErrors.KeepsTheRegistered);

        // On a store that writes two streams in two steps one of the facts may be there already.
        return new MergeDecision(
            other.MergedInto is null ? new SubjectEvent.MergedInto(command.At, command.Kept, command.By, command.Reason) : null,
            kept.Absorbed.Contains(command.Other) ? null : new SubjectEvent.Absorbed(command.At, command.Other, command.By, command.Reason),
            null);
    }

    /// <summary>They are two again. What each was brought under its own numbers is its own, as it always was.</summary>
    public static MergeDecision Separate(MergeCommand command, Subject other, Subject kept)
    {
        var (merged, absorbed) = (other.MergedInto == command.Kept, kept.Absorbed.Contains(command.Other));
        if (!merged && !absorbed) return other.SeparatedFrom.Contains(command.Kept) ? MergeDecision.Nothing : MergeDecision.Impossible(SubjectErrors.NotMerged);
        return new MergeDecision(
            merged ? new SubjectEvent.Separated(command.At, command.Kept, command.By, command.Reason) : null,
            absorbed ? new SubjectEvent.Released(command.At, command.Other, command.By, command.Reason) : null,
            null);
    }
}
