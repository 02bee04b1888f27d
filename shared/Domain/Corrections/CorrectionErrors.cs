using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Corrections;

/// <summary>Commands that are impossible in the state of a correction.</summary>
public static class CorrectionErrors
{
    /// <summary>The ledger does not know the case.</summary>
    public static ErrorDefinition Unknown { get; } =
        new("EC4201", "No such correction", "没有这件更正事项", "请核对编号", 404);

    /// <summary>Not the provider.</summary>
    public static ErrorDefinition NotProvider { get; } =
        new("EC4202", "Only the provider may do this", "只有信息提供单位可以进行该操作", "请由提供该信息的部门办理", 403);

    /// <summary>Not who corrects here.</summary>
    public static ErrorDefinition MayNotCarryOut { get; } =
        new("EC4203", "This department does not carry out corrections here", "该部门不负责办理更正", "请由市场监管部门或平台运行管理部门办理", 403);

    /// <summary>No written request.</summary>
    public static ErrorDefinition NoticeMissing { get; } =
        new("EC4204", "A written request is needed", "缺少书面报请文书", "请填写报请文书编号", 422);

    /// <summary>The day is after today, or not a day at all.</summary>
    public static ErrorDefinition DayImpossible { get; } =
        new("EC4205", "The day of discovery is impossible", "发现之日不能晚于今天", "请核对发现日期", 422);

    /// <summary>A report was not confirmed yet.</summary>
    public static ErrorDefinition NotConfirmed { get; } =
        new("EC4206", "The reported error was not confirmed", "公众反映的问题尚未核实确认", "请先核实并确认应予更正", 409);

    /// <summary>Nobody asked for it.</summary>
    public static ErrorDefinition NotRequested { get; } =
        new("EC4207", "The correction was not asked for", "提供单位尚未报请更正", "请等待提供单位书面报请", 409);

    /// <summary>There was no error.</summary>
    public static ErrorDefinition AlreadyDismissed { get; } =
        new("EC4208", "There was no error", "经核实无需更正", "如发现新的错误，请另行提出", 409);

    /// <summary>The correction was asked for already.</summary>
    public static ErrorDefinition AlreadyRequested { get; } =
        new("EC4209", "The correction was asked for already", "已经报请更正", "如有变化，请另行提出更正", 409);

    /// <summary>It goes with an objection.</summary>
    public static ErrorDefinition FollowsObjection { get; } =
        new("EC4210", "The correction follows an objection and moves with it", "该更正由异议“{0}”引起，随异议办理", "请在该异议中告知更正并办理", 409);

    /// <summary>What is to be shown is not valid.</summary>
    public static ErrorDefinition ContentInvalid { get; } =
        new("EC4211", "The corrected content is not valid", "更正后的内容有误：{0}", "请按数据规范修改后重新提交", 422);

    /// <summary>Nothing is corrected.</summary>
    public static ErrorDefinition NothingCorrected { get; } =
        new("EC4212", "The corrected content is what is shown already", "更正后的内容与现有内容相同", "请填写需要更正的字段", 422);

    /// <summary>The content speaks of somebody else.</summary>
    public static ErrorDefinition AnotherSubject { get; } =
        new("EC4213", "A correction cannot move a record to another enterprise", "更正不能改变信息所属的企业", "请申请撤下该信息，再以正确的主体重新报送", 422);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorDefinition> All { get; } =
    [
        Unknown, NotProvider, MayNotCarryOut, NoticeMissing, DayImpossible, NotConfirmed, NotRequested, AlreadyDismissed, AlreadyRequested,
        FollowsObjection, ContentInvalid, NothingCorrected, AnotherSubject,
    ];
}
