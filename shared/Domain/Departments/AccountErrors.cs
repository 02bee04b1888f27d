using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Departments;

/// <summary>EC1211–EC1219: what can be wrong about an application for an account.</summary>
public static class AccountErrors
{
    /// <summary>The document knows no accounts to apply for.</summary>
    public static ErrorDefinition NotHere { get; } =
        new("EC1211", "Accounts are not applied for in this jurisdiction", "本地规定没有账号申领程序", "请向本地平台管理部门申请接口密钥", 422);

    /// <summary>Not a role that is applied for.</summary>
    public static ErrorDefinition RoleNotHere { get; } =
        new("EC1212", "The role does not take part here", "本地的参与单位没有该角色，或者该角色不通过申领取得", "请核对申请的角色", 422);

    /// <summary>No such application.</summary>
    public static ErrorDefinition Unknown { get; } = new("EC1213", "No such application", "没有这件账号申请", "请核对申请编号", 404);

    /// <summary>Another department answers it.</summary>
    public static ErrorDefinition NotYours { get; } =
        new("EC1214", "Another department answers this application", "该申请由其他同级市场监管部门办理", "请由受理部门办理", 403);

    /// <summary>It has its answer.</summary>
    public static ErrorDefinition Answered { get; } =
        new("EC1215", "The application has been answered", "该申请已经答复", "需要变更的，请申请单位重新提出申请", 409);

    /// <summary>The department is not the applicant.</summary>
    public static ErrorDefinition OtherDepartment { get; } = new(
        "EC1216",
        "The department is not what was applied for",
        "部门代码不存在，或者其辖区、层级、角色与申请不符",
        "请核对部门代码；部门尚未列入部门文件的，请先由运维人员加载部门文件",
        422);

    /// <summary>No key yet.</summary>
    public static ErrorDefinition NotIssued { get; } =
        new("EC1217", "The account was not issued", "账号尚未发放", "请查询办理状态，发放后再领取密钥", 409);

    /// <summary>The key was shown.</summary>
    public static ErrorDefinition KeyShown { get; } =
        new("EC1218", "The key was shown before", "密钥已经领取，只显示一次", "如已遗失，请联系受理部门撤销后重新申请", 409);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorDefinition> All { get; } = [NotHere, RoleNotHere, Unknown, NotYours, Answered, OtherDepartment, NotIssued, KeyShown];
}
