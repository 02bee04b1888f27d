namespace EntCredit.Domain.Catalogue;

/// <summary>The catalogue's terms in the words that a department reads.</summary>
public static class CatalogueWords
{
    /// <summary>Who may see an item.</summary>
    public static string Of(Disclosure disclosure) => disclosure switch
    {
        Disclosure.Published => "依法公示",
        Disclosure.Shared => "政府内部共享",
        _ => "内部",
    };

    /// <summary>How often an item is owed.</summary>
    public static string Of(Frequency frequency) => frequency switch
    {
        Frequency.Continuous => "产生后随时",
        Frequency.Monthly => "每月",
        _ => "每年",
    };

    /// <summary>How a field is read.</summary>
    public static string Of(FieldType type) => type switch
    {
        FieldType.Date => "日期",
        FieldType.Amount => "金额（万元）",
        FieldType.Code => "代码",
        FieldType.CreditCode => "统一社会信用代码",
        FieldType.RegistrationNumber => "工商注册号",
        FieldType.YesNo => "是/否",
        _ => "文本",
    };

    /// <summary>Whether a field must be filled.</summary>
    public static string Of(ResourceField field) => field.Requirement switch
    {
        Requirement.Required => "必填",
        Requirement.RequiredInGroup => "至少填一项",
        Requirement.Recommended when field.When is { } when => $"{when.Field} 含{string.Join('或', when.Contains)}时常填",
        Requirement.Recommended => "常填",
        _ => "",
    };
}
