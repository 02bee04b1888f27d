using CsCheck;
using EntCredit.Domain.Subjects;

namespace EntCredit.Domain.Tests.Subjects;

public class RegistrationNumberTests
{
    private static readonly Gen<string> Bodies = Gen.Char['0', '9'].Array[14].Select(a => new string(a));

    [Theory]
    [InlineData("110108000000016")]
    [InlineData("100000000044760")]
    public void IsValid_PublishedNumber_True(string number) => Assert.True(RegistrationNumber.IsValid(number));

    [Theory]
    [InlineData("110108000000017", RegistrationNumberKind.WrongCheckDigit)]
    [InlineData("1101080000000", RegistrationNumberKind.Unverified)]
    [InlineData("企合苏锡总字第0001", RegistrationNumberKind.Unverified)]
    [InlineData("企合苏锡总字第0001号", RegistrationNumberKind.Unverified)]
    [InlineData("11010800000001", RegistrationNumberKind.None)]
    [InlineData("详见附件", RegistrationNumberKind.None)]
    [InlineData("字第", RegistrationNumberKind.None)]
    [InlineData("11010800000001A", RegistrationNumberKind.None)]
    public void Read_OtherForms_NamesTheKind(string text, RegistrationNumberKind kind) => Assert.Equal(kind, RegistrationNumber.Read(text).Kind);

    [Fact]
    public void Read_FullWidth_IsMendedAndTold() =>
        Assert.Equal(new RegistrationNumberReading("110108000000016", RegistrationNumberKind.Verified, true), RegistrationNumber.Read("１１０１０８０００００００１６"));

    [Fact]
    public void CheckDigit_AnyBody_CompletesAValidNumber() =>
        Bodies.Sample(body => RegistrationNumber.IsValid(body + RegistrationNumber.CheckDigit(body)));

    [Fact]
    public void IsValid_AnyOneDigitChanged_False() =>
        Gen.Select(Bodies, Gen.Int[0, 14], Gen.Int[1, 9]).Sample((body, at, by) =>
        {
            var number = (body + RegistrationNumber.CheckDigit(body)).ToCharArray();
            number[at] = (char)('0' + (number[at] - '0' + by) % 10);
            return !RegistrationNumber.IsValid(number);
        });

    [Fact]
    public void Read_AnyText_Answers() => Gen.String[1, 40].Sample(text => RegistrationNumber.Read(text).Number is not null);
}
