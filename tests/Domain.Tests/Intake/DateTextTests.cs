using CsCheck;
using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Tests.Intake;

public class DateTextTests
{
    [Theory]
    [InlineData("2020-07-01", DateShape.Plain)]
    [InlineData("2020/7/1", DateShape.Plain)]
    [InlineData("2020.7.1", DateShape.Plain)]
    [InlineData("20200701", DateShape.Plain)]
    [InlineData("2020年7月1日", DateShape.Plain)]
    [InlineData("2020年07月01号", DateShape.Plain)]
    [InlineData("2020-07-01 00:00:00", DateShape.Plain)]
    [InlineData("2020/7/1 9:30", DateShape.Plain)]
    [InlineData("2020-07-01T08:00:00Z", DateShape.Plain)]
    [InlineData("20200701083000", DateShape.Plain)]
    [InlineData("２０２０－０７－０１", DateShape.Mended)]
    [InlineData("二〇二〇年七月一日", DateShape.Mended)]
    [InlineData("二零二零年七月一日", DateShape.Mended)]
    [InlineData("2020/7/1 上午9:30:00", DateShape.Plain)]
    [InlineData("Jul 1, 2020", DateShape.Mended)]
    [InlineData("1-July-2020", DateShape.Mended)]
    [InlineData("Wed Jul 01 00:00:00 CST 2020", DateShape.Mended)]
    [InlineData("2020年7月1日 星期三", DateShape.Mended)]
    [InlineData("2020-07-01 (周三)", DateShape.Mended)]
    [InlineData("44013", DateShape.Serial)]
    [InlineData("44013.5", DateShape.Serial)]
    public void Read_EveryShapeSeen_IsTheFirstOfJuly(string text, DateShape shape) =>
        Assert.Equal(new DateReading(new DateOnly(2020, 7, 1), shape), DateText.Read(text));

    [Theory]
    [InlineData("42370", 2016, 1, 1)]
    [InlineData("42473", 2016, 4, 13)]
    [InlineData("二〇二〇年十二月三十一日", 2020, 12, 31)]
    [InlineData("二〇二〇年十月二十日", 2020, 10, 20)]
    [InlineData("13/7/2020", 2020, 7, 13)]
    [InlineData("7/13/2020", 2020, 7, 13)]
    [InlineData("7/7/2020", 2020, 7, 7)]
    [InlineData("2020-02-29", 2020, 2, 29)]
    public void Read_OtherDays_IsThatDay(string text, int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), DateText.Read(text).Day);

    [Theory]
    [InlineData("长期")]
    [InlineData("永久有效")]
    [InlineData("2099-12-31")]
    [InlineData("2099/1/1")]
    [InlineData("9999-12-31")]
    [InlineData("2099")]
    [InlineData("2099年")]
    public void Read_WithoutEnd_IsOpen(string text) => Assert.Equal(new DateReading(DateText.Open, DateShape.OpenEnded), DateText.Read(text));

    [Theory]
    [InlineData("2020-02-30", DateShape.Nonexistent)]
    [InlineData("2019-02-29", DateShape.Nonexistent)]
    [InlineData("2020-13-01", DateShape.Nonexistent)]
    [InlineData("20200631", DateShape.Nonexistent)]
    [InlineData("0000-01-01", DateShape.Nonexistent)]
    [InlineData("3/7/2020", DateShape.Ambiguous)]
    [InlineData("20-07-01", DateShape.Ambiguous)]
    [InlineData("七月初", DateShape.Illegible)]
    [InlineData("2020-07", DateShape.Illegible)]
    [InlineData("2020年7月", DateShape.Illegible)]
    [InlineData("2020", DateShape.Illegible)]
    [InlineData("1-Jul-20", DateShape.Illegible)]
    [InlineData("Jul 2020", DateShape.Illegible)]
    [InlineData("Mayor 1, 2020", DateShape.Illegible)]
    [InlineData("31-Jun-2020", DateShape.Nonexistent)]
    [InlineData("2020-07-01abc", DateShape.Illegible)]
    [InlineData("99999", DateShape.Illegible)]
    [InlineData("12345", DateShape.Illegible)]
    [InlineData("91500000739829853K", DateShape.Illegible)]
    [InlineData("2020-07-01 25:00", DateShape.Illegible)]
    [InlineData("2020-007-01", DateShape.Illegible)]
    public void Read_NoDay_SaysWhy(string text, DateShape shape) => Assert.Equal(new DateReading(null, shape), DateText.Read(text));

    [Theory]
    [InlineData("yyyy-MM-dd")]
    [InlineData("yyyy/M/d")]
    [InlineData("yyyy.M.d")]
    [InlineData("yyyyMMdd")]
    [InlineData("yyyy年M月d日")]
    public void Read_AnyDayWritten_ComesBack(string format) =>
        Gen.Int[new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2098, 12, 31).DayNumber].Select(DateOnly.FromDayNumber)
            .Sample(day => DateText.Read(day.ToString(format)).Day == day);

    [Fact]
    public void Read_AnyText_Answers() =>
        Gen.OneOf(Gen.String[1, 30], Gen.Char["0123456789-/.年月日 :T十二〇"].Array[1, 20].Select(a => new string(a)))
            .Sample(text => DateText.Read(text) is { Day: not null } or { Shape: DateShape.Illegible or DateShape.Nonexistent or DateShape.Ambiguous });
}
