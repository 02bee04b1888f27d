using EntCredit.Domain.Intake;
using EntCredit.Stores.Files;

namespace EntCredit.Stores.Tests.Files;

/// <summary>What the cells of workbooks hold, as spreadsheets write it.</summary>
public sealed class WorkbookCellTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Styles = $"<styleSheet xmlns=\"{Main}\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/><numFmt numFmtId=\"165\" formatCode=\"[Red]#,##0.00&quot;days&quot;\"/></numFmts>" +
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"31\"/></cellXfs></styleSheet>";

    private static readonly string Head = Tables.Row(1, "名称", "日期", "代码");

    private static async Task<IReadOnlyList<SourceRow>> RowsAsync(string sheetData, params (string, string)[] more) => (await Tables.ReadAsync(Tables.Workbook(sheetData, more), "a.xlsx")).Rows;

    private static async Task<string> CellAsync(string cell, params (string, string)[] more) => (await RowsAsync(Head + $"<row r=\"2\"><c r=\"A2\" t=\"str\"><v>甲</v></c>{cell}</row>", more))[0].Cells[1];

    [Theory]
    [InlineData("<c r=\"B2\" s=\"1\"><v>44013</v></c>", "2020-07-01")]
    [InlineData("<c r=\"B2\" s=\"2\"><v>44013.5</v></c>", "2020-07-01 12:00:00")]
    [InlineData("<c r=\"B2\" s=\"4\"><v>73050</v></c>", "2099-12-31")]
    [InlineData("<c r=\"B2\" s=\"3\"><v>44013</v></c>", "44013")]
    [InlineData("<c r=\"B2\" s=\"1\"><v>-1</v></c>", "-1")]
    [InlineData("<c r=\"B2\" t=\"d\"><v>2020-07-01T00:00:00</v></c>", "2020-07-01")]
    [InlineData("<c r=\"B2\"><v>4.4013E4</v></c>", "44013")]
    [InlineData("<c r=\"B2\"><v>0.1</v></c>", "0.1")]
    [InlineData("<c r=\"B2\"><v>110105199912310025</v></c>", "110105199912310025")]
    [InlineData("<c r=\"B2\"><v>110105199912310000</v></c>", "1.10105199912310E+17")]
    [InlineData("<c r=\"B2\" t=\"b\"><v>0</v></c>", "否")]
    [InlineData("<c r=\"B2\" t=\"e\"><v>#REF!</v></c>", "#REF!")]
    [InlineData("<c r=\"B2\"><f>A1+1</f><v>7</v></c>", "7")]
    [InlineData("<c r=\"B2\"><f>A1+1</f></c>", "#CALC!")]
    [InlineData("<c r=\"B2\" t=\"str\"><f>A1</f><v></v></c>", "")]
    [InlineData("<c r=\"B2\" t=\"inlineStr\"><is><r><t>一</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 二</t></r><rPh sb=\"0\" eb=\"1\"><t>yi</t></rPh></is></c>", "一 二")]
    [InlineData("<c r=\"B2\" t=\"inlineStr\"><is><t>一_x000D_二_x0041_</t></is></c>", "一\r二A")]
    [InlineData("<c r=\"B2\" t=\"inlineStr\"><is><t><![CDATA[一<b>二]]></t></is></c>", "一<b>二")]
    public async Task Cell_AsSpreadsheetsWriteIt_IsItsText(string cell, string text) => Assert.Equal(text, await CellAsync(cell, ("xl/styles.xml", Styles)));

    [Fact]
    public async Task Cell_OfAWorkbookFrom1904_IsTheDayThatItShows() => Assert.Equal(
        "2020-07-01",
        await CellAsync(
            "<c r=\"B2\" s=\"1\"><v>42551</v></c>",
            ("xl/styles.xml", Styles),
            ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Rel}\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"一\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")));

    [Fact]
    public async Task Rows_WithoutPlacesAndWithGaps_KeepTheirLines()
    {
        var rows = await RowsAsync(Head + "<row><c t=\"str\"><v>甲</v></c><c/><c t=\"str\"><v>丙</v></c></row><row r=\"7\"><c r=\"C7\" t=\"str\"><v>丁</v></c></row><row r=\"3\"><c t=\"str\"><v>戊</v></c></row>");
        Assert.Equal([(2, "甲||丙"), (7, "||丁"), (8, "戊||")], rows.Select(row => (row.Line, string.Join('|', row.Cells))));
    }

    [Fact]
    public async Task Cells_OfSharedTexts_AreThoseTexts()
    {
        var shared = $"<sst xmlns=\"{Main}\"><si><t>甲公司</t></si><si><r><t>乙</t></r><r><t>公司</t></r><rPh sb=\"0\" eb=\"1\"><t>yi</t></rPh></si><si/></sst>";
        var rows = await RowsAsync(Head + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"s\"><v>2</v></c></row>", ("xl/sharedStrings.xml", shared));
        Assert.Equal(["乙公司", "甲公司", ""], rows[0].Cells);
    }

    [Fact]
    public Task Cell_OfASharedTextThatIsNotThere_IsRefused() =>
        Tables.RefusedAsync(IntakeErrors.ArchiveDamaged, Tables.Workbook(Head + "<row r=\"2\"><c t=\"s\"><v>9</v></c></row>"), "a.xlsx");

    [Fact]
    public async Task Rows_OfTheStrictFormatWithPathsFromTheRoot_AreRead()
    {
        const string strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        var rows = await RowsAsync(
            string.Empty,
            ("xl/workbook.xml", $"<x:workbook xmlns:x=\"{strict}\" xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"><x:sheets><x:sheet name=\"一\" sheetId=\"1\" r:id=\"a\"/></x:sheets></x:workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/></Relationships>"),
            ("xl/worksheets/sheet1.xml", $"<x:worksheet xmlns:x=\"{strict}\"><x:sheetData><x:row><x:c t=\"str\"><x:v>名称</x:v></x:c><x:c t=\"str\"><x:v>日期</x:v></x:c></x:row><x:row><x:c t=\"str\"><x:v>甲</x:v></x:c></x:row></x:sheetData></x:worksheet>"));
        Assert.Equal(["甲", ""], rows[0].Cells);
    }

    [Fact]
    public async Task Rows_OfAnOldWorkbook_AreRead()
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Files", "permits.xls"), TestContext.Current.CancellationToken);
        using var stream = new MemoryStream(bytes);
        await using var file = await CheckedFile.OpenAsync(stream, "a.xls", Domain.Catalogue.ResourceCatalogue.Default, "permit", new DateOnly(2020, 7, 10), FileLimits.Default, CancellationToken.None);
        var rows = new List<CheckedRow>();
        await foreach (var row in file.RowsAsync(_ => { }, CancellationToken.None)) rows.Add(row);
        Assert.Equal(("xls", 2), (file.Table.Format, file.Table.HeaderLine));
        Assert.Equal([(3, true), (4, true), (5, false)], rows.Select(row => (row.Source.Line, row.Reading.Accepted)));
        Assert.Equal(["界首样青公司", "91349999MA2N0001XN", "一号", "2020-07-01", "2099-12-31", "界首市住建局", "1"], rows[0].Source.Cells);
        Assert.Equal("349999000000405", rows[1].Reading.Content.Subject.RegistrationNumber);
        Assert.Contains(rows[2].Reading.Findings, finding => (finding.Line, finding.Code, finding.Value) == (5, "EC2102", "9I349999MA2N0001XN"));
    }

    [Theory]
    [InlineData(false, "2020-06-30")]
    [InlineData(true, "2024-07-01")]
    public async Task Rows_WithADayAsAPlainNumber_AreCountedFromWhereTheirWorkbookCounts(bool from1904, string day)
    {
        const string cells = """<row r="2"><c r="A2" t="str"><v>界首样青公司</v></c><c r="B2" t="str"><v>91349999MA2N0001XN</v></c><c r="C2" t="str"><v>一号</v></c><c r="D2"><v>44012</v></c></row>""";
        var workbook = $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Rel}\"><workbookPr date1904=\"{(from1904 ? 1 : 0)}\"/><sheets><sheet name=\"一\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
        var bytes = Tables.Workbook(Tables.Row(1, "行政相对人名称", "统一社会信用代码", "行政许可决定文书号", "许可决定日期") + cells, ("xl/workbook.xml", workbook));
        using var stream = new MemoryStream(bytes);
        await using var file = await CheckedFile.OpenAsync(stream, "a.xlsx", Domain.Catalogue.ResourceCatalogue.Default, "permit", new DateOnly(2026, 7, 10), FileLimits.Default, CancellationToken.None);
        var rows = new List<CheckedRow>();
        await foreach (var row in file.RowsAsync(_ => { }, CancellationToken.None)) rows.Add(row);

        Assert.Equal(day, rows[0].Reading.Content.GeneratedOn?.ToString("O"));
        Assert.Contains(rows[0].Reading.Findings, finding => finding.Code == IntakeErrors.DateSerial.Code);
    }

    [Fact]
    public async Task Rows_OfAnOldWorkbookFrom1904_AreCountedFromThen()
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Files", "permits.xls"), TestContext.Current.CancellationToken);
        var at = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x22, 0, 2, 0, 0, 0]);
        Assert.True(at > 0);
        bytes[at + 4] = 1;
        using var stream = new MemoryStream(bytes);
        await using var file = await CheckedFile.OpenAsync(stream, "a.xls", Domain.Catalogue.ResourceCatalogue.Default, "permit", new DateOnly(2026, 7, 10), FileLimits.Default, CancellationToken.None);
        Assert.True(file.Table.From1904);
    }

    // Two numbers of the third line become a formula whose result is #REF!, one of the fifth the constant #DIV/0!.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rows_OfAnOldWorkbookWhoseFormulasFailed_AreRefusedForThat(bool large)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Files", "permits.xls"), TestContext.Current.CancellationToken);
        Patch(bytes, [0x03, 0x02, 14, 0, 2, 0, 3, 0], [0x06, 0x00, 32, 0, 2, 0, 3, 0, 17, 0, 2, 0, 0x17, 0, 0, 0, 0xFF, 0xFF, .. new byte[18]]);
        Patch(bytes, [0x03, 0x02, 14, 0, 4, 0, 3, 0], [0x05, 0x02, 14, 0, 4, 0, 3, 0, 16, 0, 0x07, 1]);
        using var stream = new MemoryStream(large ? Compound.Of(bytes.AsSpan(bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[9, 8, 16, 0, 0, 6, 5, 0]), 2118)) : bytes);
        await using var file = await CheckedFile.OpenAsync(stream, "a.xls", Domain.Catalogue.ResourceCatalogue.Default, "permit", new DateOnly(2020, 7, 10), FileLimits.Default, CancellationToken.None);
        var findings = new List<Domain.Intake.Finding>();
        await foreach (var row in file.RowsAsync(_ => { }, CancellationToken.None)) findings.AddRange(row.Reading.Findings);

        Assert.Equal(
            [(3, "#REF!"), (5, "#DIV/0!")], findings.Where(finding => finding.Code == IntakeErrors.FormulaFailed.Code).Select(finding => (finding.Line, finding.Value)));
    }

    private static void Patch(byte[] bytes, ReadOnlySpan<byte> from, ReadOnlySpan<byte> to) => to.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf(from)));
}
