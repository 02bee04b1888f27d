using System.Text.Json;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Tests.Intake;

/// <summary>The values of a row behave as the dictionary that they are given out as.</summary>
public sealed class FieldValuesTests
{
    private static readonly ResourceItem Permit = ResourceCatalogue.Default.Find("permit")!;

    private static IReadOnlyDictionary<string, string> Values()
    {
        var mapping = HeaderMapper.Map(Permit, ["备注", "许可决定日期", "行政许可决定文书号", "统一社会信用代码", "行政相对人名称", "证件号码"]);
        return RowReader.Read(Permit, mapping, new SourceRow(2, ["", "2020年7月1日", "一号", "91349999MA2N00028N", "界首样青公司", "无"]), new DateOnly(2020, 7, 10)).Content.Fields;
    }

    [Fact]
    public void Fields_OfARow_AreInTheCataloguesOrderWithoutEmptyOnes() =>
        Assert.Equal(
            [("XK_XDR_MC", "界首样青公司"), ("XK_XDR_SHXYM", "91349999MA2N00028N"), ("XK_WSH", "一号"), ("XK_JDRQ", "2020-07-01")],
            Values().Select(pair => (pair.Key, pair.Value)));

    [Fact]
    public void Fields_AskedByCode_AnswerAsADictionary()
    {
        var values = Values();
        Assert.Equal((4, "一号", true), (values.Count, values["XK_WSH"], values.ContainsKey("XK_JDRQ")));
        Assert.False(values.TryGetValue("BZ", out _));
        Assert.False(values.ContainsKey("NONE"));
        Assert.Throws<KeyNotFoundException>(() => values["BZ"]);
        Assert.Equal(values.Keys, values.Select(pair => pair.Key));
        Assert.Equal(values.Values, values.Select(pair => pair.Value));
    }

    [Fact]
    public void Fields_AsJson_AreThoseOfADictionary() =>
        Assert.Equal(JsonSerializer.Serialize(Values().ToDictionary()), JsonSerializer.Serialize(Values()));

    [Fact]
    public void Digest_OfARowsValues_IsThatOfTheSameDictionary()
    {
        var mapping = HeaderMapper.Map(Permit, ["备注", "许可决定日期", "行政许可决定文书号", "统一社会信用代码", "行政相对人名称"]);
        var content = RowReader.Read(Permit, mapping, new SourceRow(2, ["备", "2020年7月1日", "一号", "91349999MA2N00028N", "界首样青公司"]), new DateOnly(2020, 7, 10)).Content;
        Assert.Equal(ContentDigest.Of(content with { Fields = content.Fields.Reverse().ToDictionary() }), ContentDigest.Of(content));
    }
}
