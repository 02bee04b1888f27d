using EntCredit.Domain.Errors;

namespace EntCredit.Orchestrations.Cases;

/// <summary>EC15xx: what may be wrong with asking anything of a case, whatever its area.</summary>
public static class CaseErrors
{
    /// <summary>The case began with another content.</summary>
    public static ErrorDefinition OtherContent { get; } =
        new("EC1501", "The same key began a case with another content", "同一个幂等键（Idempotency-Key）或同一事项已用于内容不同的案件", "请更换幂等键后重新提交", 409);

    /// <summary>The case was changed since it was read.</summary>
    public static ErrorDefinition Stale { get; } =
        new("EC1502", "The case has changed since it was read", "该案件在读取之后已有变化", "请重新读取后再操作", 412);

    /// <summary>The body is not what the route asks for.</summary>
    public static ErrorDefinition Body { get; } =
        new("EC1503", "The body is not legible", "请求内容不正确：{0}", "请按接口说明填写请求内容", 400);

    /// <summary>The same content began a case that has ended.</summary>
    public static ErrorDefinition Ended { get; } =
        new("EC1504", "The same content began a case that has ended", "相同内容的案件已经结束", "如需重新发起，请在请求头中提供新的幂等键（Idempotency-Key）", 409);

    /// <summary>Too many wrote at once.</summary>
    public static ErrorDefinition Busy { get; } =
        new("EC1505", "The case is being written by others", "该案件正被多方同时办理", "请稍后重试", 409);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorDefinition> All { get; } = [OtherContent, Stale, Body, Ended, Busy];
}
