using System.Text;
using EntCredit.Domain.Intake;
using EntCredit.Stores.Files;

namespace EntCredit.Stores.Tests.Files;

public class TextTableTests
{
    private const string Text = "企业名称,注册日期,备注\r\n界首样青公司,2020-07-01,甲\r\n界首样禾公司,2020-07-02,乙\r\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Text) },
        { "utf-8", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)] },
        { "gb18030", Tables.Gb18030.GetBytes(Text) },
        { "gb18030", Tables.Gb18030.GetBytes(Text.Replace('甲', '䶮')) },
        { "utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)] },
        { "utf-16", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
        { "utf-16", Encoding.Unicode.GetBytes(Text) },
        { "utf-16", Encoding.BigEndianUnicode.GetBytes(Text) },
    };

    [Theory]
    [MemberData(nameof(Encodings), DisableDiscoveryEnumeration = true)]
    public async Task OpenAsync_AnyEncodingSeen_IsFound(string encoding, byte[] bytes)
    {
        var (table, rows) = await Tables.ReadAsync(bytes, "a.csv");
        Assert.Equal((encoding, "csv", 1), (table.Encoding, table.Format, table.HeaderLine));
        Assert.Equal(["企业名称", "注册日期", "备注"], table.Header);
        Assert.Equal(["界首样青公司", "界首样禾公司"], rows.Select(r => r.Cells[0]));
    }

    [Fact]
    public async Task OpenAsync_AsciiForAMegabyteThenGb18030_IsFound()
    {
        var bytes = Tables.Gb18030.GetBytes("name,code\r\n" + string.Concat(Enumerable.Repeat("a,1\r\n", 300_000)) + "界首样青公司,2\r\n");
        var (table, rows) = await Tables.ReadAsync(bytes, "a.csv");
        Assert.Equal(("gb18030", "界首样青公司"), (table.Encoding, rows[^1].Cells[0]));
    }

    [Fact]
    public async Task OpenAsync_Utf8WithOneBrokenCharacter_StaysUtf8AndDamagesThatCellOnly()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Text, 3)));
        bytes[^10] = 0xFF;
        var (table, rows) = await Tables.ReadAsync(bytes, "a.csv");
        Assert.Equal("utf-8", table.Encoding);
        Assert.Equal(1, rows.Count(r => r.Cells.Any(c => CellText.Of(c).Damaged)));
    }

    [Theory]
    [InlineData('\t', "tsv")]
    [InlineData(';', "csv")]
    [InlineData('|', "csv")]
    public async Task OpenAsync_OtherSeparator_IsFound(char separator, string format)
    {
        var (table, rows) = await Tables.ReadAsync(Encoding.UTF8.GetBytes(Text.Replace(',', separator)), "a.txt");
        Assert.Equal((format, 3, 2), (table.Format, table.Header.Count, rows.Count));
    }

    [Fact]
    public async Task RowsAsync_QuotedNewlinesAndBlankLines_LinesAreTheEditors()
    {
        var (table, rows) = await Tables.ReadAsync(Encoding.UTF8.GetBytes("标题\r\n\r\n名称,备注\r\n甲,\"一\r\n二\n三\"\r\n\r\n,\r\n乙,\"说\"\"话\"\"\"\r\n"), "a.csv");
        Assert.Equal(3, table.HeaderLine);
        Assert.Equal([4, 9], rows.Select(r => r.Line));
        Assert.Equal("说\"话\"", rows[1].Cells[1]);
        Assert.Equal("一\r\n二\n三", rows[0].Cells[1]);
    }

    [Fact]
    public async Task RowsAsync_ShortAndLongRows_ArePaddedAndKept()
    {
        var (_, rows) = await Tables.ReadAsync(Encoding.UTF8.GetBytes("甲,乙,丙\n1\n1,2,3,4\n"), "a.csv");
        Assert.Equal(["1", "", ""], rows[0].Cells);
        Assert.Equal(["1", "2", "3", "4"], rows[1].Cells);
    }

    [Fact]
    public Task OpenAsync_Empty_IsRefused() => Tables.RefusedAsync(IntakeErrors.FileEmpty, [], "a.csv");

    [Fact]
    public Task OpenAsync_OverTheLimit_IsRefused() =>
        Tables.RefusedAsync(IntakeErrors.FileTooLarge, Encoding.UTF8.GetBytes(Text), "a.csv", FileLimits.Default with { MaxBytes = 10 });

    [Theory]
    [InlineData("a.exe")]
    [InlineData("a")]
    [InlineData("a.rar")]
    [InlineData("a.xlsm")]
    public Task OpenAsync_OtherExtension_IsRefused(string name) => Tables.RefusedAsync(IntakeErrors.FormatUnknown, Encoding.UTF8.GetBytes(Text), name);

    [Theory]
    [InlineData("a.xlsx")]
    [InlineData("a.xls")]
    public Task OpenAsync_TextCalledWorkbook_IsRefused(string name) => Tables.RefusedAsync(IntakeErrors.FormatMismatch, Encoding.UTF8.GetBytes(Text), name);

    [Fact]
    public Task OpenAsync_WorkbookCalledText_IsRefused() => Tables.RefusedAsync(IntakeErrors.FormatMismatch, Tables.Workbook(""), "a.csv");

    [Theory]
    [InlineData("<html><table></table></html>")]
    [InlineData("%PDF-1.4")]
    public Task OpenAsync_PageOrPdfCalledText_IsRefused(string text) => Tables.RefusedAsync(IntakeErrors.FormatMismatch, Encoding.UTF8.GetBytes(text), "a.csv");

    [Fact]
    public Task OpenAsync_Nuls_AreRefused() => Tables.RefusedAsync(IntakeErrors.BinaryContent, Encoding.UTF8.GetBytes(Text + "a\0b"), "a.csv");

    [Fact]
    public Task OpenAsync_AnotherEncoding_IsRefused() =>
        Tables.RefusedAsync(IntakeErrors.EncodingUnknown, [.. Enumerable.Range(0, 400).SelectMany(i => new byte[] { 0xFF, (byte)(0x20 + i % 0x40), (byte)',' })], "a.csv");

    [Fact]
    public Task OpenAsync_NoHeader_IsRefused() => Tables.RefusedAsync(IntakeErrors.HeaderMissing, "1,2\n3,4\n"u8.ToArray(), "a.csv");

    [Fact]
    public Task RowsAsync_EndlessLine_IsRefused() =>
        Tables.RefusedAsync(IntakeErrors.RecordTooLong, Encoding.UTF8.GetBytes(Text + new string('a', 3_000_000)), "a.csv");

    [Fact]
    public Task OpenAsync_MillionColumns_IsRefused() =>
        Tables.RefusedAsync(IntakeErrors.TooManyColumns, Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Repeat("a", 100_000))), "a.csv");

    [Theory]
    [InlineData('，')]
    [InlineData('；')]
    [InlineData('｜')]
    public async Task Check_FullWidthSeparators_AreFound(char separator)
    {
        var text = "行政相对人名称,统一社会信用代码,行政许可决定文书号,许可决定日期\r\n\"界首,样青公司\",91349999MA2N0001XN,一号,2020-07-01\r\n".Replace("界首,", "界首、", StringComparison.Ordinal).Replace(',', separator);
        foreach (var bytes in (byte[][])[Encoding.UTF8.GetBytes(text), Tables.Gb18030.GetBytes(text), [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]])
        {
            using var stream = new MemoryStream(bytes);
            await using var file = await CheckedFile.OpenAsync(stream, "a.csv", Domain.Catalogue.ResourceCatalogue.Default, "permit", new DateOnly(2020, 7, 10), FileLimits.Default, CancellationToken.None);
            var rows = new List<CheckedRow>();
            await foreach (var row in file.RowsAsync(_ => { }, CancellationToken.None)) rows.Add(row);
            Assert.Equal(["界首、样青公司", "91349999MA2N0001XN", "一号", "2020-07-01"], Assert.Single(rows).Source.Cells);
            Assert.Equal(2, rows[0].Source.Line);
        }
    }

    [Fact]
    public async Task Check_QuotesAgainstTheRules_AreToldWithTheirLine()
    {
        const string text = "行政相对人名称,统一社会信用代码,行政许可决定文书号,许可决定日期\n界首样青公司,91349999MA2N0001XN,一号,2020-07-01\n界首\"样禾\"公司,91349999MA2N0001XN,二号,2020-07-01\n";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await using var file = await CheckedFile.OpenAsync(stream, "a.csv", Domain.Catalogue.ResourceCatalogue.Default, "permit", new DateOnly(2020, 7, 10), FileLimits.Default, CancellationToken.None);
        var found = new List<Finding>();
        var counts = await FileCheck.RunAsync(file, found.Add, CancellationToken.None);
        Assert.Equal((2L, 0L), (counts.Accepted, counts.Refused));
        Assert.Equal([(3, "EC2505", Severity.Warning)], found.Where(finding => finding.Code == "EC2505").Select(finding => (finding.Line, finding.Code, finding.Severity)));
    }

    [Fact]
    public Task RowsAsync_OpenQuote_IsRefused() =>
        Tables.RefusedAsync(IntakeErrors.QuoteOpen, Encoding.UTF8.GetBytes(Text + "\"甲,乙\r\n丙,丁,戊\r\n"), "a.csv");
}
