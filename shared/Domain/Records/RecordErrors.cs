using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Records;

/// <summary>Commands that are impossible in the state of a record.</summary>
public static class RecordErrors
{
    /// <summary>The ledger does not know the record.</summary>
    public static ErrorDefinition Unknown { get; } =
        new("EC4001", "No such record", "没有这条记录", "请核对记录编号", 404);

    /// <summary>A refused row cannot be reviewed or published.</summary>
    public static ErrorDefinition StillRefused { get; } =
        new("EC4002", "The row was refused and not mended", "该行已被退回，尚未更正", "请先报送更正后的数据", 409);

    /// <summary>What was withdrawn has ended.</summary>
    public static ErrorDefinition AlreadyWithdrawn { get; } =
        new("EC4003", "The record was withdrawn", "该记录已被撤回", "如需恢复，请作为新记录重新报送", 409);

    /// <summary>Not everything that publication needs is there.</summary>
    public static ErrorDefinition NotPublishable { get; } =
        new("EC4004", "The record cannot be published in its state", "该记录当前状态不能公示", "请先完成保密审查，或等待登记机关报送主体信息", 409);

    /// <summary>Another department's record.</summary>
    public static ErrorDefinition NotProvider { get; } =
        new("EC4005", "Only the provider may do this", "只有信息提供单位可以进行该操作", "请由提供该信息的部门办理", 403);

    /// <summary>No period can be counted from what it says: 信息产生之日 is missing, or lies after the day on which it was received (A5).</summary>
    public static ErrorDefinition Undated { get; } =
        new("EC4006", "The row does not say when the information arose", "信息产生之日缺失，或者晚于收到之日", "请填写信息产生日期或决定日期", 422);

    /// <summary>Its display has ended.</summary>
    public static ErrorDefinition AlreadyExpired { get; } =
        new("EC4007", "The record's display period has ended", "该记录公示期已届满", "公示期届满的信息不再更正；如为新的信息，请作为新记录报送", 409);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorDefinition> All { get; } =
        [Unknown, StillRefused, AlreadyWithdrawn, NotPublishable, NotProvider, Undated, AlreadyExpired];
}
