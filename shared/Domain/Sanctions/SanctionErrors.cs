using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Sanctions;

/// <summary>Commands that are impossible in the state of a sanction, of its delivery, or of a restriction.</summary>
public static class SanctionErrors
{
    /// <summary>The ledger does not know the case.</summary>
    public static ErrorDefinition Unknown { get; } =
        new("EC4301", "No such sanction", "没有这项联合惩戒", "请核对编号", 404);

    /// <summary>The document does not know joint sanctions.</summary>
    public static ErrorDefinition NotHere { get; } =
        new("EC4302", "There are no joint sanctions in this jurisdiction", "本地规定没有联合惩戒", "请按上级规定办理", 422);

    /// <summary>Nobody is to carry it out.</summary>
    public static ErrorDefinition NoImplementer { get; } =
        new("EC4303", "The sanction names no implementing department", "未列明实施部门", "请至少列明一个本地实施部门", 422);

    /// <summary>The document restricts enterprises only.</summary>
    public static ErrorDefinition PersonsNotCovered { get; } =
        new("EC4304", "Responsible persons are not covered here", "本地规定的联合惩戒不及于责任人员", "请删去责任人员", 422);

    /// <summary>Not the initiator.</summary>
    public static ErrorDefinition NotInitiator { get; } =
        new("EC4305", "Only the initiator may do this", "只有发起部门可以进行该操作", "请由发起部门办理", 403);

    /// <summary>Not addressed to this department.</summary>
    public static ErrorDefinition NotYours { get; } =
        new("EC4306", "The sanction is not this department's to carry out", "该项惩戒不由本部门实施", "请由实施部门办理", 403);

    /// <summary>It was lifted.</summary>
    public static ErrorDefinition AlreadyLifted { get; } =
        new("EC4307", "The sanction was lifted", "该项惩戒已经解除", "如需再次惩戒，请重新发起", 409);

    /// <summary>Nothing was lifted.</summary>
    public static ErrorDefinition NotLifted { get; } =
        new("EC4308", "The sanction was not lifted", "该项惩戒尚未解除", "请等待发起部门解除", 409);

    /// <summary>The day is after today, or not a day at all.</summary>
    public static ErrorDefinition DayImpossible { get; } =
        new("EC4309", "The day of the decision is impossible", "做出限制决定之日不能晚于今天", "请核对决定日期", 422);

    /// <summary>Other feedback than before.</summary>
    public static ErrorDefinition AlreadyFedBack { get; } =
        new("EC4310", "Feedback on this restriction was given", "该项限制措施的执行情况已经反馈", "如有变化，请作为新的限制决定反馈", 409);

    /// <summary>It was not received.</summary>
    public static ErrorDefinition NotReceived { get; } =
        new("EC4311", "The sanction was not received", "尚未接收下载该项惩戒信息", "请先接收下载", 409);

    /// <summary>Nothing was proposed, or it was decided.</summary>
    public static ErrorDefinition NotProposed { get; } =
        new("EC4312", "Nothing is proposed here", "没有待决定的联合惩戒建议", "请核对编号", 409);

    /// <summary>A matter that the catalogue of measures does not hold.</summary>
    public static ErrorDefinition MatterUnknown { get; } =
        new("EC4313", "No such matter in the catalogue of measures", "联合惩戒措施目录中没有该办理事项", "请从目录中选择办理事项", 422);

    /// <summary>The purpose is missing.</summary>
    public static ErrorDefinition PurposeMissing { get; } =
        new("EC4314", "A query at the counter must say what it is for", "查询验证须说明用途", "请在请求头 X-Purpose 中说明用途", 400);

    /// <summary>No such query.</summary>
    public static ErrorDefinition QueryUnknown { get; } =
        new("EC4315", "No such query", "没有这次查询验证", "请核对编号", 404);

    /// <summary>Another result was recorded.</summary>
    public static ErrorDefinition AlreadyRecorded { get; } =
        new("EC4316", "Another result of this query was recorded", "该次查询的应用结果已经录入", "如有变化，请重新查询后录入", 409);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorDefinition> All { get; } =
    [
        Unknown, NotHere, NoImplementer, PersonsNotCovered, NotInitiator, NotYours, AlreadyLifted, NotLifted, DayImpossible, AlreadyFedBack,
        NotReceived, NotProposed, MatterUnknown, PurposeMissing, QueryUnknown, AlreadyRecorded,
    ];
}
