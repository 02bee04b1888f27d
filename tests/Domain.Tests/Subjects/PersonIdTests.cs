using EntCredit.Domain.Subjects;

namespace EntCredit.Domain.Tests.Subjects;

public class PersonIdTests
{
    // Division 349999 is not assigned: the number can be nobody's.
    private const string Nobody = "349999199003071233";

    [Fact]
    public void IsCitizenNumber_RightCheck_True() => Assert.True(PersonId.IsCitizenNumber(Nobody));

    [Theory]
    [InlineData("349999199003071234")]
    [InlineData("349999199002301233")]
    [InlineData("914403001922038216")]
    [InlineData("34999919900307123")]
    public void IsCitizenNumber_OtherNumbers_False(string text) => Assert.False(PersonId.IsCitizenNumber(text));

    [Fact]
    public void MaskIn_NumberInProse_HidesAllButTwo() =>
        Assert.Equal("身份证号****************33，完", PersonId.MaskIn($"身份证号{Nobody}，完"));

    [Fact]
    public void MaskIn_NumberInsideALongerOne_LeavesIt() => Assert.Equal("1" + Nobody, PersonId.MaskIn("1" + Nobody));

    [Fact]
    public void MaskIn_TwoNumbers_HidesBoth() => Assert.DoesNotContain("1990", PersonId.MaskIn($"{Nobody} {Nobody}"), StringComparison.Ordinal);
}
