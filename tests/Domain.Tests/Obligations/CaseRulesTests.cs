using EntCredit.Domain.Calendar;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Tests.Rules;

namespace EntCredit.Domain.Tests.Obligations;

public sealed class CaseRulesTests
{
    [Fact]
    public void CanBe_FromTheFirstDayThatIsCountedUntilToday_IsTrue()
    {
        var now = Law.At("2020-07-01 00:30");

        Assert.True(CaseRules.CanBe(Deadlines.Earliest, now));
        Assert.True(CaseRules.CanBe(new(2020, 7, 1), now));
        Assert.False(CaseRules.CanBe(Deadlines.Earliest.AddDays(-1), now));
        Assert.False(CaseRules.CanBe(new(2020, 7, 2), now));
    }
}
