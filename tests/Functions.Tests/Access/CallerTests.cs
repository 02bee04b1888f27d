using EntCredit.Domain.Departments;
using EntCredit.Functions.Access;

namespace EntCredit.Functions.Tests.Access;

/// <summary>How far a call goes, and when it must say what for.</summary>
public sealed class CallerTests
{
    private static readonly Department Department =
        new("a", "甲局", "hunan", DepartmentLevel.County, "439900", [DepartmentRole.Operator], [], new(2020, 1, 1), null);

    [Theory]
    [InlineData(Reach.None, "a", "hunan", false)]
    [InlineData(Reach.Own, "a", "hunan", true)]
    [InlineData(Reach.Own, "b", "hunan", false)]
    [InlineData(Reach.Jurisdiction, "b", "hunan", true)]
    [InlineData(Reach.Jurisdiction, "b", "fujian", false)]
    [InlineData(Reach.Jurisdiction, "a", "fujian", true)]
    [InlineData(Reach.Everything, "b", "hunan", true)]
    [InlineData(Reach.Everything, "a", "fujian", true)]
    public void Reaches_WithoutAPurpose_EndsAtTheJurisdiction(Reach reach, string department, string jurisdiction, bool reached) =>
        Assert.Equal(reached, new Caller(Department, reach).Reaches(department, jurisdiction));

    [Fact]
    public void Reaches_AnotherJurisdiction_NeedsAPurpose()
    {
        Assert.Throws<PurposeMissingException>(() => new Caller(Department, Reach.Everything).Reaches("b", "fujian"));
        Assert.True(new Caller(Department, Reach.Everything) { Purpose = "核查" }.Reaches("b", "fujian"));
    }
}
