using System.Globalization;
using System.Text;
using EntCredit.Domain.Subjects;

namespace EntCredit.Bench.Intake;

/// <summary>双公示 penalties of 2018, 16 columns, about 350 bytes a row in GB18030; invented, in an unassigned division.</summary>
internal static class PenaltyFile
{
    public static readonly string[] Header =
    [
        "行政相对人名称", "行政相对人类别", "统一社会信用代码", "法定代表人", "行政处罚决定文书号", "违法行为类型", "违法事实", "处罚依据", "处罚类别", "处罚内容", "罚款金额(万元)", "处罚决定日期",
        "公示截止期", "处罚机关", "适用程序", "备注",
    ];

    // Several decisions meet one enterprise, as in life.
    private const int DecisionsPerSubject = 4;

    public static Encoding Encoding { get; } = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    public static IEnumerable<string[]> Rows(int count)
    {
        for (var row = 0; row < count; row++)
        {
            var day = new DateOnly(2020, 5, 1).AddDays(row % 60);
            yield return
            [
                $"界首样本{row / DecisionsPerSubject}号商贸有限公司", "02", CodeOf(row / DecisionsPerSubject), "张示例", $"界综执罚〔2020〕{row}号", "未按规定公示价格",
                "当事人在经营场所销售商品未按照规定明码标价，经责令限期改正后逾期仍未改正，事实清楚，证据确凿", "《中华人民共和国价格法》第十三条、第四十二条", "罚款",
                "责令改正，并处罚款人民币伍仟元整", "0.5", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                day.AddYears(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "界首市城市管理综合行政执法局", "一般程序", "无",
            ];
        }
    }

    /// <summary>Writes the file.</summary>
    public static void Write(string path, int count)
    {
        using var writer = new StreamWriter(path, append: false, Encoding, 1 << 20);
        writer.NewLine = "\r\n";
        writer.WriteLine(string.Join(',', Header));
        foreach (var row in Rows(count)) writer.WriteLine(string.Join(',', row));
    }

    private static string CodeOf(int subject)
    {
        Span<char> code = stackalloc char[18];
        "91349999MA".CopyTo(code);
        (subject % 1_000_000).TryFormat(code[10..], out _, "D6", CultureInfo.InvariantCulture);
        for (var inner = '0'; inner <= '9'; inner++)
        {
            code[16] = inner;
            if (CreditCode.InnerCheckHolds(code)) break;
        }

        code[17] = CreditCode.CheckCharacter(code)!.Value;
        return code.ToString();
    }
}
