using EntCredit.Domain.Intake;
using EntCredit.Stores.Files;

namespace EntCredit.Stores.Tests.Files;

/// <summary>Workbooks made to cost more than they are worth.</summary>
public sealed class HostileWorkbookTests
{
    private static readonly string Head = Tables.Row(1, "名称", "日期", "代码");

    private static Task RefusedAsync(Domain.Errors.ErrorDefinition error, string sheetData, FileLimits? limits = null, params (string, string)[] more) =>
        Tables.RefusedAsync(error, Tables.Workbook(Head + sheetData, more), "a.xlsx", limits);

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    [Fact]
    public Task Cell_OfASectionFullOfBrackets_IsRefusedBeforeTheParserHoldsIt() =>
        RefusedAsync(IntakeErrors.RecordTooLong, "<row r=\"2\"><c t=\"inlineStr\"><is><t><![CDATA[" + Repeated("a<b>", 400_000) + "]]></t></is></c></row>");

    [Fact]
    public Task Cell_WithAHugeAttribute_IsRefused() => RefusedAsync(IntakeErrors.RecordTooLong, "<row r=\"2\"><c t=\"" + Repeated("a>", 600_000) + "\"/></row>");

    [Fact]
    public Task Names_WithoutEnd_AreRefused() => RefusedAsync(IntakeErrors.ArchiveDamaged, string.Concat(Enumerable.Range(0, 20_000).Select(n => $"<a{n}/>")));

    [Fact]
    public Task Elements_WithinEachOtherWithoutEnd_AreRefused() => RefusedAsync(IntakeErrors.ArchiveDamaged, Repeated("<a>", 10_000));

    [Fact]
    public Task Row_OfManyLongCells_IsRefused() =>
        RefusedAsync(IntakeErrors.RecordTooLong, Tables.Row(2, new string('a', 700_000), new string('b', 700_000)));

    [Fact]
    public Task Rows_ThatAllNameOneLongText_AreRefusedBeyondTheLimit() =>
        RefusedAsync(
            IntakeErrors.ArchiveBomb,
            string.Concat(Enumerable.Range(2, 200).Select(line => $"<row r=\"{line}\"><c t=\"s\"><v>0</v></c></row>")),
            FileLimits.Default with { MaxInflatedBytes = 100_000 },
            ("xl/sharedStrings.xml", $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>{new string('a', 10_000)}</t></si></sst>"));

    [Fact]
    public Task SharedTexts_BeyondTheLimit_AreRefused() =>
        RefusedAsync(
            IntakeErrors.ArchiveBomb,
            "<row r=\"2\"><c t=\"s\"><v>0</v></c></row>",
            FileLimits.Default with { MaxSharedStringsBytes = 5_000 },
            ("xl/sharedStrings.xml", "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + Repeated("<si/>", 1_000) + "</sst>"));

    [Fact]
    public Task Bomb_InAPartThatIsNeverRead_IsRefused() => RefusedAsync(IntakeErrors.ArchiveBomb, Tables.Row(2, "甲"), null, ("xl/media/image1.bin", new string('a', 20_000_000)));

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]>")]
    [InlineData("<?xml version=\"1.0\"?>\n<!doctype a>")]
    public Task DocumentType_OfTheSheet_IsRefused(string declaration) => Tables.RefusedAsync(
        IntakeErrors.ArchiveUnsafe, Tables.Workbook("", ("xl/worksheets/sheet1.xml", declaration + "<worksheet/>")), "a.xlsx");

    [Fact]
    public async Task Comments_WithBracketsBetweenRows_AreNoFault()
    {
        var (_, rows) = await Tables.ReadAsync(Tables.Workbook(Head + "<!-- a < b -- > -->" .Replace("-- >", "- >", StringComparison.Ordinal) + Tables.Row(2, "甲")), "a.xlsx");
        Assert.Equal("甲", Assert.Single(rows).Cells[0]);
    }
}
