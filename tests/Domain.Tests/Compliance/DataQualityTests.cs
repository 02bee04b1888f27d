using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Compliance;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Tests.Compliance;

/// <summary>R9: 不延误、不缺类、不漏项; R10, R15.</summary>
public sealed class DataQualityTests
{
    private const string Housing = "jieshou-housing", Enforcement = "jieshou-enforcement";

    private static readonly ComplianceReport Empty = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31), default, []);

    private static readonly ResourceItem Serious = ResourceCatalogue.Default.Find("serious")!;

    [Fact]
    public void Into_WhatWasGivenBeforeAndNotNow_IsMissing()
    {
        var report = Check([Tally(Enforcement, "penalty", 3)], [(Housing, "permit"), (Housing, "penalty"), (Enforcement, "penalty")], []);
        Assert.Equal([Enforcement, Housing], report.Departments.Select(department => department.Department));
        Assert.Equal(("permit", true), Only(report, Housing, "permit"));
        Assert.Equal(("penalty", true), Only(report, Housing, "penalty"));
        Assert.Equal(("penalty", false), Only(report, Enforcement, "penalty"));
    }

    [Fact]
    public void Into_WhoSaidThatThereIsNothingNew_MissesNothing() =>
        Assert.Equal(("permit", false), Only(Check([], [(Housing, "permit")], [Housing]), Housing, "permit"));

    [Fact]
    public void Into_ADepartmentThatIsGone_OwesNothing() => Assert.Empty(Check([], [("jieshou-nobody", "permit")], []).Departments);

    [Fact]
    public void Into_OnlyRowsThatWereGivenBack_IsNotMissing()
    {
        var tally = Tally(Housing, "permit", 0) with { Counts = new QualityCounts(5, 5, 0, 0, 0, 0, 0, 0) };
        Assert.Equal(("permit", false), Only(Check([tally], [(Housing, "permit")], []), Housing, "permit"));
    }

    [Fact]
    public void Matters_OfSeveralDepartments_AreAddedUpByItem()
    {
        var report = Check([Tally(Housing, "penalty", 2), Tally(Enforcement, "penalty", 3), Tally(Housing, "permit", 1)], [], []);
        Assert.Equal([("jieshou", "penalty", 5), ("jieshou", "permit", 1)], report.Matters.Select(matter => (matter.Jurisdiction, matter.Item, matter.Counts.Collected)));
    }

    [Fact]
    public void Gaps_OfRecordsThatLeaveAnAskedFieldEmpty_AreCountedOverThoseThatShouldHaveIt()
    {
        var asked = Serious.Fields.First(field => field is { Requirement: Requirement.Required, Mask: FieldMask.None, Layouts.Count: 0, When: null });
        var gaps = FieldGap.Of(Serious, [Content((asked.Code, "样例")), Content(), Content()]);
        Assert.Contains(new FieldGap(asked.Code, asked.Name, 2, 3), gaps);
        Assert.DoesNotContain(FieldGap.Of(Serious, [Content((asked.Code, "样例"))]), gap => gap.Field == asked.Code);
        Assert.Empty(FieldGap.Of(Serious, []));
    }

    private static ComplianceReport Check(ItemTally[] tallies, (string, string)[] given, string[] nothingNew) =>
        new DataQuality(tallies, given.ToHashSet(), new Dictionary<(string, string), IReadOnlyList<RecordContent>>(), nothingNew.ToHashSet())
            .Into(Empty, DepartmentRegister.Default, ResourceCatalogue.Default);

    private static (string, bool) Only(ComplianceReport report, string department, string item)
    {
        var found = Assert.Single(Assert.Single(report.Departments, one => one.Department == department).Items, one => one.Item == item);
        return (found.Item, found.Missing);
    }

    private static ItemTally Tally(string department, string item, int collected) => new(department, "jieshou", item, new QualityCounts(collected, 0, 0, collected, 0, 0, 0, 0));

    private static RecordContent Content(params (string Code, string Value)[] fields) => new(
        "serious", fields.ToDictionary(field => field.Code, field => field.Value), new Dictionary<string, string>(), new SubjectKey(null, null, "样例"), null, null, ContentStatus.Valid,
        UseScope.Public, null, null, null);
}
