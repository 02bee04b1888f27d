using CsCheck;
using EntCredit.Domain.Subjects;

namespace EntCredit.Domain.Tests.Subjects;

public class CreditCodeTests
{
    private static readonly Gen<string> Bodies = Gen.Int[0, 30].Select(i => CreditCode.Alphabet[i]).Array[17].Select(a => new string(a));

    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("914403001922038216")]
    [InlineData("9144030071526726XG")]
    [InlineData("91330100799655058B")]
    [InlineData("91110108551385082Q")]
    public void IsValid_PublishedCode_True(string code)
    {
        Assert.True(CreditCode.IsValid(code));
        Assert.True(CreditCode.InnerCheckHolds(code));
        Assert.True(CreditCode.KnownPrefix(code));
    }

    [Theory]
    [InlineData("91510100201920161Y", CreditCodeFault.CheckCharacter)]
    [InlineData("ARBG48543289076GFE", CreditCodeFault.CheckCharacter)]
    [InlineData("9144030019220382", CreditCodeFault.Length)]
    [InlineData("91440300192203821", CreditCodeFault.Length)]
    [InlineData("9144030019220382160", CreditCodeFault.Length)]
    [InlineData("91440300192203821I", CreditCodeFault.Symbol)]
    [InlineData("9144O3001922038216", CreditCodeFault.Symbol)]
    [InlineData("9144030019220382S6", CreditCodeFault.Symbol)]
    [InlineData("九一四四零三零零一九二二零三八二一六", CreditCodeFault.Symbol)]
    public void Read_WrongCode_NamesTheFault(string text, CreditCodeFault fault) => Assert.Equal(fault, CreditCode.Read(text).Fault);

    [Theory]
    [InlineData("9144030071526726xg", "9144030071526726XG")]
    [InlineData("９１４４０３００１９２２０３８２１６", "914403001922038216")]
    [InlineData("9144 0300 1922 0382 16", "914403001922038216")]
    [InlineData("914403001922038216（统一社会信用代码）", "914403001922038216")]
    [InlineData("914403001922038216(统一社会信用代码)", "914403001922038216")]
    [InlineData("统一社会信用代码：914403001922038216", "914403001922038216")]
    [InlineData("91440300-1922-038216", "914403001922038216")]
    public void Read_ClerksSpelling_IsMendedAndTold(string text, string code) =>
        Assert.Equal(new CreditCodeReading(code, CreditCodeFault.None, true, null), CreditCode.Read(text));

    [Theory]
    [InlineData("9144O3OO1922O38216", "914403001922038216")]
    [InlineData("9I4403001922038216", "914403001922038216")]
    public void Read_LettersForDigits_SuggestsAndDoesNotTake(string text, string meant)
    {
        var reading = CreditCode.Read(text);
        Assert.Equal(CreditCodeFault.Symbol, reading.Fault);
        Assert.Equal(meant, reading.Suggestion);
        Assert.Equal(text, reading.Code);
    }

    [Fact]
    public void Read_LettersForDigitsThatFitNoCode_SuggestsNothing() => Assert.Null(CreditCode.Read("9144O3001922038217").Suggestion);

    [Fact]
    public void InnerCheckHolds_OffByOne_False() => Assert.False(CreditCode.InnerCheckHolds("914403001922038316"));

    [Theory]
    [InlineData("81")]
    [InlineData("89")]
    [InlineData("99")]
    [InlineData("A1")]
    [InlineData("9A")]
    public void KnownPrefix_OutsideTheTable_False(string prefix) => Assert.False(CreditCode.KnownPrefix(prefix + "4403001922038216"));

    [Fact]
    public void CheckCharacter_AnyBody_CompletesAValidCode() =>
        Bodies.Sample(body => CreditCode.IsValid(body + CreditCode.CheckCharacter(body)));

    [Fact]
    public void IsValid_AnyOneCharacterChanged_False() =>
        Gen.Select(Bodies, Gen.Int[0, 17], Gen.Int[1, 30]).Sample((body, at, by) =>
        {
            var code = (body + CreditCode.CheckCharacter(body)).ToCharArray();
            code[at] = CreditCode.Alphabet[(CreditCode.Alphabet.IndexOf(code[at]) + by) % 31];
            return !CreditCode.IsValid(code);
        });

    [Fact]
    public void Read_AnyText_Answers() => Gen.String[1, 40].Sample(text => CreditCode.Read(text).Code is not null);
}
