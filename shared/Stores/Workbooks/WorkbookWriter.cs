using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EntCredit.Stores.Workbooks;

/// <summary>Writes XLSX a row at a time, so that a long one needs no memory.</summary>
public static class WorkbookWriter
{
    /// <summary>What a sheet's rows are cut at: the format has 1,048,576.</summary>
    public const int MaxRows = 1_048_000;

    /// <summary>What the format allows in a cell, in UTF-16 units.</summary>
    public const int MaxCell = 32_767;

    private const uint TextStyle = 1, HeaderStyle = 2, TextFormat = 49;

    /// <summary>Writes a workbook; the stream, seekable and readable, stays open.</summary>
    public static async Task WriteAsync(Stream stream, IReadOnlyList<WorkbookSheet> sheets, CancellationToken cancellation)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook, autoSave: true);
        var book = document.AddWorkbookPart();
        var styles = book.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = Styles();
        var list = new Sheets();
        for (var n = 0; n < sheets.Count; n++)
        {
            var part = book.AddNewPart<WorksheetPart>();
            await WriteSheetAsync(part, sheets[n], cancellation).ConfigureAwait(false);
            list.Append(new Sheet
            {
                Id = book.GetIdOfPart(part),
                SheetId = (uint)n + 1,
                Name = sheets[n].Name,
                State = sheets[n].Hidden ? SheetStateValues.Hidden : SheetStateValues.Visible,
            });
        }

        book.Workbook = new Workbook(list);
    }

    /// <summary>The letters of a column, 0 for A.</summary>
    public static string Letters(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Letters(column / 26 - 1) + (char)('A' + column % 26);

    private static async Task WriteSheetAsync(WorksheetPart part, WorkbookSheet sheet, CancellationToken cancellation)
    {
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartElement(new Worksheet());
        if (sheet.Header.Count > 0)
        {
            var pane = new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
            xml.WriteElement(new SheetViews(new SheetView(pane) { WorkbookViewId = 0 }));
        }

        // Empty cells are text as well: what a clerk types into them is kept as it is typed.
        var columns = Math.Max(1, Math.Max(sheet.Header.Count, sheet.Widths.Count));
        xml.WriteElement(new Columns(Enumerable.Range(0, columns).Select(n => new Column
        {
            Min = (uint)n + 1,
            Max = (uint)n + 1,
            Width = n < sheet.Widths.Count ? sheet.Widths[n] : 18,
            CustomWidth = true,
            Style = TextStyle,
        })));
        xml.WriteStartElement(new SheetData());
        var line = 0u;
        if (sheet.Header.Count > 0) WriteRow(xml, ++line, sheet.Header, HeaderStyle);
        await foreach (var row in sheet.Rows.WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (line == MaxRows) break;
            WriteRow(xml, ++line, row, TextStyle);
        }

        xml.WriteEndElement();
        if (sheet.DropDowns.Count > 0) xml.WriteElement(Validations(sheet.DropDowns));
        xml.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter xml, uint line, IReadOnlyList<string> cells, uint style)
    {
        xml.WriteStartElement(new Row { RowIndex = line });
        for (var column = 0; column < cells.Count; column++)
        {
            if (cells[column].Length == 0) continue;
            var reference = Letters(column) + line.ToString(CultureInfo.InvariantCulture);
            var text = new Text(Writable(cells[column])) { Space = SpaceProcessingModeValues.Preserve };
            xml.WriteElement(new Cell(new InlineString(text)) { CellReference = reference, DataType = CellValues.InlineString, StyleIndex = style });
        }

        xml.WriteEndElement();
    }

    private static DataValidations Validations(IReadOnlyList<DropDown> dropDowns) => new(dropDowns.Select(list => new DataValidation(new Formula1(list.Source))
    {
        Type = DataValidationValues.List,
        AllowBlank = true,
        ShowErrorMessage = true,
        ErrorStyle = list.Strict ? DataValidationErrorStyleValues.Stop : DataValidationErrorStyleValues.Warning,
        ErrorTitle = "填报提示",
        Error = list.Strict ? "请从下拉列表中选择" : "该值不在下拉列表中，确认仍要填写吗？",
        SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{Letters(list.Column)}2:{Letters(list.Column)}{MaxRows}" },
    }))
    {
        Count = (uint)dropDowns.Count,
    };

    // Text, with the mark that a spreadsheet sets for what is typed after an apostrophe: an edited cell stays text too.
    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())) { Count = 2 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border()) { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            new CellFormat(),
            new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true, QuotePrefix = true },
            new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true, QuotePrefix = true, FontId = 1, ApplyFont = true }) { Count = 3 });

    // What XML cannot say is left out, and what a cell cannot hold is cut.
    private static string Writable(string text)
    {
        var fit = text.Length <= MaxCell ? text : text[..(MaxCell - 1)] + "…";
        var clean = true;
        for (var i = 0; clean && i < fit.Length; i++)
        {
            if (char.IsHighSurrogate(fit[i]) && i + 1 < fit.Length && char.IsLowSurrogate(fit[i + 1])) i++;
            else clean = XmlConvert.IsXmlChar(fit[i]);
        }

        if (clean) return fit;
        return string.Concat(fit.EnumerateRunes().Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)));
    }
}
