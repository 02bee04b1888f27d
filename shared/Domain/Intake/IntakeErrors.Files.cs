using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Intake;

/// <content>EC3xxx: why a file as a whole is refused.</content>
public static partial class IntakeErrors
{
    /// <summary>The file is empty.</summary>
    public static ErrorDefinition FileEmpty { get; } = new(
        "EC3001", "The file is empty",
        "文件是空的（0字节）",
        "请核对导出是否成功后重新上传");

    /// <summary>The file is too large.</summary>
    public static ErrorDefinition FileTooLarge { get; } = new(
        "EC3002", "The file is too large",
        "文件有{0}字节，超过上限{1}字节",
        "请拆成几个文件上传", 413);

    /// <summary>The format is not taken.</summary>
    public static ErrorDefinition FormatUnknown { get; } = new(
        "EC3003", "The format is not taken",
        "不支持的文件格式（{0}）",
        "请上传 CSV、TSV、XLSX、XLS 或 JSON 文件，或其中之一的 ZIP 压缩包", 415);

    /// <summary>The extension does not fit the content.</summary>
    public static ErrorDefinition FormatMismatch { get; } = new(
        "EC3004", "The extension does not fit the content",
        "扩展名是“{0}”，内容却是{1}",
        "请用原软件另存为正确的格式，不要只改扩展名", 415);

    /// <summary>The encoding is neither UTF-8 nor GB18030.</summary>
    public static ErrorDefinition EncodingUnknown { get; } = new(
        "EC3005", "The encoding is neither UTF-8 nor GB18030",
        "文字编码既不是 UTF-8 也不是 GB18030（{0}）",
        "请另存为 UTF-8 编码的 CSV 后上传", 415);

    /// <summary>The file holds bytes that are no text.</summary>
    public static ErrorDefinition BinaryContent { get; } = new(
        "EC3006", "The file holds bytes that are no text",
        "文件中有二进制内容（第{0}字节），不是文本表格",
        "请核对是否选错文件", 415);

    /// <summary>No header row was found.</summary>
    public static ErrorDefinition HeaderMissing { get; } = new(
        "EC3007", "No header row was found",
        "找不到表头行",
        "请保留标准的栏目名称作为表头");

    /// <summary>A row or cell is too long.</summary>
    public static ErrorDefinition RecordTooLong { get; } = new(
        "EC3008", "A row or cell is too long",
        "第{0}行附近有过长的行或单元格（上限{1}字节）",
        "请核对引号是否成对、内容是否错误");

    /// <summary>The file has too many columns.</summary>
    public static ErrorDefinition TooManyColumns { get; } = new(
        "EC3009", "The file has too many columns",
        "文件有{0}列，超过上限{1}列",
        "请删除多余的空列");

    /// <summary>The file is damaged or truncated.</summary>
    public static ErrorDefinition ArchiveDamaged { get; } = new(
        "EC3010", "The file is damaged or truncated",
        "文件已损坏或不完整",
        "请重新导出并完整上传");

    /// <summary>The file inflates beyond the limit.</summary>
    public static ErrorDefinition ArchiveBomb { get; } = new(
        "EC3011", "The file inflates beyond the limit",
        "文件解压后超过上限（{0}）",
        "请核对文件；数据确实很多时请拆分或改用 CSV", 413);

    /// <summary>The file has too many parts or sheets.</summary>
    public static ErrorDefinition ArchiveCrowded { get; } = new(
        "EC3012", "The file has too many parts or sheets",
        "文件内的部件或工作表过多（{0}个，上限{1}个）",
        "请只保留要上传的一个工作表", 413);

    /// <summary>The file holds a part that is not allowed.</summary>
    public static ErrorDefinition ArchiveUnsafe { get; } = new(
        "EC3013", "The file holds a part that is not allowed",
        "文件内有不允许的内容（{0}）",
        "请用表格软件新建文件，只粘贴数据后上传");

    /// <summary>The workbook is protected by a password.</summary>
    public static ErrorDefinition WorkbookLocked { get; } = new(
        "EC3014", "The workbook is protected by a password",
        "工作簿有密码保护，无法读取",
        "请去除密码后上传");

    /// <summary>Columns without which no row can be taken are missing.</summary>
    public static ErrorDefinition ColumnsMissing { get; } = new(
        "EC3015", "Columns without which no row can be taken are missing",
        "缺少必需的栏目：{0}",
        "请按目录补齐栏目后上传");

    /// <summary>The catalogue has no such item.</summary>
    public static ErrorDefinition ItemUnknown { get; } = new(
        "EC3016", "The catalogue has no such item",
        "归集资源目录中没有“{0}”",
        "请核对上传路径中的事项代码", 404);

    /// <summary>The file has a header and no rows.</summary>
    public static ErrorDefinition NoRows { get; } = new(
        "EC3017", "The file has a header and no rows",
        "文件只有表头，没有数据行",
        "请核对导出是否成功后重新上传");

    /// <summary>A quote is never closed.</summary>
    public static ErrorDefinition QuoteOpen { get; } = new(
        "EC3018", "A quote is never closed",
        "第{0}行起有引号没有配对，其后的内容无法分行",
        "请核对该行的英文双引号后重新上传");

    /// <summary>Several sheets hold rows.</summary>
    public static ErrorDefinition SeveralSheets { get; } = new(
        "EC3019", "Several sheets hold rows",
        "工作簿中有多个含数据的工作表（{0}），无法确定上传哪一个",
        "请合并到一个工作表，或拆成几个文件上传");

    /// <summary>The JSON cannot be read.</summary>
    public static ErrorDefinition JsonIllegible { get; } = new(
        "EC3020", "The JSON cannot be read",
        "第{0}行起不是可以读取的 JSON：{1}",
        "请提交记录的数组，或每行一条记录（JSON Lines），每条记录是一个对象");

    /// <summary>The whole text was decoded wrongly before it reached us.</summary>
    public static ErrorDefinition TextGarbled { get; } = new(
        "EC3021", "The whole text was decoded wrongly before it reached us",
        "整个文件是乱码：{0}。表头“{1}”原应是“{2}”",
        "乱码另存后原字符多已丢失：请从原系统重新导出，用对应编码打开后再保存", 415);

    /// <summary>An archive holds several tables.</summary>
    public static ErrorDefinition SeveralFiles { get; } = new(
        "EC3022", "An archive holds several tables",
        "压缩包中有{0}个数据文件（{1}），无法确定上传哪一个",
        "请每个数据文件单独上传或单独压缩");

    /// <summary>An archive holds no table.</summary>
    public static ErrorDefinition ArchiveWithoutTable { get; } = new(
        "EC3023", "An archive holds no table",
        "压缩包中没有可以读取的数据文件",
        "请放入一个 CSV、TSV、XLSX、XLS 或 JSON 文件；不接受压缩包中的压缩包");

    /// <summary>An archive is protected by a password.</summary>
    public static ErrorDefinition ArchiveLocked { get; } = new(
        "EC3024", "An archive is protected by a password",
        "压缩包有密码保护，无法读取",
        "请去除密码后上传");
}
