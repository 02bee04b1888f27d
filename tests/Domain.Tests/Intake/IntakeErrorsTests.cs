using System.Text.RegularExpressions;
using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Tests.Intake;

public class IntakeErrorsTests
{
    [Fact]
    public void All_Codes_AreUniqueAndOfTheirRanges()
    {
        Assert.NotEmpty(IntakeErrors.All);
        Assert.Equal(IntakeErrors.All.Count, IntakeErrors.All.Select(e => e.Code).Distinct().Count());
        Assert.All(IntakeErrors.All, e => Assert.Matches("^EC[23][0-9]{3}$", e.Code));
    }

    [Fact]
    public void All_Texts_SayWhatIsWrongAndWhatToDoInChinese() => Assert.All(IntakeErrors.All, e =>
    {
        Assert.Matches("[一-龥]", e.Chinese);
        Assert.Matches("[一-龥]", e.Mend);
        Assert.DoesNotMatch("[一-龥]", e.Title);
    });

    [Fact]
    public void All_Places_AreNumberedWithoutGaps() => Assert.All(IntakeErrors.All, e =>
    {
        var places = Regex.Matches(e.Chinese, "\\{(\\d)\\}").Select(m => m.Groups[1].Value[0] - '0').Distinct().Order().ToList();
        Assert.Equal(Enumerable.Range(0, places.Count), places);
    });
}
