using System.Text;
using System.Text.Json;
using EntCredit.Samples;

namespace EntCredit.EndToEnd.Tests.Running;

/// <summary>Permits of the housing department, UTF-8, in the columns of 双公示 2018.</summary>
internal static class PermitFile
{
    private static readonly string[] Header =
    [
        "行政相对人名称", "行政相对人类别", "行政相对人代码_1（统一社会信用代码）", "行政相对人代码_2（工商注册号）", "法定代表人", "法定代表人证件号码",
        "行政许可决定文书名称", "行政许可决定文书号", "许可类别", "许可证书名称", "许可编号", "许可内容", "许可决定日期", "有效期自", "有效期至",
        "许可机关", "许可机关统一社会信用代码", "当前状态", "数据来源单位", "备注", "保密审查",
    ];

    /// <summary>So many permits of the sample's enterprises, each another document. Row n is line n + 1.</summary>
    /// <param name="count">How many.</param>
    /// <param name="series">Makes the documents others than those of another file.</param>
    public static byte[] Of(int count, string series) =>
        Encoding.UTF8.GetBytes(Csv.Of(Enumerable.Range(1, count).Select(n => Row(series, n, Enterprises.Name((n - 1) % 39 + 1), Enterprises.Code((n - 1) % 39 + 1))).Prepend(Header)));

    /// <summary>One permit of an enterprise.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="code">Its credit code.</param>
    /// <param name="series">As above.</param>
    /// <param name="reviewed">Whether the row declares the secrecy review done.</param>
    public static byte[] For(string name, string code, string series, bool reviewed = true) =>
        Encoding.UTF8.GetBytes(Csv.Of([Header, Row(series, 1, name, code, reviewed)]));

    /// <summary>The rows of a file, no cell of which has a comma, as a JSON array.</summary>
    public static byte[] AsJson(byte[] csv)
    {
        var lines = Encoding.UTF8.GetString(csv).TrimEnd().Split("\r\n").Select(line => line.TrimStart('\uFEFF').Split(',')).ToList();
        return JsonSerializer.SerializeToUtf8Bytes(lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second)));
    }

    private static string[] Row(string series, int n, string name, string code, bool reviewed = true)
    {
        var day = Days.Of(n);
        return
        [
            name, "02", code, "", "样甲一", "", "准予行政许可决定书", $"界住建许{series}〔2020〕{n}号", "01", "建筑业企业资质证书", $"D{series}{n:0000000}",
            "建筑工程施工总承包三级", day, day, "2025-06-30", "界首市住房和城乡建设局", Codes.Credit(901, "11"), "1", "界首市住房和城乡建设局", "", reviewed ? "是" : "否",
        ];
    }
}
