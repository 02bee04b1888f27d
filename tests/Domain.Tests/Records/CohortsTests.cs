using EntCredit.Domain.Batches;
using EntCredit.Domain.Records;
using static EntCredit.Domain.Tests.Records.RecordLife;

namespace EntCredit.Domain.Tests.Records;

public sealed class CohortsTests
{
    private static readonly string Upload = BatchIds.Of(At("2020-07-07 09:30:00"), "住建局/permit/许可 2020.csv", "\"0x8D\"");

    [Fact]
    public void Id_AnyUpload_IsAsciiAndAtMost100Characters()
    {
        Assert.All([Cohorts.Id(Upload, Day("2020-07-06")), Cohorts.OfRefused(Upload, Day("2020-07-15"))], id =>
        {
            Assert.True(id.Length <= 100);
            Assert.Matches("^[a-z0-9-]+$", id);
        });
    }

    [Fact]
    public void Id_DaysOfOneUpload_AreDistinct() => Assert.Equal(
        3,
        new[] { Cohorts.Id(Upload, Day("2020-07-06")), Cohorts.Id(Upload, Day("2020-07-07")), Cohorts.OfRefused(Upload, Day("2020-07-06")) }.Distinct().Count());

    [Theory]
    [InlineData("2020-07-15")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void MendingDue_OfRefused_IsTheDayItWasMadeFrom(string due) =>
        Assert.Equal(Day(due), Cohorts.MendingDue(Cohorts.OfRefused(Upload, Day(due))));

    [Fact]
    public void IsRepeated_OfEachKind_IsTrueOfThatOne()
    {
        Assert.True(Cohorts.IsRepeated(Cohorts.OfRepeated(Upload)));
        Assert.False(Cohorts.IsRepeated(Cohorts.Id(Upload, Day("2020-07-06"))));
        Assert.Null(Cohorts.MendingDue(Cohorts.OfRepeated(Upload)));
    }

    [Fact]
    public void MendingDue_OfACollectedCohort_IsNone() => Assert.Null(Cohorts.MendingDue(Cohorts.Id(Upload, Day("2020-07-06"))));

    [Theory]
    [InlineData("20200706013000-0a1b2c3d4e")]
    [InlineData("api-0a1b2c3d4e5f6a7b8c9d0e1f")]
    public void BatchOf_EveryKindOfCohort_IsTheBatch(string batch)
    {
        var day = new DateOnly(2020, 7, 6);
        Assert.All([Cohorts.Id(batch, day), Cohorts.OfRefused(batch, day), Cohorts.OfRepeated(batch)], cohort => Assert.Equal(batch, Cohorts.BatchOf(cohort)));
    }
}
