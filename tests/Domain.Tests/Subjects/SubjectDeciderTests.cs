using EntCredit.Domain.Intake;
using EntCredit.Domain.Subjects;
using static EntCredit.Domain.Tests.Records.RecordLife;

namespace EntCredit.Domain.Tests.Subjects;

/// <summary>C1, A30: one subject, known by credit code or registration number; the numbers are facts, its id never changes.</summary>
public sealed class SubjectDeciderTests
{
    private static readonly DateTimeOffset Now = At("2020-07-07 09:30:00");
    private static readonly (AliasKind, string) Code = (AliasKind.CreditCode, "91990000MA00000009");
    private static readonly (AliasKind, string) Number = (AliasKind.RegistrationNumber, "349999000000331");

    [Fact]
    public void AliasesOf_Row_AreItsNumbersTheCodeFirstAndNeverItsName()
    {
        Assert.Equal([Code, Number], SubjectDecider.AliasesOf(new SubjectKey(Code.Item2, Number.Item2, "样例甲有限公司")));
        Assert.Equal([Number], SubjectDecider.AliasesOf(new SubjectKey(null, Number.Item2, null)));
        Assert.Empty(SubjectDecider.AliasesOf(new SubjectKey(null, null, "样例甲有限公司")));
    }

    [Fact]
    public void NewId_OfANumber_IsAlwaysTheSameAsciiIdAndTellsNothingOfIt()
    {
        Assert.Equal(SubjectDecider.NewId(Code), SubjectDecider.NewId(Code));
        Assert.Matches("^subject-[0-9a-f]{20}$", SubjectDecider.NewId(Code));
        Assert.NotEqual(SubjectDecider.NewId(Code), SubjectDecider.NewId(Number));
        Assert.NotEqual(SubjectDecider.NewId((AliasKind.CreditCode, "1")), SubjectDecider.NewId((AliasKind.RegistrationNumber, "1")));
    }

    [Fact]
    public void Meet_NewNumbers_AreFactsOnce()
    {
        var events = SubjectDecider.Meet(Subject.Initial, [Code, Number], Now);

        Assert.Equal<SubjectEvent>([new SubjectEvent.KnownAs(Now, Code.Item1, Code.Item2), new SubjectEvent.KnownAs(Now, Number.Item1, Number.Item2)], events);
        Assert.Empty(SubjectDecider.Meet(Subject.Fold(events), [Number, Code], Now.AddDays(1)));
    }

    [Fact]
    public void Meet_OldNumberThenCode_AddsOnlyTheCode()
    {
        var known = Subject.Fold(SubjectDecider.Meet(Subject.Initial, [Number], Now));

        var met = Assert.IsType<SubjectEvent.KnownAs>(Assert.Single(SubjectDecider.Meet(known, [Code, Number], Now.AddDays(1))));

        Assert.Equal(Code, (met.Kind, met.Value));
    }

    [Fact]
    public void Meet_TheSameNumberTwiceInOneRow_IsOneFact() => Assert.Single(SubjectDecider.Meet(Subject.Initial, [Code, Code], Now));

    [Fact]
    public void Register_NameThenTheSameThenAnother_GivesTwoFacts()
    {
        var first = SubjectDecider.Register(Subject.Initial, "样例甲有限公司", "r-1", Now);
        var registered = Subject.Fold(first);
        Assert.Equal("样例甲有限公司", registered.Name);

        Assert.Empty(SubjectDecider.Register(registered, "样例甲有限公司", "r-2", Now.AddDays(1)));

        var renamed = Assert.IsType<SubjectEvent.Registered>(Assert.Single(SubjectDecider.Register(registered, "样例乙有限公司", "r-3", Now.AddDays(2))));
        Assert.Equal(("样例乙有限公司", "r-3"), (renamed.Name, renamed.Record));
    }

    [Fact]
    public void Fold_MetButNotRegistered_HasNoName()
    {
        var met = Subject.Fold(SubjectDecider.Meet(Subject.Initial, [Code], Now));

        Assert.Null(met.Name);
        Assert.Contains(Code, met.Aliases);
    }
}
