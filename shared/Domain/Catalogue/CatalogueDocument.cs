using System.Text;

namespace EntCredit.Domain.Catalogue;

/// <summary>The catalogue as a page that a department reads (docs/catalogue.md).</summary>
public static class CatalogueDocument
{
    /// <summary>The page, in Markdown.</summary>
    public static string Of(ResourceCatalogue catalogue)
    {
        var layouts = catalogue.Items.Sum(item => item.Layouts.Count);
        var page = new StringBuilder(
            $"# 归集资源目录 {catalogue.Version}\n\n由 `shared/Domain/Catalogue/catalogue.json` 生成，请勿手改。共 {catalogue.Items.Count} 个事项、{layouts} 种版式，各自列明依据。\n");
        foreach (var item in catalogue.Items) Write(page, item);
        return page.ToString();
    }

    private static void Write(StringBuilder page, ResourceItem item)
    {
        page.Append($"\n## {item.Name} `{item.Code}`\n\n类别：{item.Category}；公开属性：{CatalogueWords.Of(item.Disclosure)}；依据：{item.Source}\n\n提供：{string.Join('、', item.OwedBy)}，{CatalogueWords.Of(item.Frequency)}；期限规则：{string.Join('、', item.Clocks)}（时长见 [profiles.md](profiles.md)）\n");
        foreach (var layout in item.Layouts)
        {
            page.Append($"\n### {layout.Name} `{layout.Code}`\n\n依据：{layout.Source}\n\n| 代码 | 名称 | 别名 | 类型 | 最长 | 必填 | 取值 | 公开 | 样例 |\n|---|---|---|---|---|---|---|---|---|\n");
            foreach (var field in item.FieldsOf(layout.Code).Where(f => f.Role != FieldRole.ReceiptColumn))
            {
                string[] cells =
                [
                    $"`{field.Code}`", field.Name, string.Join("、", field.Aliases), CatalogueWords.Of(field.Type), $"{field.MaxLength}", CatalogueWords.Of(field), field.CodeList?.Describe() ?? "",
                    field.Mask == FieldMask.Personal ? "不公开" : "", field.Sample,
                ];
                page.Append("| ").AppendJoin(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
            }
        }
    }
}
