using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>EC5101–EC5199: what can be wrong in a jurisdiction profile beside the general errors of data files.</summary>
public static class ProfileErrors
{
    /// <summary>A7: a clock stands still only where an article says so.</summary>
    public static readonly ErrorDefinition PauseUnsourced = new(
        "EC5101", "Pause without an article", "暂停计时（pause）没有条款依据；允许：写明 article 和 quote 且非推定，或改为 continue",
        "在 clockSource 中写明条款和原文", 500);

    /// <summary>A setting that counts on a clock which is off.</summary>
    public static readonly ErrorDefinition ClockNeeded = new(
        "EC5102", "Clock missing", "{0}需要时限“{1}”，而它为 null；允许：给出该时限", "在 clocks 中给出该时限", 500);

    /// <summary>Two settings that exclude each other.</summary>
    public static readonly ErrorDefinition Contradiction = new(
        "EC5103", "Settings contradict each other", "{0}与“{1}”不能并存；允许：二者之一", "删去其中之一", 500);

    /// <summary>Backlog that is none.</summary>
    public static readonly ErrorDefinition NotBefore = new(
        "EC5104", "Not before the profile's first day", "{0} 不早于施行日 {1}；允许：施行日以前的日期", "改为施行日以前的日期", 500);

    /// <summary>Profiles that are each other's parents.</summary>
    public static readonly ErrorDefinition Circle = new(
        "EC5105", "Parents in a circle", "上级“{0}”循环引用；允许：不含自身的上级链，最上为 null", "改正 parent", 500);

    /// <summary>Without a last rule that covers everything, some record would have no rule; an earlier one would hide those after it.</summary>
    public static readonly ErrorDefinition CatchAll = new(
        "EC5106", "The catch-all rule is not the last one", "{0}；允许：末条且仅末条为不限 items、categories、procedures 的兜底规则",
        "把唯一的兜底规则放在最后", 500);

    /// <summary>A member that another setting makes necessary.</summary>
    public static readonly ErrorDefinition NeededHere = new(
        "EC5107", "Member needed by another setting", "{0}时缺少“{1}”；允许：{2}", "补上该项，或改变前一设置", 500);
}
