namespace EntCredit.Samples;

/// <summary>A small register and a few permits of another jurisdiction: three invented enterprises each. Received on 2020-08-04 and 2020-08-05.</summary>
/// <param name="place">The place that names begin with.</param>
/// <param name="first">The number of the first enterprise.</param>
/// <param name="prefix">What the documents' numbers begin with.</param>
/// <param name="kind">What the permits are.</param>
/// <param name="authority">Who grants them.</param>
/// <param name="decided">The days on which they were granted.</param>
internal sealed record ElsewhereSample(string Place, int First, string Prefix, string Kind, string Authority, IReadOnlyList<string> Decided)
{
    private static readonly string[] Words = ["样江", "样岭", "样湖"];

    /// <summary>Hunan: permits that were granted in the week before they come (七个工作日).</summary>
    public static ElsewhereSample Hunan { get; } = new(
        "湖南", 201, "湘建许", "建筑业企业资质证书", "湖南省住房和城乡建设厅", ["2020-07-29", "2020-07-30", "2020-07-31"]);

    /// <summary>Chongqing: permits of July, given at the beginning of August (每月5日前).</summary>
    public static ElsewhereSample Chongqing { get; } = new(
        "重庆", 301, "渝交许", "道路运输经营许可证", "重庆市交通委员会", ["2020-07-07", "2020-07-16", "2020-07-31"]);

    private string Name(int n) => $"{Place}{Words[n]}实业有限公司";

    private string Code(int n) => Codes.Credit(First + n);

    /// <summary>The register.</summary>
    public IEnumerable<string[]> Register()
    {
        yield return ["企业名称", "统一社会信用代码", "注册日期", "企业类型", "法人代表", "注册资金", "经营范围", "所在省份", "注册地址"];
        for (var n = 0; n < Words.Length; n++)
            yield return [Name(n), Code(n), "2020-07-30", "有限责任公司", $"样辰{"一二三"[n]}", "100(万)", "样品展示。", Place, $"{Place}样板路{n + 1}号"];
    }

    /// <summary>The permits.</summary>
    public IEnumerable<string[]> Permits()
    {
        yield return
        [
            "行政相对人名称", "行政相对人类别", "行政相对人代码_1（统一社会信用代码）", "法定代表人", "行政许可决定文书名称", "行政许可决定文书号", "许可类别", "许可证书名称",
            "许可编号", "许可内容", "许可决定日期", "有效期自", "有效期至", "许可机关", "当前状态", "数据来源单位",
        ];
        for (var n = 0; n < Words.Length; n++)
            yield return
            [
                Name(n), "02", Code(n), $"样辰{"一二三"[n]}", "准予行政许可决定书", $"{Prefix}〔2020〕{n + 1}号", "01", Kind,
                $"D3499{First + n:0000}", $"{Kind}（样例）", Decided[n], Decided[n], "2025-07-31", Authority, "1", Authority,
            ];
    }
}
