using CsCheck;
using EntCredit.Domain.DualNotice.Approvals;

namespace EntCredit.Domain.Tests.DualNotice;

/// <summary>The words of a business scope (湘商改〔2016〕7号 第七条): D4.</summary>
public sealed class ScopeMatcherTests
{
    private static readonly string[] Parts = ["危险化学品", "不含", "除", "外", "除外", "（", "）", "，", "；", "、", "仅限", "食品销售", "非", "的"];

    private static ApprovalCatalogue Law => ApprovalCatalogue.Default;

    [Theory]
    [InlineData("日用百货销售", "")]
    [InlineData("食品销售；房地产开发。", "food-business real-estate")]
    [InlineData("化工产品销售（不含危险化学品）", "")]
    [InlineData("化工产品（除危险化学品、监控化学品、烟花爆竹）销售", "")]
    [InlineData("化工产品（危险化学品除外）销售；劳务派遣", "labour-dispatch")]
    [InlineData("除危险化学品以外的化工产品销售", "")]
    [InlineData("除危险化学品外，农药销售", "pesticides")]
    [InlineData("危险化学品经营（不含剧毒化学品）", "hazardous-chemicals")]
    [InlineData("不含餐饮服务，食品销售", "food-business")]
    [InlineData("日用品销售（不含食品销售、药品零售；仅限卷烟零售）", "tobacco")]
    [InlineData("兽药零售", "veterinary-drugs")]
    [InlineData("危险化学品包装物制造", "")]
    [InlineData("食品加工机械销售", "")]
    [InlineData("普通货物运输代理", "")]
    [InlineData("房屋拆除；外墙清洗；建筑工程施工", "construction")]
    [InlineData("除尘设备安装；住宿服务", "hotel public-place")]
    [InlineData("ｋｔｖ", "entertainment")]
    [InlineData("iii类医疗器械", "medical-device")]
    [InlineData("非危险化学品销售", "")]
    [InlineData("化工产品（不含危险化学品、食品销售", "")]
    [InlineData("）除外（除", "")]
    [InlineData("宠物食品销售；宠物食品及用品零售", "")]
    [InlineData("农副食品加工专用设备制造", "")]
    [InlineData("食品互联网销售（仅销售预包装食品）", "food-business")]
    [InlineData("药品批发；药品零售", "drug-wholesale drug-business")]
    [InlineData("兽用药品销售；兽用生物制品销售", "veterinary-drugs")]
    [InlineData("第三类医疗器械生产", "")]
    [InlineData("总质量4.5吨及以下普通货运车辆道路货物运输（除网络货运和危险货物）", "")]
    [InlineData("道路货物运输（不含危险货物）", "road-freight")]
    [InlineData("道路旅客运输经营；道路旅客运输站经营", "road-passenger road-station")]
    [InlineData("水路危险货物运输", "waterway")]
    [InlineData("医疗美容服务", "")]
    [InlineData("生活美容服务", "public-place")]
    [InlineData("卫生用农药销售", "")]
    [InlineData("非主要农作物种子生产", "")]
    [InlineData("出版物批发；出版物零售；出版物印刷", "publications-wholesale publications printing-publications")]
    [InlineData("人力资源服务（不含职业中介活动、劳务派遣服务）", "")]
    [InlineData("呼叫中心业务（不含增值电信业务）；电气安装服务（除特种设备制造）", "telecom")]
    [InlineData("餐饮管理（不含餐饮服务）；酒店管理；非食品销售", "")]
    public void Read_AScope_FindsWhatItDoesAndNotWhatItLeavesOut(string scope, string items) =>
        Assert.Equal(items, string.Join(' ', Law.Read(scope).Items));

    [Fact]
    public void Read_AWordLeftOut_SaysByWhat()
    {
        var word = Assert.Single(Law.Read("化工产品销售（不含危险化学品）").Words);
        Assert.Equal(("危险化学品", 9, "不含"), (word.Word, word.At, word.ExcludedBy));
    }

    [Fact]
    public void Read_WordsThatOverlap_TakesTheFirstAndOfThoseTheLongest()
    {
        var law = Invented("ab bc", "abcd", "cde");
        Assert.Equal(["one"], law.Read("abc").Items);
        Assert.Equal(["two"], law.Read("abcde").Items);
        Assert.Equal(["one", "three"], law.Read("bcacde").Items);
    }

    [Fact]
    public void Read_AnyTextOfFewLetters_FindsWhatASlowSearchFinds() =>
        Gen.Select(Gen.String[Gen.Char["abcde，（）"], 0, 14], Gen.String[Gen.Char["abcde"], 1, 4].Array[1, 6]).Sample((scope, words) =>
        {
            words = [.. words.Distinct()];
            var found = Invented(string.Join(' ', words)).Read(scope).Words.Select(word => (word.At, word.Word));
            List<(int, string)> slow = [];
            for (var at = 0; at < scope.Length;)
            {
                var longest = words.Where(word => string.CompareOrdinal(scope, at, word, 0, word.Length) == 0).MaxBy(word => word.Length);
                if (longest is not null) slow.Add((at, longest));
                at += longest?.Length ?? 1;
            }

            Assert.Equal(slow, found);
        });

    [Fact]
    public void Read_AnyTextOfTheWordsThatMeanLeavingOut_Answers() =>
        Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[0, 12]
            .Sample(parts => Assert.All(Law.Read(string.Concat(parts)).Words, word => Assert.True(word.At >= 0)));

    private static ApprovalCatalogue Invented(params string[] words)
    {
        string[] codes = ["one", "two", "three"];
        var items = words.Select((word, i) => $$"""
            { "code": "{{codes[i]}}", "name": "示例", "authority": "a", "example": true, "words": [{{string.Join(",", word.Split(' ').Select(one => $"\"{one}\""))}}] }
            """);
        return ApprovalCatalogue.Parse("x.json", $$"""{ "version": "1", "authorities": [{ "code": "a", "name": "示例部门" }], "items": [{{string.Join(",", items)}}] }""");
    }
}
