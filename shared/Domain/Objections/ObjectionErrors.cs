using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Objections;

/// <summary>Commands that are impossible in the state of an objection.</summary>
public static class ObjectionErrors
{
    /// <summary>The ledger does not know the case.</summary>
    public static ErrorDefinition Unknown { get; } =
        new("EC4101", "No such objection", "没有这件异议申请", "请核对案号", 404);

    /// <summary>Neither market supervision nor the provider, or not a department that the document names.</summary>
    public static ErrorDefinition WrongAddressee { get; } =
        new("EC4102", "This department does not take the objection", "该部门不受理此项异议", "请向信息提供单位提出；本地规定允许的，也可以向市场监管部门提出", 422);

    /// <summary>Not in writing, or without evidence.</summary>
    public static ErrorDefinition EvidenceMissing { get; } =
        new("EC4103", "The objection brings no evidence", "异议申请未附证明材料", "请提交书面申请和相关证明材料", 422);

    /// <summary>The same again.</summary>
    public static ErrorDefinition NothingNew { get; } =
        new("EC4104", "The same objection was lodged before and there is no new evidence", "相同内容的异议已经提出，且没有新的证明材料", "请补充新的证明材料后再次提出", 409);

    /// <summary>Not the provider.</summary>
    public static ErrorDefinition NotProvider { get; } =
        new("EC4105", "Only the provider may do this", "只有信息提供单位可以进行该操作", "请由提供该信息的部门办理", 403);

    /// <summary>Not market supervision.</summary>
    public static ErrorDefinition NotMarketSupervision { get; } =
        new("EC4106", "Only market supervision may do this", "只有负责公示的市场监管部门可以进行该操作", "请由市场监管部门办理", 403);

    /// <summary>The document does not know suspension.</summary>
    public static ErrorDefinition NoSuspensionHere { get; } =
        new("EC4107", "Publication is not suspended in this jurisdiction", "本地规定没有暂停公示的程序", "请直接核实并更正", 422);

    /// <summary>Not entitled to decide the suspension.</summary>
    public static ErrorDefinition MayNotDecideSuspension { get; } =
        new("EC4108", "This department may not decide the suspension", "该部门无权决定暂停公示", "暂停公示由信息提供单位决定", 403);

    /// <summary>No written notice.</summary>
    public static ErrorDefinition NoticeMissing { get; } =
        new("EC4109", "A written notice is needed", "缺少书面告知文书", "请填写告知文书编号", 422);

    /// <summary>The provider has not received it.</summary>
    public static ErrorDefinition NotReceived { get; } =
        new("EC4110", "The provider has not received the objection", "信息提供单位尚未收到该异议申请", "请先转交信息提供单位", 409);

    /// <summary>Nothing to hide or to show.</summary>
    public static ErrorDefinition NotSuspended { get; } =
        new("EC4111", "No suspension was decided", "没有暂停公示的决定", "请先由信息提供单位决定暂停公示", 409);

    /// <summary>The suspension stands.</summary>
    public static ErrorDefinition StillSuspended { get; } =
        new("EC4112", "The suspension still stands", "暂停公示的事由尚未消除", "请在核实结束、更正完成或者提供单位决定恢复后再恢复公示", 409);

    /// <summary>Verification has ended.</summary>
    public static ErrorDefinition AlreadyVerified { get; } =
        new("EC4113", "The objection has been verified", "该异议已经核实完毕", "请查看核实结果", 409);

    /// <summary>Verification has not ended.</summary>
    public static ErrorDefinition NotVerified { get; } =
        new("EC4114", "The objection has not been verified", "该异议尚未核实完毕", "请先完成核查", 409);

    /// <summary>There is nothing to mend.</summary>
    public static ErrorDefinition NothingToMend { get; } =
        new("EC4115", "The objection was rejected: there is nothing to mend", "异议不成立，无需更正", "如提供单位自行发现错误，请走更正程序", 409);

    /// <summary>The provider has not given its word.</summary>
    public static ErrorDefinition RemedyNotAsked { get; } =
        new("EC4116", "The provider has not asked for the correction", "信息提供单位尚未告知更正", "请等待信息提供单位的更正告知", 409);

    /// <summary>The applicant took it back.</summary>
    public static ErrorDefinition TakenBack { get; } =
        new("EC4117", "The objection was withdrawn", "该异议已由申请人撤回", "如仍有异议，请重新提出", 409);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorDefinition> All { get; } =
    [
        Unknown, WrongAddressee, EvidenceMissing, NothingNew, NotProvider, NotMarketSupervision, NoSuspensionHere, MayNotDecideSuspension,
        NoticeMissing, NotReceived, NotSuspended, StillSuspended, AlreadyVerified, NotVerified, NothingToMend, RemedyNotAsked, TakenBack,
    ];
}
