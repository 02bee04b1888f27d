using System.Text;

namespace EntCredit.Simulator.Tests.Play;

/// <summary>Rows as a clerk's program writes them: CSV with the catalogue's headers.</summary>
internal static class Sheet
{
    /// <summary>A file's text.</summary>
    /// <param name="item">The item.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="today">The day on which it is sent.</param>
    /// <param name="record">The record that a receipt has named for a paper.</param>
    public static string Of(string item, IEnumerable<Row> rows, DateOnly today, Func<Paper, string> record)
    {
        var text = new StringBuilder(Header(item)).Append("\r\n");
        foreach (var row in rows) text.AppendJoin(',', Cells(row, today, record)).Append("\r\n");
        return text.ToString();
    }

    private static string Header(string item) => item switch
    {
        "register" => "企业名称,统一社会信用代码,注册日期,经营范围,保密审查",
        "permit" => "行政相对人名称,行政相对人类别,统一社会信用代码,行政许可决定文书号,许可内容,许可决定日期,当前状态,保密审查,记录编号",
        _ => "行政相对人名称,行政相对人类别,统一社会信用代码,行政处罚决定文书号,处罚内容,处罚决定日期,当前状态,保密审查,记录编号,适用程序",
    };

    private static string[] Cells(Row row, DateOnly today, Func<Paper, string> record)
    {
        var paper = row.Paper;
        var code = row.Fault == Fault.CheckCharacter ? Spoilt(paper.Enterprise.Code) : paper.Enterprise.Code;
        var day = row.Fault switch
        {
            Fault.DayIllegible => "月初",
            Fault.DayAhead => Iso(today.AddDays(9)),
            _ => Iso(paper.ArisenOn),
        };
        var reviewed = row.Reviewed switch { true => "是", false => "否", null => "" };
        var content = $"样品内容第{row.Version + 1}稿";
        if (paper.Item == "register") return [paper.Enterprise.Name, code, day, content, reviewed];
        string[] cells =
        [
            paper.Enterprise.Name, "02", code, row.Fault == Fault.NumberMissing ? "" : paper.Number, content, day, row.Revoked ? "2" : "1", reviewed,
            row.MendsNameless ? record(paper) : "",
        ];
        return paper.Item == "permit" ? cells : [.. cells, paper.Simple ? "简易程序" : "一般程序"];
    }

    private static string Spoilt(string code) => code[..17] + (code[17] == 'A' ? 'B' : 'A');

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
