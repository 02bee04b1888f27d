using System.Text;
using System.Text.Json;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;
using EntCredit.Stores.Files;
using EntCredit.Stores.Receipts;

namespace EntCredit.Stores.Tests.Receipts;

public class ReceiptTests
{
    private const string Code = "91349999MA2N00028N";
    private static readonly string[] Header = ["行政相对人名称", "统一社会信用代码", "工商注册号", "行政许可决定文书号", "许可决定日期", "许可内容"];
    private static readonly string[] Wrong = ["界首样青公司", Code[..17] + "X", "", "=cmd|'/c calc'!A1", "2020-02-30", "-一,\"二\"\n三"];
    private static readonly HeaderMapping Mapping = HeaderMapper.Map(ResourceCatalogue.Default, "permit", Header);

    private static readonly Receipt Receipt = new(
        "b-1", "jieshou-housing", "permit", "行政许可信息", "2020.1", "许可<1>.csv", new string('a', 64), new DateTimeOffset(2020, 7, 10, 9, 0, 0, TimeSpan.FromHours(8)),
        new ReceiptCounts(3, 2, 1, 0, 1, 0), Mapping, [new WarningCount("EC2303", "法定代表人", 1, 3, "“法定代表人”未填", "请尽量补填")], null);

    private static RefusedRow Row()
    {
        var reading = RowReader.Read(ResourceCatalogue.Default.Find("permit")!, Mapping, new SourceRow(7, Wrong), new DateOnly(2020, 7, 10));
        return new RefusedRow(7, "r-b1-7", new DateOnly(2020, 7, 15), Wrong, reading.Findings);
    }

    private static async Task<byte[]> CsvAsync(Receipt receipt, params RefusedRow[] rows)
    {
        using var stream = new MemoryStream();
        await ReceiptCsvWriter.WriteAsync(stream, receipt, rows.ToAsyncEnumerable(), CancellationToken.None);
        return stream.ToArray();
    }

    private static async Task<byte[]> JsonAsync(Receipt receipt, params RefusedRow[] rows)
    {
        using var stream = new MemoryStream();
        await ReceiptJsonWriter.WriteAsync(stream, receipt, rows.ToAsyncEnumerable(), CancellationToken.None);
        return stream.ToArray();
    }

    [Fact]
    public async Task Json_Receipt_SaysWhatBecameOfEachRow()
    {
        var bytes = await JsonAsync(Receipt, Row());
        using var json = JsonDocument.Parse(bytes);
        var root = json.RootElement;
        Assert.Equal(1, root.GetProperty("counts").GetProperty("refused").GetInt32());
        Assert.Equal("2020-07-10T01:00:00.000Z", root.GetProperty("receivedAt").GetString());
        Assert.Equal("标准名称", root.GetProperty("header").GetProperty("columns")[0].GetProperty("match").GetString());
        var row = root.GetProperty("refused")[0];
        Assert.Equal((7, "r-b1-7", "2020-07-15"), (row.GetProperty("line").GetInt32(), row.GetProperty("recordId").GetString(), row.GetProperty("correctionDue").GetString()));
        Assert.Equal(["EC2103", "EC2202"], row.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("severity").GetString() == "error").Select(f => f.GetProperty("code").GetString()!).Order());
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains("行政许可信息", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<1>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_Receipt_OpensInASpreadsheetAndRunsNothing()
    {
        var bytes = await CsvAsync(Receipt, Row());
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.StartsWith("记录编号,更正期限,原文件行号,问题栏目,填报内容,错误编号,问题说明,更正办法,行政相对人名称,", text[1..], StringComparison.Ordinal);
        Assert.Contains("'=cmd", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",=cmd", text, StringComparison.Ordinal);
        Assert.Contains("\"'-一", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@a", "'@a")]
    [InlineData("＝1", "'＝1")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("914403001922038216", "'914403001922038216")]
    [InlineData("界首", "界首")]
    [InlineData("2020-07-01", "2020-07-01")]
    [InlineData("", "")]
    public void Harmless_Text_IsMarkedWhereASpreadsheetWouldRunOrRoundIt(string text, string written) => Assert.Equal(written, ReceiptCsvWriter.Harmless(text));

    [Fact]
    public async Task Writers_SameReceipt_GiveTheSameBytes()
    {
        Assert.Equal(await JsonAsync(Receipt, Row()), await JsonAsync(Receipt, Row()));
        Assert.Equal(await CsvAsync(Receipt, Row()), await CsvAsync(Receipt, Row()));
    }

    [Fact]
    public async Task Csv_CorrectedAndSentAgain_KeepsItsIdentityAndItsContent()
    {
        var text = Encoding.UTF8.GetString(await CsvAsync(Receipt, Row())).Replace(Wrong[1], Code, StringComparison.Ordinal);
        text = text.Replace(",2020-02-30,", ",2020-07-01,", StringComparison.Ordinal);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await using var file = await CheckedFile.OpenAsync(stream, "回执.csv", ResourceCatalogue.Default, "permit", new DateOnly(2020, 7, 14), FileLimits.Default, CancellationToken.None);
        Assert.Empty(file.Mapping.Unmapped);
        var readings = new List<RowReading>();
        await foreach (var row in file.RowsAsync(_ => { }, CancellationToken.None)) readings.Add(row.Reading);
        var reading = Assert.Single(readings);
        Assert.True(reading.Accepted, string.Join('\n', reading.Findings));
        Assert.Equal(("r-b1-7", Code, "=cmd|'/c calc'!A1", new DateOnly(2020, 7, 1)), (reading.Content.Mends, reading.Content.Subject.CreditCode, reading.Content.DocumentNumber, reading.Content.GeneratedOn!.Value));
        Assert.Equal("-一,\"二\"\n三", reading.Content.Fields["XK_NR"]);
    }

    [Fact]
    public async Task Workbook_CorrectedAndSentAgain_KeepsItsIdentityAndItsContent()
    {
        using var written = new MemoryStream();
        string[] mended = [Wrong[0], Code, "", Wrong[3], "2020-07-01", Wrong[5]];
        await ReceiptWorkbook.WriteAsync(written, Receipt, new[] { Row() with { Cells = mended } }.ToAsyncEnumerable(), CancellationToken.None);
        await using var file = await CheckedFile.OpenAsync(written, "回执.xlsx", ResourceCatalogue.Default, "permit", new DateOnly(2020, 7, 14), FileLimits.Default, CancellationToken.None);
        Assert.Empty(file.Mapping.Unmapped);
        var readings = new List<RowReading>();
        await foreach (var row in file.RowsAsync(_ => { }, CancellationToken.None)) readings.Add(row.Reading);
        var reading = Assert.Single(readings);
        Assert.True(reading.Accepted, string.Join('\n', reading.Findings));
        Assert.Equal(("r-b1-7", Code, "=cmd|'/c calc'!A1"), (reading.Content.Mends, reading.Content.Subject.CreditCode, reading.Content.DocumentNumber));
        Assert.Equal("-一,\"二\"\n三", reading.Content.Fields["XK_NR"]);
    }

    [Fact]
    public async Task Csv_OfAReceiptThatCameBackWrong_HasItsColumnsOnce()
    {
        string[] header = ["记录编号", "更正期限", "原文件行号", .. Header];
        var receipt = Receipt with { Mapping = HeaderMapper.Map(ResourceCatalogue.Default, "permit", header) };
        var text = Encoding.UTF8.GetString(await CsvAsync(receipt, Row() with { Cells = ["r-b1-7", "2020-07-15", "7", .. Wrong] }));
        Assert.Equal(2, text.Split("记录编号").Length);
        Assert.Equal(2, text.Split("r-b1-7").Length);
    }

    [Fact]
    public async Task Writers_RefusedFile_SayWhy()
    {
        var refused = Receipt with { Mapping = null, Refusal = new FileRefusal("EC3001", "文件是空的（0字节）", "请重新上传") };
        Assert.Contains("EC3001,文件是空的（0字节）,请重新上传", Encoding.UTF8.GetString(await CsvAsync(refused)), StringComparison.Ordinal);
        Assert.Contains("\"code\": \"EC3001\"", Encoding.UTF8.GetString(await JsonAsync(refused)), StringComparison.Ordinal);
    }

    [Fact]
    public void WarningTally_Warnings_AreCountedByCodeAndColumn()
    {
        var tally = new WarningTally();
        tally.Add([new Finding(2, "b", "", "EC2303", Severity.Warning, "m", "d"), new Finding(2, "a", "", "EC2101", Severity.Error, "m", "d")]);
        tally.Add([new Finding(3, "b", "", "EC2303", Severity.Warning, "m", "d"), new Finding(3, "a", "", "EC2303", Severity.Warning, "m", "d")]);
        Assert.Equal([("a", 1L, 3), ("b", 2L, 2)], tally.Counts.Select(c => (c.Column, c.Count, c.FirstLine)));
    }
}
