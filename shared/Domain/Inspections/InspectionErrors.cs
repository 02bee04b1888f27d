using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Inspections;

/// <summary>Commands that are impossible in the state of a roster, a list or a draw.</summary>
public static class InspectionErrors
{
    /// <summary>The ledger does not know it.</summary>
    public static ErrorDefinition Unknown { get; } =
        new("EC4501", "No such draw or list", "没有这次抽查或名录", "请核对编号", 404);

    /// <summary>Another department's.</summary>
    public static ErrorDefinition NotYours { get; } =
        new("EC4502", "This belongs to another department", "该名录或抽查由其他部门负责", "请由负责部门办理", 403);

    /// <summary>The day is after today, or not a day at all.</summary>
    public static ErrorDefinition DayImpossible { get; } =
        new("EC4503", "The day is impossible", "日期不能晚于今天", "请核对日期", 422);

    /// <summary>Nobody keeps such a list here.</summary>
    public static ErrorDefinition NotMarketSupervision { get; } =
        new("EC4504", "Only market supervision keeps this list", "市场主体名录库由市场监管部门更新", "请由市场监管部门办理", 403);

    /// <summary>The draw does not open what was committed to.</summary>
    public static ErrorDefinition SeedUnlike { get; } =
        new("EC4505", "The seed is not the one committed to", "公布的种子与事先承诺不符", "请公布事先承诺的种子", 422);

    /// <summary>Nobody to inspect, or nobody who inspects.</summary>
    public static ErrorDefinition NothingDrawn { get; } =
        new("EC4506", "The draw gives no subject or no inspector", "抽取结果缺少检查对象或检查人员", "请核对名录库后重新抽取", 422);

    /// <summary>The draw was not made.</summary>
    public static ErrorDefinition NotDrawn { get; } =
        new("EC4507", "The draw was not made", "尚未抽取", "请先抽取检查对象和检查人员", 409);

    /// <summary>Not among those drawn.</summary>
    public static ErrorDefinition NotAmongDrawn { get; } =
        new("EC4508", "The subject was not drawn", "该市场主体不在本次抽取之列", "请核对检查对象", 422);

    /// <summary>Another result than before.</summary>
    public static ErrorDefinition ResultStands { get; } =
        new("EC4509", "Another result was recorded for this subject", "该检查对象已有不同的检查结果", "如有错误，请走更正程序", 409);

    /// <summary>Not in the list of matters.</summary>
    public static ErrorDefinition MatterUnlisted { get; } =
        new("EC4510", "The matter is not on the department's list", "该事项不在本部门的随机抽查事项清单中", "请先将事项及其依据列入随机抽查事项清单", 422);

    /// <summary>What it draws follows from the seed.</summary>
    public static ErrorDefinition Announced { get; } =
        new("EC4511", "What this draw draws follows from its seed alone", "该次抽取的结果由种子产生，不能另行指定", "请只公布种子", 409);

    /// <summary>Nobody to draw, or too few.</summary>
    public static ErrorDefinition TooFewSubjects { get; } =
        new("EC4512", "The list holds too few enterprises to draw from", "监管对象名录库中的市场主体不足以抽取", "请减少抽取户数，或核对登记信息是否已归集", 422);

    /// <summary>The day is not sealed.</summary>
    public static ErrorDefinition NotSealed { get; } =
        new("EC4513", "The day of the announcement is not sealed yet", "公告当日的账本尚未封印", "请在公告次日封印之后公布种子", 409);

    /// <summary>Other lists than those committed to.</summary>
    public static ErrorDefinition ListsUnlike { get; } =
        new("EC4514", "The lists are not the ones committed to", "名录与公告时承诺的不符", "请重新公告抽取", 409);

    /// <summary>More enterprises than one draw takes.</summary>
    public static ErrorDefinition TooMany { get; } =
        new("EC4515", "The list holds more than one draw takes", "监管对象名录库超过一次抽取的上限（20万户）", "请按信用分类定向抽取", 422);

    /// <summary>The code stands twice in the roster, or the roster is empty.</summary>
    public static ErrorDefinition RosterWrong { get; } =
        new("EC4516", "A code stands twice in the roster", "执法检查人员名录中编号重复", "请核对名录后重新提交", 422);

    /// <summary>Too few who may inspect.</summary>
    public static ErrorDefinition TooFewInspectors { get; } =
        new("EC4517", "A department has too few inspectors without a conflict", "参加抽查的部门执法检查人员不足，或回避后不足", "请先报送执法检查人员名录（含编号），或减少每户人数", 422);

    /// <summary>The seed belongs to another draw: once one is drawn everybody knows it.</summary>
    public static ErrorDefinition SeedUsed { get; } =
        new("EC4518", "The seed was committed to before", "该种子摘要已用于另一次抽取", "每次抽取请用 ./entcredit draw-seed 另行生成种子", 409);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorDefinition> All { get; } =
    [
        Unknown, NotYours, DayImpossible, NotMarketSupervision, SeedUnlike, NothingDrawn, NotDrawn, NotAmongDrawn, ResultStands,
        MatterUnlisted, Announced, TooFewSubjects, NotSealed, ListsUnlike, TooMany, RosterWrong, TooFewInspectors, SeedUsed,
    ];
}
