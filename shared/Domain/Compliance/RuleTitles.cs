using System.Globalization;

namespace EntCredit.Domain.Compliance;

/// <summary>What each rule demands, in the words that a department reads.</summary>
public static class RuleTitles
{
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["T1"] = "涉企信息归集（信息产生之日起7个工作日内）",
        ["T1-mend"] = "退回数据更正报送",
        ["T2"] = "涉企信息公示（信息产生之日起20个工作日内）",
        ["T4"] = "存量信息归集（实施之日起3个月内）",
        ["T5"] = "存量信息归集（限期完成）",
        ["T6"] = "涉企信息按月提供（每月5日前）",
        ["T7"] = "涉企信息按月加载公示",
        ["T9"] = "企业登记信息认领下载并反馈接收情况（推送之日起5个工作日内）",
        ["T10"] = "许可审批或备案结果反馈（办结之日起7个工作日内）",
        ["T11"] = "尚未办理许可审批或备案企业实地检查（60天内至少1次）",
        ["T12"] = "联合惩戒信息接收下载（推送之日起3个工作日内）",
        ["T13"] = "执行限制情况反馈（做出限制决定之日起15个工作日内）",
        ["T14"] = "异议核查并告知申请人（收到异议申请之日起20个工作日内）",
        ["T15"] = "错误数据书面报请更正（发现之日起3个工作日内）",
        ["T16"] = "执法检查人员名录库更新（有变动的每7个工作日内）",
        ["T17"] = "市场主体名录库更新（每日）",
    };

    /// <summary>Rules in the order of their numbers, T2 before T10; a rule's parts follow it.</summary>
    public static IComparer<string> Order { get; } = Comparer<string>.Create((a, b) =>
        NumberOf(a) == NumberOf(b) ? string.CompareOrdinal(a, b) : NumberOf(a).CompareTo(NumberOf(b)));

    /// <summary>The title of a rule; the rule's number where it has none.</summary>
    public static string Of(string rule) => Titles.GetValueOrDefault(rule, rule);

    private static int NumberOf(string rule)
    {
        var digits = rule.AsSpan(Math.Min(1, rule.Length));
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(end < 0 ? digits : digits[..end], CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
    }
}
