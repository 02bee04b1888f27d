using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Settings;

/// <summary>EC5001–EC5099: what can be wrong in any data file that the product is set up with.</summary>
public static class SettingsErrors
{
    /// <summary>The file is no JSON.</summary>
    public static readonly ErrorDefinition NotJson = new(
        "EC5001", "Not a JSON document", "不是有效的 JSON：第 {0} 行第 {1} 字节处有误", "按 JSON 语法改正（不支持注释和末尾逗号）", 500);

    /// <summary>A required member is not there.</summary>
    public static readonly ErrorDefinition Missing = new(
        "EC5002", "Required member missing", "缺少必填项“{0}”，应为{1}", "补上该项", 500);

    /// <summary>A member has another JSON type than it should.</summary>
    public static readonly ErrorDefinition WrongType = new(
        "EC5003", "Wrong type", "类型不对：是{0}，应为{1}", "按允许的类型填写", 500);

    /// <summary>A word outside its list.</summary>
    public static readonly ErrorDefinition NotAllowed = new(
        "EC5004", "Value not allowed", "不允许的值“{0}”；允许：{1}", "从允许的值中选一个", 500);

    /// <summary>A number outside its range.</summary>
    public static readonly ErrorDefinition OutOfRange = new(
        "EC5005", "Number out of range", "数值 {0} 超出范围；允许：{1} 至 {2} 的整数", "改为范围内的整数", 500);

    /// <summary>No such day, or not written as a day.</summary>
    public static readonly ErrorDefinition NotADate = new(
        "EC5006", "Not a date", "“{0}”不是有效日期；允许：YYYY-MM-DD", "写成存在的日期，如 2020-06-28", 500);

    /// <summary>A member that nobody reads: a typing error that would otherwise go unnoticed.</summary>
    public static readonly ErrorDefinition Unknown = new(
        "EC5007", "Unknown member", "不认识的项“{0}”；允许：{1}", "改正名称或删去该项", 500);

    /// <summary>The same member twice in one object.</summary>
    public static readonly ErrorDefinition Duplicate = new(
        "EC5008", "Member given twice", "“{0}”出现多次；允许：一次", "只保留一个", 500);

    /// <summary>A text that has not the required form.</summary>
    public static readonly ErrorDefinition WrongForm = new(
        "EC5009", "Text has the wrong form", "“{0}”格式不对；允许：{1}", "按允许的格式填写", 500);

    /// <summary>An identifier that must be unique is used again.</summary>
    public static readonly ErrorDefinition NotUnique = new(
        "EC5010", "Identifier used twice", "“{0}”已被 {1} 使用；允许：未使用过的值", "换一个值，或删去重复的一处", 500);

    /// <summary>A reference to something that does not exist.</summary>
    public static readonly ErrorDefinition Dangling = new(
        "EC5011", "Reference to nothing", "“{0}”不存在；允许：{1}", "改为已有的值", 500);

    /// <summary>Two days stand in the wrong order.</summary>
    public static readonly ErrorDefinition WrongOrder = new(
        "EC5012", "Days in the wrong order", "{0} 早于 {1}；允许：不早于起始日", "改正起止日期", 500);

    /// <summary>A list that must hold something holds nothing.</summary>
    public static readonly ErrorDefinition Empty = new(
        "EC5013", "Nothing given", "不能为空；允许：{0}", "至少填一个", 500);

    /// <summary>A statement without its source.</summary>
    public static readonly ErrorDefinition Unsourced = new(
        "EC5014", "Source missing", "“{0}”没有依据；允许：写明条款和原文，或标明为推定（inferred）", "补上条款和原文", 500);
}
