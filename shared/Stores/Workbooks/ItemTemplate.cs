using EntCredit.Domain.Catalogue;

namespace EntCredit.Stores.Workbooks;

/// <summary>The workbook that a department fills in: made from the catalogue, so that what is right in it is accepted.</summary>
public static class ItemTemplate
{
    private const string Lists = "代码";
    private static readonly string[] YesNo = ["是", "否"];

    /// <summary>Writes an item's template in a layout; the stream stays open.</summary>
    public static Task WriteAsync(Stream stream, ResourceItem item, ResourceLayout layout, CancellationToken cancellation)
    {
        var fields = FieldsOf(item, layout);
        var lists = fields.Select((field, column) => (Column: column, Field: field, Values: ValuesOf(field))).Where(list => list.Values.Count > 0).ToList();
        List<WorkbookSheet> sheets =
        [
            new("数据", [.. fields.Select(field => field.Name)], AsyncEnumerable.Empty<IReadOnlyList<string>>())
            {
                DropDowns = [.. lists.Select((list, n) => new DropDown(list.Column, RangeOf(n, list.Values.Count), IsStrict(list.Field)))],
                Widths = [.. fields.Select(field => Math.Clamp(field.Name.Length * 2 + 4, 14, 40))],
            },
            new("填报说明", ["栏目", "字段代码", "要求", "类型", "最多字数", "取值", "样例（请勿填入数据表）"], Rules(item, layout, fields))
            {
                Widths = [30, 18, 26, 18, 10, 50, 34],
            },
        ];
        if (lists.Count > 0) sheets.Add(new WorkbookSheet(Lists, [], Columns([.. lists.Select(list => list.Values)])) { Hidden = true });
        return WorkbookWriter.WriteAsync(stream, sheets, cancellation);
    }

    /// <summary>The fields that a template asks for: neither what a receipt brings nor what only a mended row names.</summary>
    public static IReadOnlyList<ResourceField> FieldsOf(ResourceItem item, ResourceLayout layout) =>
        [.. item.FieldsOf(layout.Code).Where(field => field.Role is not (FieldRole.ReceiptColumn or FieldRole.Mends))];

    private static IReadOnlyList<string> ValuesOf(ResourceField field) => field.Type switch
    {
        FieldType.YesNo => YesNo,
        FieldType.Code when field.CodeList is { } list => [.. list.Entries.Select(entry => entry.Name)],
        _ => [],
    };

    private static bool IsStrict(ResourceField field) => field.CodeList is not { } list || list is { Closed: true, Multiple: false };

    private static string RangeOf(int list, int count) => $"'{Lists}'!${WorkbookWriter.Letters(list)}$1:${WorkbookWriter.Letters(list)}${count}";

    private static async IAsyncEnumerable<IReadOnlyList<string>> Columns(IReadOnlyList<IReadOnlyList<string>> lists)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        for (var n = 0; n < lists.Max(list => list.Count); n++) yield return [.. lists.Select(list => n < list.Count ? list[n] : "")];
    }

    private static async IAsyncEnumerable<IReadOnlyList<string>> Rules(ResourceItem item, ResourceLayout layout, IReadOnlyList<ResourceField> fields)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var field in fields)
        {
            yield return
            [
                field.Name, field.Code, CatalogueWords.Of(field), CatalogueWords.Of(field.Type), $"{field.MaxLength}",
                field.Type == FieldType.YesNo ? string.Join('、', YesNo) : field.CodeList?.Describe() ?? "", field.Sample,
            ];
        }

        yield return [];
        yield return [$"{item.Name}（{layout.Name}）", "", $"依据：{layout.Source}"];
        yield return ["请在“数据”表中从第2行起逐行填写；不要改动表头；日期写作 2020-06-30；金额以万元计"];
    }
}
