using System.Text;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;
using EntCredit.Stores.Files;

namespace EntCredit.Stores.Tests.Files;

/// <summary>What an app posts, as the table that its rows would be in a file.</summary>
public sealed class PostedRecordsTests
{
    [Fact]
    public void Read_CodesNamesAndAliases_AreTheSameColumns()
    {
        var posted = Read("""
            {"item":"permit","records":[{"XK_WSH":"一号","XK_NR":"甲"},{"许可内容":"乙","决定书文号":"二号"},{"行政许可决定文书号":"三号","别的":1}]}
            """);

        Assert.Equal(["XK_WSH", "XK_NR", "别的"], posted.Header);
        Assert.Equal([[1, "一号", "甲", ""], [2, "二号", "乙", ""], [3, "三号", "", "1"]], posted.Rows.Select(row => row.Cells.Cast<object>().Prepend(row.Line)));
    }

    [Theory]
    [InlineData("2015", """{"XK_XMMC":"项目","XK_SPLB":"普通","XK_BM":"1","DFBM":"341282"}""")]
    [InlineData("2018", """{"XK_XKLB":"普通","XK_YXQZ":"2020-07-01","XK_LYDW":"单位"}""")]
    public void Read_FieldsOfALayout_SpeakForIt(string layout, string record)
    {
        var posted = Read($$"""{"item":"permit","records":{{record}}}""");

        Assert.Equal(layout, HeaderMapper.Map(ResourceCatalogue.Default, "permit", posted.Header).Layout);
    }

    [Fact]
    public void Read_NumbersBooleansAndNothing_AreTexts()
    {
        var posted = Read("""{"item":"permit","secrecyReview":"pending","records":[{"XK_XKLB":1,"BMSC":true,"XK_NR":null,"XK_WSH":"a","BZ":-0.50}]}""");

        Assert.Equal(["1", "是", "", "a", "-0.50"], posted.Rows[0].Cells);
        Assert.False(posted.ReviewDeclared);
    }

    [Fact]
    public void Read_TwoNamesOfOneField_KeepsTheSurerAndTellsTheOther()
    {
        var posted = Read("""{"item":"permit","records":[{"决定书文号":"别名","XK_WSH":"代码"}]}""");

        var mapping = HeaderMapper.Map(ResourceCatalogue.Default, "permit", posted.Header);
        Assert.Equal("代码", posted.Rows[0].Cells[mapping.Fields.Single(field => field.Field.Code == "XK_WSH").Column]);
        Assert.Equal(["决定书文号"], mapping.Unmapped);
    }

    [Fact]
    public void Read_AThousandRecords_IsTakenAndOneMoreIsNot()
    {
        static string Body(int count) => $$"""{"item":"permit","records":[{{string.Join(',', Enumerable.Repeat("{\"XK_WSH\":\"1\"}", count))}}]}""";

        Assert.Equal(1000, Read(Body(1000)).Rows.Count);
        Assert.Equal("EC3205", Assert.Throws<FileRefusedException>(() => Read(Body(1001))).Error.Code);
    }

    [Theory]
    [InlineData("{\"item\":\"permit\",\"records\":[{\"\":1}]}")]
    [InlineData("{\"item\":\"permit\",\"records\":[{\"a \":1,\"a\":2}]}")]
    [InlineData("{\"item\":\"permit\",\"records\":[{\"\\udc00\":1}]}")]
    [InlineData("{\"item\":\"permit\",\"records\":[{\"a\":[]}]}")]
    [InlineData("{\"item\":\"permit\",\"records\":[{}],\"extra\":1}")]
    [InlineData("{\"item\":1,\"records\":[{}]}")]
    [InlineData("[[[[[[[[[[]]]]]]]]]]")]
    public void Read_OddBodies_AreRefusedAsIllegible(string body) =>
        Assert.Equal("EC3203", Assert.Throws<FileRefusedException>(() => Read(body)).Error.Code);

    [Fact]
    public void Read_BytesThatAreNoText_AreRefusedAsIllegible() =>
        Assert.Equal("EC3203", Assert.Throws<FileRefusedException>(() => PostedRecords.Read(new byte[] { 0x7B, 0x22, 0xFF, 0x22, 0x7D }, ResourceCatalogue.Default)).Error.Code);

    private static PostedRecords Read(string body) => PostedRecords.Read(Encoding.UTF8.GetBytes(body), ResourceCatalogue.Default);
}
