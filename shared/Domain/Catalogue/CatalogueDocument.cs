using System.Text;

namespace EntCredit.Domain.Catalogue;

/// <summary>The catalogue as a page that a department reads (docs/catalogue.md).</summary>
public static class CatalogueDocument
{
    /// <summary>The page, in Markdown.</summary>
    public static string Of(ResourceCatalogue catalogue)
    {
        var page = new StringBuilder($"# 归集资源目录 {catalogue.Version}\n\n由 `shared/Domain/Catalogue/catalogue.json` 生成，请勿手改。\n");
        foreach (var item in catalogue.Items) Write(page, item);
        return page.ToString();
    }

    private static void Write(StringBuilder page, ResourceItem item)
    {
        page.Append($"\n## {item.Name} `{item.Code}`\n\n类别：{item.Category}；公开属性：{Named(item.Disclosure)}；依据：{item.Source}\n");
        foreach (var layout in item.Layouts)
        {
            page.Append($"\n### {layout.Name} `{layout.Code}`\n\n依据：{layout.Source}\n\n| 代码 | 名称 | 别名 | 类型 | 最长 | 必填 | 取值 | 公开 | 样例 |\n|---|---|---|---|---|---|---|---|---|\n");
            foreach (var field in item.FieldsOf(layout.Code).Where(f => f.Role != FieldRole.ReceiptColumn))
            {
                string[] cells =
                [
                    $"`{field.Code}`", field.Name, string.Join("、", field.Aliases), Named(field.Type), $"{field.MaxLength}", Named(field), field.CodeList?.Describe() ?? "",
                    field.Mask == FieldMask.Personal ? "不公开" : "", field.Sample,
                ];
                page.Append("| ").AppendJoin(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
            }
        }
    }

    private static string Named(Disclosure disclosure) => disclosure switch
    {
        Disclosure.Published => "依法公示",
        Disclosure.Shared => "政府内部共享",
        _ => "内部",
    };

    private static string Named(FieldType type) => type switch
    {
        FieldType.Date => "日期",
        FieldType.Amount => "金额（万元）",
        FieldType.Code => "代码",
        FieldType.CreditCode => "统一社会信用代码",
        FieldType.RegistrationNumber => "工商注册号",
        FieldType.YesNo => "是/否",
        _ => "文本",
    };

    private static string Named(ResourceField field) => field.Requirement switch
    {
        Requirement.Required => "必填",
        Requirement.RequiredInGroup => "至少填一项",
        Requirement.Recommended when field.When is { } when => $"{when.Field} 含{string.Join('或', when.Contains)}时常填",
        Requirement.Recommended => "常填",
        _ => "",
    };
}
