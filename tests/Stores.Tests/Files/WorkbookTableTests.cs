using System.Text;
using EntCredit.Domain.Intake;
using EntCredit.Stores.Files;

namespace EntCredit.Stores.Tests.Files;

public class WorkbookTableTests
{
    private static readonly string Head = Tables.Row(1, "名称", "日期", "代码");
    private static readonly string Body = Tables.Row(3, "甲", "2020-07-01", "A1");

    [Fact]
    public async Task OpenAsync_Workbook_KeepsTheLinesOfTheSheet()
    {
        var (table, rows) = await Tables.ReadAsync(Tables.Workbook(Head + Body), "a.xlsx");
        Assert.Equal(("xlsx", 1, null), (table.Format, table.HeaderLine, table.Encoding));
        Assert.Equal(["名称", "日期", "代码"], table.Header);
        Assert.Equal([3], rows.Select(r => r.Line));
        Assert.Equal(["甲", "2020-07-01", "A1"], rows[0].Cells);
    }

    [Fact]
    public async Task RowsAsync_NumbersDaysAndFlags_BecomeText()
    {
        const string styles = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";
        const string rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>";
        var row = "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>44013</v></c><c r=\"B2\"><v>0.05</v></c><c r=\"C2\"><v>913499992020210000</v></c><c r=\"D2\" t=\"b\"><v>1</v></c><c r=\"E2\"><v>349999000000405</v></c></row>";
        var bytes = Tables.Workbook(Tables.Row(1, "甲", "乙", "丙", "丁", "戊") + row, ("xl/styles.xml", styles), ("xl/_rels/workbook.xml.rels", rels));
        var (_, rows) = await Tables.ReadAsync(bytes, "a.xlsx");
        Assert.Equal(["2020-07-01", "0.05", "9.13499992020210E+17", "是", "349999000000405"], rows[0].Cells);
    }

    [Fact]
    public async Task RowsAsync_WorkbookOfAnotherProgram_IsRead()
    {
        using var stream = new MemoryStream();
        MiniExcelLibs.MiniExcel.SaveAs(stream, new[] { new { 名称 = "界首样青公司", 日期 = new DateTime(2020, 7, 1), 金额 = 0.05m } });
        var (table, rows) = await Tables.ReadAsync(stream.ToArray(), "a.xlsx");
        Assert.Equal(["名称", "日期", "金额"], table.Header);
        Assert.Equal(["界首样青公司", "2020-07-01", "0.05"], Assert.Single(rows).Cells);
    }

    [Fact]
    public async Task OpenAsync_TwoSheetsWithRows_IsRefusedAndAnEmptyOneIsNot()
    {
        using var two = new MemoryStream();
        var rows = new[] { new { 名称 = "甲", 日期 = "2020-07-01" } };
        MiniExcelLibs.MiniExcel.SaveAs(two, new Dictionary<string, object> { ["一"] = rows, ["二"] = rows });
        await Tables.RefusedAsync(IntakeErrors.SeveralSheets, two.ToArray(), "a.xlsx");
        using var one = new MemoryStream();
        MiniExcelLibs.MiniExcel.SaveAs(one, new Dictionary<string, object> { ["说明"] = new[] { new { a = 1 } }, ["二"] = rows });
        var (_, read) = await Tables.ReadAsync(one.ToArray(), "a.xlsx");
        Assert.Equal("甲", Assert.Single(read).Cells[0]);
    }

    [Fact]
    public Task OpenAsync_Truncated_IsRefused()
    {
        var bytes = Tables.Workbook(Head + Body);
        return Tables.RefusedAsync(IntakeErrors.ArchiveDamaged, bytes[..(bytes.Length / 2)], "a.xlsx");
    }

    [Fact]
    public Task OpenAsync_BombByRatio_IsRefused() =>
        Tables.RefusedAsync(IntakeErrors.ArchiveBomb, Tables.Workbook(string.Concat(Enumerable.Repeat(new string(' ', 1000) + "<a/>", 40_000))), "a.xlsx");

    [Fact]
    public Task OpenAsync_BombBySize_IsRefused() =>
        Tables.RefusedAsync(IntakeErrors.ArchiveBomb, Tables.Workbook(Head + Body), "a.xlsx", FileLimits.Default with { MaxInflatedBytes = 500 });

    [Fact]
    public Task OpenAsync_HugeCell_IsRefused() =>
        Tables.RefusedAsync(IntakeErrors.RecordTooLong, Tables.Workbook(Head + Tables.Row(2, new string('a', 2_000_000))), "a.xlsx");

    [Fact]
    public Task OpenAsync_ThousandsOfSheets_IsRefused() =>
        Tables.RefusedAsync(IntakeErrors.ArchiveCrowded, Tables.Workbook(Head, [.. Enumerable.Range(2, 100).Select(i => ($"xl/worksheets/sheet{i}.xml", "<a/>"))]), "a.xlsx");

    [Fact]
    public Task OpenAsync_ThousandsOfParts_IsRefused() =>
        Tables.RefusedAsync(IntakeErrors.ArchiveCrowded, Tables.Workbook(Head, [.. Enumerable.Range(2, 2500).Select(i => ($"x{i}.bin", "a"))]), "a.xlsx");

    [Fact]
    public Task OpenAsync_DocumentType_IsRefused() =>
        Tables.RefusedAsync(IntakeErrors.ArchiveUnsafe, Tables.Workbook(Head, ("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><workbook/>")), "a.xlsx");

    [Theory]
    [InlineData("../../a.xml")]
    [InlineData("/etc/a.xml")]
    [InlineData("..\\a.xml")]
    [InlineData("C:a.xml")]
    public Task OpenAsync_PathOutside_IsRefused(string name) => Tables.RefusedAsync(IntakeErrors.ArchiveUnsafe, Tables.Workbook(Head, (name, "a")), "a.xlsx");

    [Fact]
    public Task OpenAsync_OtherArchive_IsRefused() => Tables.RefusedAsync(IntakeErrors.FormatMismatch, Tables.Zip(("a.txt", "b")), "a.xlsx");

    [Fact]
    public Task OpenAsync_CellFarToTheRight_IsRefused() =>
        Tables.RefusedAsync(IntakeErrors.TooManyColumns, Tables.Workbook(Head + "<row r=\"2\"><c r=\"XFD2\" t=\"inlineStr\"><is><t>a</t></is></c></row>"), "a.xlsx");

    [Fact]
    public Task OpenAsync_NoWorkbookInTheOldContainer_IsRefused() =>
        Tables.RefusedAsync(IntakeErrors.ArchiveDamaged, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.ASCII.GetBytes(new string('x', 2000))], "a.xls");
}
