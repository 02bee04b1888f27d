using EntCredit.Domain.Errors;

namespace EntCredit.Domain.DualNotice;

/// <summary>Commands that are impossible in the state of a notice.</summary>
public static class NoticeErrors
{
    /// <summary>The ledger does not know the case.</summary>
    public static ErrorDefinition Unknown { get; } =
        new("EC4401", "No such notice", "没有这条“双告知”信息", "请核对编号", 404);

    /// <summary>The document does not know it.</summary>
    public static ErrorDefinition NotHere { get; } =
        new("EC4402", "The document of this jurisdiction does not provide for this", "本地规定没有这一“双告知”程序", "请按本地规定的方式办理", 422);

    /// <summary>Not the registrar.</summary>
    public static ErrorDefinition NotRegistrar { get; } =
        new("EC4403", "Only the registrar may do this", "只有登记机关可以进行该操作", "请由办理登记的机关办理", 403);

    /// <summary>No approver.</summary>
    public static ErrorDefinition NotApprover { get; } =
        new("EC4404", "This department approves nothing here", "该部门不是本地的审批或行业主管部门", "请核对接收部门", 422);

    /// <summary>Addressed to another department.</summary>
    public static ErrorDefinition NotYours { get; } =
        new("EC4405", "The notice is addressed to another department", "该信息不由本部门办理", "请由接收部门办理", 403);

    /// <summary>The applicant's written commitment is missing.</summary>
    public static ErrorDefinition CommitmentMissing { get; } =
        new("EC4406", "The applicant's written commitment is missing", "缺少申请人的书面承诺", "请由申请人作出取得审批前不擅自经营的书面承诺", 422);

    /// <summary>It lies with an approver.</summary>
    public static ErrorDefinition AlreadyAddressed { get; } =
        new("EC4407", "The notice lies with another approver", "该信息已推送其他部门，尚未退回", "请等待接收部门退回后再次推送", 409);

    /// <summary>No reason given.</summary>
    public static ErrorDefinition ReasonMissing { get; } =
        new("EC4408", "A reason must be given", "回退信息应当说明理由", "请填写回退理由", 422);

    /// <summary>The registrar has not confirmed whose it is.</summary>
    public static ErrorDefinition NotConfirmed { get; } =
        new("EC4409", "The registrar has not confirmed this approver", "尚未人工确认该审批部门", "请先人工确认审批部门，再次推送", 409);

    /// <summary>Nothing was sent back.</summary>
    public static ErrorDefinition NotReturned { get; } =
        new("EC4410", "The notice was not sent back", "该信息未被退回", "无需人工确认", 409);

    /// <summary>The department has worked on it.</summary>
    public static ErrorDefinition AlreadyHandled { get; } =
        new("EC4411", "The approver has worked on it", "该部门已经办理，不能退回", "请继续办理", 409);

    /// <summary>The day is after today, or before the notice.</summary>
    public static ErrorDefinition DayImpossible { get; } =
        new("EC4412", "The day is impossible", "日期不能晚于今天，也不能早于收到信息之日", "请核对日期", 422);

    /// <summary>The former result is still owed.</summary>
    public static ErrorDefinition ResultOwed { get; } =
        new("EC4413", "The former result was not fed back", "上一次办理结果尚未反馈", "请先反馈上一次办理结果", 409);

    /// <summary>Nothing was completed.</summary>
    public static ErrorDefinition NothingCompleted { get; } =
        new("EC4414", "No approval was completed", "尚未办结许可审批或备案", "请先登记办结情况", 409);

    /// <summary>The enterprise has its approval.</summary>
    public static ErrorDefinition AlreadyLicensed { get; } =
        new("EC4415", "The enterprise has its approval", "该企业已取得许可或完成备案", "无需再办理", 409);

    /// <summary>The enterprise is gone.</summary>
    public static ErrorDefinition Deregistered { get; } =
        new("EC4416", "The enterprise was deregistered", "该企业已注销", "无需再办理", 409);

    /// <summary>The file is not what the applicant signed.</summary>
    public static ErrorDefinition CommitmentUnlike { get; } = new(
        "EC4417",
        "The file is not the commitment that was written down",
        "没有登记书面承诺，或者文件与登记的摘要（SHA-256）不符",
        "请先登记告知申请人及承诺书摘要，再提交同一份文件",
        422);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorDefinition> All { get; } =
    [
        Unknown, NotHere, NotRegistrar, NotApprover, NotYours, CommitmentMissing, AlreadyAddressed, ReasonMissing, NotConfirmed, NotReturned,
        AlreadyHandled, DayImpossible, ResultOwed, NothingCompleted, AlreadyLicensed, Deregistered, CommitmentUnlike,
    ];
}
