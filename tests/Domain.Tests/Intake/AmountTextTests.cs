using CsCheck;
using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Tests.Intake;

public class AmountTextTests
{
    [Theory]
    [InlineData("0.5", "0.5")]
    [InlineData("5,000", "5000")]
    [InlineData("5000元", "0.5")]
    [InlineData("￥5,000.00元", "0.5")]
    [InlineData("1.2万元", "1.2")]
    [InlineData("1.2万", "1.2")]
    [InlineData("人民币1.2万元整", "1.2")]
    [InlineData("1亿元", "10000")]
    [InlineData("5仟元", "0.5")]
    [InlineData("300(万)", "300")]
    [InlineData("1,200(万人民币元)", "1200")]
    [InlineData("50万元人民币", "50")]
    [InlineData("600(万美元)", "600万美元")]
    [InlineData("10.5(万香港元)", "10.5万香港元")]
    [InlineData("１００", "100")]
    [InlineData("5E-05", "0.00005")]
    [InlineData("0", "0")]
    [InlineData("伍仟元", "0.5")]
    [InlineData("人民币伍仟元整", "0.5")]
    [InlineData("壹拾贰万叁仟肆佰伍拾陆元柒角捌分", "12.345678")]
    [InlineData("壹佰零伍元", "0.0105")]
    [InlineData("十万元", "10")]
    [InlineData("两千元", "0.2")]
    [InlineData("一亿零三百元", "10000.03")]
    [InlineData("0.050000", "0.05")]
    public void Read_EveryShapeSeen_IsInTenThousands(string text, string amount)
    {
        var reading = AmountText.Read(text);
        Assert.Equal((AmountFault.None, amount), (reading.Fault, reading.Text));
    }

    [Theory]
    [InlineData("5000元", true)]
    [InlineData("1亿元", true)]
    [InlineData("1.2万元", false)]
    [InlineData("1.2", false)]
    public void Read_OtherUnits_TellsTheConversion(string text, bool converted) => Assert.Equal(converted, AmountText.Read(text).Converted);

    [Theory]
    [InlineData("伍仟", AmountFault.Illegible)]
    [InlineData("二三元", AmountFault.Illegible)]
    [InlineData("百元店", AmountFault.Illegible)]
    [InlineData("伍佰仟元", AmountFault.Illegible)]
    [InlineData("伍仟美元", AmountFault.Illegible)]
    [InlineData("5000元，没收200元", AmountFault.Illegible)]
    [InlineData("元", AmountFault.Illegible)]
    [InlineData("5000块", AmountFault.Illegible)]
    [InlineData("1.2.3", AmountFault.Illegible)]
    [InlineData("-1", AmountFault.Negative)]
    [InlineData("0.1234567", AmountFault.Precise)]
    [InlineData("1000000000000", AmountFault.TooLarge)]
    [InlineData("1E+28", AmountFault.TooLarge)]
    [InlineData("1E+99", AmountFault.Illegible)]
    public void Read_NoAmount_SaysWhy(string text, AmountFault fault) => Assert.Equal(fault, AmountText.Read(text).Fault);

    [Fact]
    public void Read_AnyText_Answers() =>
        Gen.OneOf(Gen.String[1, 30], Gen.Char["0123456789.,-+Ee万元亿仟美() "].Array[1, 25].Select(a => new string(a)))
            .Sample(text => AmountText.Read(text) is { Fault: AmountFault.None, Text.Length: > 0 } or { Fault: not AmountFault.None });
}
