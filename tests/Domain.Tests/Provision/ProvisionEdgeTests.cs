using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Provision;
using EntCredit.Domain.Tests.Rules;
using static EntCredit.Domain.Tests.Provision.ProvisionPlay;

namespace EntCredit.Domain.Tests.Provision;

public sealed class ProvisionEdgeTests
{
    [Fact]
    public void Provide_Twice_AwaitsTheLoadOfBoth()
    {
        var play = Expected(new(2016, 11, 1));
        play.Do(Provide("2016-12-02 10:00"), Provide("2016-12-03 10:00", records: 5, digest: "d-2"));

        Assert.Equal(15, play.State.AwaitingLoad);
    }

    [Fact]
    public void Provide_OnTheFirstOfTheNextMonth_IsPossible()
    {
        var play = Expected(new(2016, 11, 1));
        play.Do(Provide("2016-12-01 00:00"));

        Assert.Equal(["T6 Met"], play.Closed);
    }

    [Fact]
    public void Provide_WhereNobodyLoads_OwesNoLoad()
    {
        // A load that the operator owes, where the register names no operator.
        var law = Law.Of("chongqing");
        var alone = law with
        {
            Profile = law.Profile with
            {
                Provision = law.Profile.Provision with { Load = law.Profile.Provision.Load! with { Debtor = DepartmentRole.Bank } },
            },
        };
        var play = new Play<ProvisionCommand, ProvisionEvent, MonthProvision>(
            MonthProvision.Initial, (command, state) => ProvisionDecider.Decide(command, state, alone), MonthProvision.Evolve);
        play.Do(new ProvisionCommand.Expect(Law.At("2016-12-01 00:00"), ProvisionPlay.Department, "chongqing", new(2016, 11, 1)), Provide("2016-12-02 10:00"));

        Assert.Single(play.Opened);
    }

    [Fact]
    public void Expect_BeyondTheDaysThatAreCounted_IsRefused() => Assert.Equal(
        "EC4602", New().Refused(new ProvisionCommand.Expect(Law.At("2016-09-01 00:00"), ProvisionPlay.Department, "chongqing", Deadlines.Latest.AddMonths(1))));

    [Fact]
    public void LoadOf_GivenOnTheLoadDay_IsThatDay() => Assert.Equal(
        new DateOnly(2017, 2, 28), ProvisionDays.LoadOf(LoadDay.LastWorkingDayOfMonth, new(2017, 2, 28), WorkingCalendar.Default));

    [Fact]
    public void ExceedsAdvisory_OnTheAdvisoryDayItself_IsFalse()
    {
        var day = new DateOnly(2016, 12, 30);

        Assert.False(new ProvisionDays(day, day, day).ExceedsAdvisory);
        Assert.True(new ProvisionDays(day, day, day.AddDays(-1)).ExceedsAdvisory);
    }
}
