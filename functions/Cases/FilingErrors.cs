using EntCredit.Domain.Errors;

namespace EntCredit.Functions.Cases;

/// <summary>EC13xx: what is wrong with a request about a case.</summary>
public static class FilingErrors
{
    /// <summary>Not JSON, not a form, or not what the route asks for.</summary>
    public static ErrorDefinition Body { get; } =
        new("EC1301", "The body cannot be read", "请求内容无法读取：{0}", "请按接口说明提交 JSON 或 multipart/form-data", 400);

    /// <summary>A field is missing or too long.</summary>
    public static ErrorDefinition Field { get; } =
        new("EC1302", "A field is missing or too long", "“{0}”缺失或者过长（最多{1}字）", "请补充或缩短后重新提交", 422);

    /// <summary>More than 5 files.</summary>
    public static ErrorDefinition TooManyFiles { get; } =
        new("EC1303", "Too many files", "证明材料最多{0}个文件", "请合并后重新提交", 422);

    /// <summary>A file, or all of them, too big.</summary>
    public static ErrorDefinition TooBig { get; } =
        new("EC1304", "A file is too big", "单个文件不超过5MB，全部内容不超过20MB", "请压缩后重新提交", 413);

    /// <summary>Neither PDF nor JPEG nor PNG, by its bytes.</summary>
    public static ErrorDefinition FileType { get; } =
        new("EC1305", "The file's content is of a type that is not taken", "第{0}个文件不是 PDF、JPEG 或 PNG 文件", "请转换格式后重新提交", 415);

    /// <summary>No such case, or not this secret: which of both is not told.</summary>
    public static ErrorDefinition NotYours { get; } =
        new("EC1306", "No such case, or another secret", "案号或查询密码不正确", "请核对案号和请求头 X-Case-Secret 中的查询密码", 404);

    /// <summary>Somebody else was faster.</summary>
    public static ErrorDefinition Stale { get; } =
        new("EC1307", "The case has moved since", "该事项已有新的进展", "请重新读取后再办理", 412);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorDefinition> All { get; } = [Body, Field, TooManyFiles, TooBig, FileType, NotYours, Stale];
}
