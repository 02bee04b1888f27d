using EntCredit.Domain.Calendar;
using EntCredit.Domain.Obligations;
using static EntCredit.Domain.Tests.Records.RecordLife;

namespace EntCredit.Domain.Tests.Obligations;

public sealed class DutiesTests
{
    private static readonly OpenedDuty Duty = Duties.Open(CalendarVersions.Embedded.Newest, "T1", "housing", Term.WorkingDays(7), Day("2020-07-06"));

    [Fact]
    public void Open_ByATerm_SaysFromWhenUntilWhenAndByWhichCalendar() => Assert.Equal(
        new OpenedDuty("T1", "housing", Day("2020-07-06"), Day("2020-07-15"), CalendarVersions.Embedded.Newest.Version, false, Term.WorkingDays(7)), Duty);

    [Fact]
    public void Open_IntoAYearWithoutANotice_IsProvisional() =>
        Assert.True(Duties.Open(CalendarVersions.Embedded.Newest, "T2", "scjg", Term.WorkingDays(20), Day("2040-07-06")).Provisional);

    [Theory]
    [InlineData("2020-07-15 23:59:59.9999999", DutyOutcome.Met, null)]
    [InlineData("2020-07-16 00:00:00", DutyOutcome.Late, "upstream-late")]
    public void Keep_AroundTheLastInstant_GivesAReasonOnlyWhereLate(string moment, DutyOutcome outcome, string? reason) =>
        Assert.Equal(new ClosedDuty("T1", outcome, reason), Duties.Keep(Duty, At(moment), "upstream-late"));

    [Fact]
    public void Keep_LateWithoutACause_HasNoReason() =>
        Assert.Equal(new ClosedDuty("T1", DutyOutcome.Late), Duties.Keep(Duty, At("2020-07-16 00:00:00")));
}
