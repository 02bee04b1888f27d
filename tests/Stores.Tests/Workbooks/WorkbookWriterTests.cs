using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;
using EntCredit.Stores.Files;
using EntCredit.Stores.Receipts;
using EntCredit.Stores.Workbooks;

namespace EntCredit.Stores.Tests.Workbooks;

/// <summary>Whatever a cell says, it is text, and comes back as it was.</summary>
public sealed class WorkbookWriterTests
{
    private static readonly string[] Nasty =
        ["=1+1", "=HYPERLINK(\"http://127.0.0.1\")", "+86", "-1", "@SUM(A1)", "\t=1", "000123", "12345678901234567890", "<b>&\"'", " 两边 ", "甲\n乙", "𠮷"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_AnyText_IsNoFormulaAndReadsAsItWas()
    {
        using var file = await WrittenAsync(Nasty);
        using var book = SpreadsheetDocument.Open(file, isEditable: false);

        var cells = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().ToList();
        Assert.All(cells, cell => Assert.Equal(CellValues.InlineString, cell.DataType!.Value));
        Assert.Empty(book.WorkbookPart.WorksheetParts.Single().Worksheet!.Descendants<CellFormula>());
        Assert.Equal(Nasty, cells.Skip(Nasty.Length).Select(cell => cell.InnerText));
        Assert.All(book.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().Skip(1), format => Assert.True(format.QuotePrefix!.Value));
    }

    [Fact]
    public async Task Write_WhatXmlCannotSayOrACellCannotHold_IsLeftOutOrCut()
    {
        using var file = await WrittenAsync("甲\u0000\u0001\uFFFF乙", "\uD800丙", new string('丁', 40_000));
        using var book = SpreadsheetDocument.Open(file, isEditable: false);

        var cells = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().Skip(3).Select(cell => cell.InnerText).ToList();
        Assert.Equal("甲乙", cells[0]);
        Assert.EndsWith("丙", cells[1], StringComparison.Ordinal);
        Assert.Equal(WorkbookWriter.MaxCell, cells[2].Length);
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    public void Letters_OfAColumn_AreAsASpreadsheetCountsThem(int column, string letters) => Assert.Equal(letters, WorkbookWriter.Letters(column));

    [Fact]
    public async Task Receipt_AsAWorkbook_IsReadBackWithItsRecordsAndItsCells()
    {
        string[] header = ["行政相对人名称", "统一社会信用代码", "行政许可决定文书号", "许可决定日期"];
        var mapping = HeaderMapper.Map(ResourceCatalogue.Default, "permit", header);
        var receipt = new Receipt("b", "d", "permit", "行政许可信息", "1", "a.csv", "", default, new ReceiptCounts(1, 0, 1, 0, 0, 0), mapping, [], null);
        var row = new RefusedRow(
            2, "b-0000002", new DateOnly(2020, 7, 9), ["=甲公司", "91349999MA2N0001XN", "文号1", "2020-13-01"],
            [new Finding(2, "许可决定日期", "2020-13-01", "EC2201", Severity.Error, "日期不存在", "请核对")]);
        using var file = new MemoryStream();
        await ReceiptWorkbook.WriteAsync(file, receipt, new[] { row }.ToAsyncEnumerable(), Cancellation);

        await using var back = await CheckedFile.OpenAsync(
            file, "回执.xlsx", ResourceCatalogue.Default, "permit", new DateOnly(2020, 7, 10), FileLimits.Default, Cancellation);
        var rows = new List<CheckedRow>();
        await foreach (var found in back.RowsAsync(_ => { }, Cancellation)) rows.Add(found);
        var only = Assert.Single(rows);
        Assert.Equal("b-0000002", only.Reading.Content.Mends);
        Assert.Equal(row.Cells, only.Source.Cells.Skip(8));
    }

    private static async Task<MemoryStream> WrittenAsync(params string[] cells)
    {
        var file = new MemoryStream();
        var header = Enumerable.Range(1, cells.Length).Select(n => $"栏{n}").ToList();
        await WorkbookWriter.WriteAsync(file, [new WorkbookSheet("表", header, new[] { (IReadOnlyList<string>)cells }.ToAsyncEnumerable())], Cancellation);
        return file;
    }
}
