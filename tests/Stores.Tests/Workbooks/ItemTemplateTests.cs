using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;
using EntCredit.Stores.Files;
using EntCredit.Stores.Workbooks;

namespace EntCredit.Stores.Tests.Workbooks;

/// <summary>A template filled with the catalogue's samples is accepted; an empty one is no data.</summary>
public sealed class ItemTemplateTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Layouts =>
        [.. ResourceCatalogue.Default.Items.SelectMany(item => item.Layouts.Select(layout => (item.Code, layout.Code)))];

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Template_FilledWithTheSamples_IsAccepted(string itemCode, string layoutCode)
    {
        var (item, layout) = Find(itemCode, layoutCode);
        using var file = new MemoryStream();
        await ItemTemplate.WriteAsync(file, item, layout, Cancellation);
        Fill(file, [.. ItemTemplate.FieldsOf(item, layout).Select(field => field.Sample)]);

        await using var checkedFile = await OpenAsync(file, itemCode);
        Assert.Equal(layoutCode, checkedFile.Mapping.Layout);
        Assert.Empty(checkedFile.Mapping.Unmapped);
        Assert.All(checkedFile.Mapping.Columns, column => Assert.Equal(HeaderMatch.Name, column.Match));
        Assert.Equal(ItemTemplate.FieldsOf(item, layout).Select(field => field.Code), checkedFile.Mapping.Columns.Select(column => column.Field));
        var rows = new List<CheckedRow>();
        await foreach (var row in checkedFile.RowsAsync(_ => { }, Cancellation)) rows.Add(row);
        var only = Assert.Single(rows);
        Assert.True(only.Reading.Accepted, string.Join('\n', only.Reading.Findings));
        Assert.Equal(new DateOnly(2020, 6, 30), only.Reading.Content.GeneratedOn);
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Template_AsItIs_HasNoRowsAndIsAValidWorkbook(string itemCode, string layoutCode)
    {
        var (item, layout) = Find(itemCode, layoutCode);
        using var file = new MemoryStream();
        await ItemTemplate.WriteAsync(file, item, layout, Cancellation);

        using (var book = SpreadsheetDocument.Open(file, isEditable: false))
            Assert.Empty(new OpenXmlValidator().Validate(book, Cancellation).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        await using var checkedFile = await OpenAsync(file, itemCode);
        await foreach (var row in checkedFile.RowsAsync(_ => { }, Cancellation)) Assert.Fail($"A row: {string.Join('|', row.Source.Cells)}");
    }

    [Fact]
    public async Task Template_ItsCodeLists_AreDropDownsOfTheListsValues()
    {
        var (item, layout) = Find("permit", "2018");
        using var file = new MemoryStream();
        await ItemTemplate.WriteAsync(file, item, layout, Cancellation);

        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        var fields = ItemTemplate.FieldsOf(item, layout);
        var column = fields.ToList().FindIndex(field => field.Code == "XK_XKLB");
        var validation = SheetOf(book, "数据").Descendants<DataValidation>()
            .Single(list => list.SequenceOfReferences?.InnerText?.StartsWith(WorkbookWriter.Letters(column) + "2:", StringComparison.Ordinal) == true);
        var letters = validation.Formula1!.Text.Split('$')[1];
        var values = SheetOf(book, "代码").Descendants<Cell>().Where(cell => cell.CellReference!.Value!.TrimEnd([.. "0123456789"]) == letters).Select(cell => cell.InnerText);
        Assert.Equal(fields[column].CodeList!.Entries.Select(entry => entry.Name), values);
        Assert.Equal(fields.Count(field => field.CodeList is not null || field.Type == FieldType.YesNo), SheetOf(book, "数据").Descendants<DataValidation>().Count());
    }

    private static (ResourceItem, ResourceLayout) Find(string item, string layout)
    {
        var found = ResourceCatalogue.Default.Find(item)!;
        return (found, found.Layouts.Single(one => one.Code == layout));
    }

    private static Task<CheckedFile> OpenAsync(Stream file, string item) =>
        CheckedFile.OpenAsync(file, "模板.xlsx", ResourceCatalogue.Default, item, new DateOnly(2020, 7, 10), FileLimits.Default, Cancellation);

    private static Worksheet SheetOf(SpreadsheetDocument book, string name) =>
        ((WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook!.Descendants<Sheet>().Single(sheet => sheet.Name == name).Id!)).Worksheet!;

    private static void Fill(Stream file, IReadOnlyList<string> values)
    {
        using var book = SpreadsheetDocument.Open(file, isEditable: true);
        var row = new Row { RowIndex = 2 };
        for (var n = 0; n < values.Count; n++)
            row.Append(new Cell(new InlineString(new Text(values[n]))) { CellReference = WorkbookWriter.Letters(n) + "2", DataType = CellValues.InlineString });
        SheetOf(book, "数据").GetFirstChild<SheetData>()!.Append(row);
    }
}
