using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Batches;

/// <summary>EC32xx: why what an app posts is refused as a whole. EC33xx: why no upload is issued.</summary>
public static class PostErrors
{
    /// <summary>No key, or not 1 to 64 visible ASCII characters.</summary>
    public static ErrorDefinition KeyMissing { get; } =
        new("EC3201", "No valid Idempotency-Key", "请求头 Idempotency-Key 缺失或不正确", "请为每次报送生成一个1至64位的可见 ASCII 字符；重试时使用同一个值", 400);

    /// <summary>The same key came before with another body.</summary>
    public static ErrorDefinition KeyReused { get; } =
        new("EC3202", "The Idempotency-Key was used for another body", "该 Idempotency-Key 已用于内容不同的报送（批次 {0}）", "内容不同时请使用新的值；重试时请原样重发", 409);

    /// <summary>The body is not the JSON that is asked for.</summary>
    public static ErrorDefinition BodyIllegible { get; } =
        new("EC3203", "The body cannot be read", "请求内容不是规定格式的 JSON：{0}", "请按接口说明提交 item 和 records", 400);

    /// <summary>Too many rows in one request.</summary>
    public static ErrorDefinition TooManyRecords { get; } =
        new("EC3205", "Too many records", "一次报送了{0}条，超过上限{1}条", "请分批报送；数据很多时请用 POST /api/v1/uploads 取得上传地址，以文件报送", 413);

    /// <summary>The file name cannot be used.</summary>
    public static ErrorDefinition FileName { get; } =
        new("EC3301", "The file name cannot be used", "文件名“{0}”不正确", "请使用不含路径的文件名，扩展名为 csv、tsv、txt、xlsx、xls、json、jsonl 或 zip", 400);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorDefinition> All { get; } = [KeyMissing, KeyReused, BodyIllegible, TooManyRecords, FileName];
}
