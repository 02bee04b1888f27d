using EntCredit.Domain.Compliance;
using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.Tests.Compliance;

public sealed class RuleTitlesTests
{
    [Fact]
    public void Of_RuleOfEachClock_IsATitleOfItsOwn()
    {
        var rules = Enum.GetValues<ClockKind>().Select(kind => kind.RuleId()).Concat(["T5", "T7"]).ToList();

        Assert.All(rules, rule => Assert.Matches(@"^\p{IsCJKUnifiedIdeographs}{4}", RuleTitles.Of(rule)));
        Assert.Equal(rules.Count, rules.Select(RuleTitles.Of).Distinct().Count());
    }
}
