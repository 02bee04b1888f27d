using EntCredit.Domain.Obligations;
using static EntCredit.Domain.Tests.Records.RecordLife;

namespace EntCredit.Domain.Tests.Obligations;

public sealed class ObligationTests
{
    internal static readonly Obligation Owed = new(
        "20200707013000-aabbccddee-0000007", "jieshou", "permit", "T1", "housing",
        Day("2020-07-06"), Day("2020-07-15"), "2026-1", false, At("2020-07-07 09:30:00"), null, null, null);

    [Fact]
    public void DueInstant_OfTheLastDay_IsItsMidnightInShanghai() =>
        Assert.Equal(new DateTimeOffset(2020, 7, 15, 16, 0, 0, TimeSpan.Zero), Owed.DueInstant);

    [Theory]
    [InlineData("2020-07-07 09:30:00", DutyStanding.Open)]
    [InlineData("2020-07-15 23:59:59.999", DutyStanding.Open)]
    [InlineData("2020-07-16 00:00:00", DutyStanding.Overdue)]
    [InlineData("2030-01-01 00:00:00", DutyStanding.Overdue)]
    public void StandingAt_NeverKept_IsOpenThenOverdue(string moment, DutyStanding standing) => Assert.Equal(standing, Owed.StandingAt(At(moment)));

    [Theory]
    [InlineData("2020-07-14 10:00:00", DutyOutcome.Met, "2020-07-14 09:59:59", DutyStanding.Open)]
    [InlineData("2020-07-14 10:00:00", DutyOutcome.Met, "2020-07-14 10:00:00", DutyStanding.Met)]
    [InlineData("2020-07-14 10:00:00", DutyOutcome.Met, "2020-08-01 00:00:00", DutyStanding.Met)]
    [InlineData("2020-07-20 10:00:00", DutyOutcome.Late, "2020-07-15 23:59:59", DutyStanding.Open)]
    [InlineData("2020-07-20 10:00:00", DutyOutcome.Late, "2020-07-16 00:00:00", DutyStanding.Overdue)]
    [InlineData("2020-07-20 10:00:00", DutyOutcome.Late, "2020-07-20 10:00:00", DutyStanding.Late)]
    [InlineData("2020-07-20 10:00:00", DutyOutcome.Cancelled, "2020-07-20 09:59:59", DutyStanding.Overdue)]
    [InlineData("2020-07-20 10:00:00", DutyOutcome.Cancelled, "2020-07-20 10:00:00", DutyStanding.Cancelled)]
    public void StandingAt_Ended_CountsNothingThatCameAfterTheInstant(string ended, DutyOutcome outcome, string moment, DutyStanding standing) =>
        Assert.Equal(standing, (Owed with { ClosedAt = At(ended), Outcome = outcome }).StandingAt(At(moment)));
}
