using EntCredit.Functions.Reports;

namespace EntCredit.Functions.Tests.Reports;

public sealed class ReportPeriodsTests
{
    [Theory]
    [InlineData("2020-07", true)]
    [InlineData("2020-13", false)]
    [InlineData("2020-7", false)]
    [InlineData("2020-07-01", false)]
    [InlineData("../2020-07", false)]
    [InlineData("", false)]
    public void IsMonth_Name_OnlyWhereItIsOne(string name, bool month) => Assert.Equal(month, ReportPeriods.IsMonth(name));

    [Fact]
    public void NameOf_Day_IsItsMonth() => Assert.Equal("2020-07", ReportPeriods.NameOf(new DateOnly(2020, 7, 31)));
}
