using EntCredit.Domain.Errors;

namespace EntCredit.Functions.Access;

/// <summary>EC1101–EC1199: why a request is not let in, or not read.</summary>
public static class AccessErrors
{
    /// <summary>A key that was cut or mistyped.</summary>
    public static ErrorDefinition KeyMistyped { get; } =
        new("EC1101", "The API key is mistyped or cut", "接口密钥不完整或有误（校验码不符）", "请完整复制密钥后重试", 401);

    /// <summary>A token that does not hold.</summary>
    public static ErrorDefinition TokenRefused { get; } =
        new("EC1102", "The token is not valid here", "访问令牌无效", "请向 Entra ID 重新申请面向本接口的令牌；应用须已登记在部门文件中", 401);

    /// <summary>Two credentials.</summary>
    public static ErrorDefinition TwoCredentials { get; } =
        new("EC1103", "A key and a token at once", "请求同时携带了密钥和令牌，或携带了多个", "请只提供一种身份凭据", 400);

    /// <summary>Too many requests.</summary>
    public static ErrorDefinition TooManyRequests { get; } =
        new("EC1104", "Too many requests", "请求过于频繁，请在{0}秒后重试", "请按响应头 Retry-After 等待后重试，或合并请求", 429);

    /// <summary>No purpose.</summary>
    public static ErrorDefinition PurposeMissing { get; } = new(
        "EC1105", "The purpose of the access is missing", "查阅其他辖区的信息须说明用途", "请在请求头 X-Purpose 中写明用途（中文须百分号编码），不超过200字", 400);

    /// <summary>A purpose that cannot be read.</summary>
    public static ErrorDefinition PurposeIllegible { get; } = new(
        "EC1106", "The purpose of the access is illegible", "请求头 X-Purpose 无法识别", "请写明用途（中文须百分号编码），不超过200字，不含控制字符", 400);

    /// <summary>The audit trail cannot be written.</summary>
    public static ErrorDefinition NotAudited { get; } =
        new("EC9003", "The access cannot be recorded", "访问记录无法写入，请求未予办理", "请稍后重试；若仍出现，请告知运维人员", 503);

    /// <summary>A body that is too big.</summary>
    public static ErrorDefinition BodyTooBig { get; } =
        new("EC1107", "The body is too big", "请求内容超过上限（{0}字节）", "请分批提交；大文件请用 POST /api/v1/uploads 取得上传地址，以文件报送", 413);

    /// <summary>An address that is too long.</summary>
    public static ErrorDefinition UrlTooLong { get; } = new("EC1108", "The address is too long", "请求地址超过上限（{0}字符）", "请缩短查询参数", 414);

    /// <summary>A content type that is not taken here.</summary>
    public static ErrorDefinition ContentType { get; } =
        new("EC1109", "The content type is not taken here", "不支持的内容类型；此处接受：{0}", "请设置正确的 Content-Type", 415);

    /// <summary>Headers that are too big.</summary>
    public static ErrorDefinition HeadersTooBig { get; } =
        new("EC1110", "The headers are too big", "请求头超过上限（{0}字节）", "请减少请求头", 431);

    /// <summary>A body that is not the JSON that the door takes.</summary>
    public static ErrorDefinition BodyIllegible { get; } =
        new("EC1111", "The body is not what this takes", "请求内容不是此处接受的 JSON：{0}", "请按接口说明修改请求内容", 400);

    /// <summary>No such route.</summary>
    public static ErrorDefinition NoSuchRoute { get; } = new("EC1112", "No such route", "没有这个接口或页面", "请按接口说明核对地址", 404);

    /// <summary>Another method.</summary>
    public static ErrorDefinition MethodNotAllowed { get; } =
        new("EC1113", "The method is not allowed here", "此地址不支持该请求方法；支持：{0}", "请按接口说明使用请求方法", 405);

    /// <summary>A request that is no HTTP.</summary>
    public static ErrorDefinition RequestIllegible { get; } =
        new("EC1114", "The request is not well-formed", "请求不符合 HTTP 规范", "请检查客户端或网络代理", 400);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorDefinition> All { get; } =
    [
        KeyMistyped, TokenRefused, TwoCredentials, TooManyRequests, PurposeMissing, PurposeIllegible, NotAudited, BodyTooBig, UrlTooLong, ContentType, HeadersTooBig,
        BodyIllegible, NoSuchRoute, MethodNotAllowed, RequestIllegible,
    ];
}
