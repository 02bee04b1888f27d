using CsCheck;
using EntCredit.Domain.Subjects;

namespace EntCredit.Domain.Tests.Subjects;

public sealed class MergeDeciderTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 2, 30, 0, TimeSpan.Zero);
    private static readonly Subject Registered = Subject.Fold([new SubjectEvent.Registered(Now, "样例甲有限公司", "r-1")]);

    [Fact]
    public void Merge_TwoSubjects_TellsBothStreams()
    {
        var decision = MergeDecider.Merge(Command(), Subject.Initial, Registered);

        Assert.Equal(new SubjectEvent.MergedInto(Now, "s-kept", "scjg", "同一企业"), decision.Other);
        Assert.Equal(new SubjectEvent.Absorbed(Now, "s-other", "scjg", "同一企业"), decision.Kept);
    }

    [Fact]
    public void Merge_Repeated_GivesNothing()
    {
        var (other, kept) = Merged();
        Assert.Equal(MergeDecision.Nothing, MergeDecider.Merge(Command(), other, kept));
    }

    [Fact]
    public void Merge_HalfWritten_GivesTheOtherHalf()
    {
        var (other, kept) = Merged();
        Assert.Equal((null, true), (MergeDecider.Merge(Command(), other, Registered).Other, MergeDecider.Merge(Command(), other, Registered).Kept is SubjectEvent.Absorbed));
        Assert.Equal((true, null), (MergeDecider.Merge(Command(), Subject.Initial, kept).Other is SubjectEvent.MergedInto, MergeDecider.Merge(Command(), Subject.Initial, kept).Kept));
    }

    [Fact]
    public void Merge_Impossible_SaysWhy()
    {
        var (other, kept) = Merged();
        Assert.Equal(SubjectErrors.Same, MergeDecider.Merge(Command() with { Kept = "s-other" }, other, other).Error);
        Assert.Equal(SubjectErrors.AlreadyMerged, MergeDecider.Merge(Command() with { Kept = "s-third" }, other, Registered).Error);
        Assert.Equal(SubjectErrors.TargetMerged, MergeDecider.Merge(Command() with { Other = "s-third", Kept = "s-other" }, Subject.Initial, other).Error);
        Assert.Equal(SubjectErrors.TargetMerged, MergeDecider.Merge(Command() with { Other = "s-kept", Kept = "s-other" }, kept, other).Error);
        Assert.Equal(SubjectErrors.KeepsTheRegistered, MergeDecider.Merge(Command(), Registered, Subject.Initial).Error);
    }

    [Fact]
    public void Separate_Merged_TellsBothStreamsAndRepeatedNothing()
    {
        var (other, kept) = Merged();
        var decision = MergeDecider.Separate(Command(), other, kept);
        Assert.Equal((new SubjectEvent.Separated(Now, "s-kept", "scjg", "同一企业"), new SubjectEvent.Released(Now, "s-other", "scjg", "同一企业")), (decision.Other, decision.Kept));

        var (again, left) = (Subject.Evolve(other, decision.Other!), Subject.Evolve(kept, decision.Kept!));
        Assert.Equal((null, 0), (again.MergedInto, left.Absorbed.Count));
        Assert.Equal(MergeDecision.Nothing, MergeDecider.Separate(Command(), again, left));
        Assert.Null(MergeDecider.Merge(Command(), again, left).Error);
    }

    [Fact]
    public void Separate_NeverMerged_IsImpossible() =>
        Assert.Equal(SubjectErrors.NotMerged, MergeDecider.Separate(Command(), Subject.Initial, Registered).Error);

    /// <summary>Whatever is asked in whatever order: no subject is ever merged into itself by a way round, and what is undone is as it was.</summary>
    [Fact]
    public void AnyMerges_NeverLeadRoundInACircle() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Bool).List[0, 30].Sample(
            asked =>
            {
                var states = Enumerable.Repeat(Registered, 5).ToArray();
                foreach (var (other, kept, merge) in asked)
                {
                    var command = new MergeCommand(Now, "scjg", "x", $"{other}", $"{kept}");
                    var decision = merge ? MergeDecider.Merge(command, states[other], states[kept]) : MergeDecider.Separate(command, states[other], states[kept]);
                    if (decision.Other is { } first) states[other] = Subject.Evolve(states[other], first);
                    if (decision.Kept is { } second) states[kept] = Subject.Evolve(states[kept], second);
                }

                for (var start = 0; start < states.Length; start++)
                {
                    var (at, steps) = (start, 0);
                    while (states[at].MergedInto is { } next)
                    {
                        Assert.Contains($"{at}", states[int.Parse(next, System.Globalization.CultureInfo.InvariantCulture)].Absorbed);
                        at = int.Parse(next, System.Globalization.CultureInfo.InvariantCulture);
                        Assert.True(++steps < states.Length);
                    }
                }
            });

    private static MergeCommand Command() => new(Now, "scjg", "同一企业", "s-other", "s-kept");

    private static (Subject Other, Subject Kept) Merged()
    {
        var decision = MergeDecider.Merge(Command(), Subject.Initial, Registered);
        return (Subject.Evolve(Subject.Initial, decision.Other!), Subject.Evolve(Registered, decision.Kept!));
    }
}
