using EntCredit.Domain.Errors;

namespace EntCredit.Functions.Http;

/// <summary>EC1xxx: what is wrong with a request. EC9xxx: what is wrong with the system.</summary>
public static class SystemErrors
{
    /// <summary>No key, or one that is not in force.</summary>
    public static ErrorDefinition Unauthenticated { get; } =
        new("EC1001", "No valid API key", "没有提供有效的接口密钥", "请在请求头 X-Api-Key 中提供本部门的密钥", 401);

    /// <summary>The department's roles do not cover it.</summary>
    public static ErrorDefinition Forbidden { get; } =
        new("EC1002", "Not within the caller's roles", "本部门没有该操作的权限", "请联系市场监管部门确认职责", 403);

    /// <summary>A number that is no identifier of an enterprise.</summary>
    public static ErrorDefinition NoSuchNumber { get; } =
        new("EC1003", "Neither a credit code nor a registration number", "“{0}”不是有效的统一社会信用代码或注册号", "请核对18位统一社会信用代码（或15位注册号）", 400);

    /// <summary>The register does not know the enterprise.</summary>
    public static ErrorDefinition EnterpriseUnknown { get; } =
        new("EC1004", "No such enterprise", "没有查到“{0}”的公示信息", "请核对代码；新登记的企业可能尚未公示", 404);

    /// <summary>A parameter is missing or illegible.</summary>
    public static ErrorDefinition Parameter { get; } =
        new("EC1005", "A parameter is missing or illegible", "参数“{0}”缺失或不正确：{1}", "请按接口说明填写参数", 400);

    /// <summary>Nothing there.</summary>
    public static ErrorDefinition NotThere { get; } =
        new("EC1006", "Nothing there", "没有找到“{0}”", "请核对请求的内容", 404);

    /// <summary>A file of holiday notices that cannot be used.</summary>
    public static ErrorDefinition CalendarFile { get; } =
        new("EC1007", "The calendar file cannot be used", "节假日通知文件有误：{0}", "请按 docs/calendar.md 的格式修改后重新提交", 422);

    /// <summary>A departments, profile or catalogue file that cannot be used.</summary>
    public static ErrorDefinition LawFile { get; } =
        new("EC1008", "The data file cannot be used", "文件有 {0} 处错误，未作任何改动；逐条见 errors", "请按 errors 逐条改正后重新提交", 422);

    /// <summary>Somebody else changed it since the caller has read it.</summary>
    public static ErrorDefinition Stale { get; } =
        new("EC1030", "It was changed meanwhile", "内容已被他人修改，与读取时的版本不一致", "请重新读取后再操作", 412);

    /// <summary>A watermark from which nobody can go on without a gap.</summary>
    public static ErrorDefinition WatermarkGone { get; } =
        new("EC1031", "The watermark is too old, or of another ledger", "水位“{0}”过旧，或不属于本系统当前的账本，不能据此继续增量", "请从 /api/v1/public/changes/snapshot 重新获取快照，再从快照的 cursor 继续增量", 410);

    /// <summary>What no function expected.</summary>
    public static ErrorDefinition Unexpected { get; } =
        new("EC9001", "Unexpected error", "系统发生意外错误，跟踪号：{0}", "请稍后重试；若仍出现，请把跟踪号告知运维人员", 500);

    /// <summary>A part that is needed does not answer.</summary>
    public static ErrorDefinition Unhealthy { get; } =
        new("EC9002", "A needed part does not answer", "系统的组成部分没有响应：{0}", "请稍后重试", 503);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorDefinition> All { get; } =
        [Unauthenticated, Forbidden, NoSuchNumber, EnterpriseUnknown, Parameter, NotThere, CalendarFile, LawFile, Stale, WatermarkGone, Unexpected, Unhealthy];
}
