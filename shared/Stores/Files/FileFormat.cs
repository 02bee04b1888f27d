using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>Tells a file's format by its first bytes, and refuses where its extension says otherwise.</summary>
internal static class FileFormat
{
    public const string Csv = "csv";
    public const string Tsv = "tsv";
    public const string Xlsx = "xlsx";
    public const string Xls = "xls";
    public const string Json = "json";
    public const string JsonLines = "jsonl";
    public const string Zip = "zip";

    /// <summary>csv (any text), json (array or lines), xlsx, xls or zip.</summary>
    public static async Task<string> FindAsync(Stream stream, string fileName, CancellationToken cancellationToken)
    {
        var head = new byte[512];
        stream.Position = 0;
        var count = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        var extension = ExtensionOf(fileName);
        var content = ContentOf(head.AsSpan(0, count));
        return (extension, content) switch
        {
            ("xlsx", "zip") => Xlsx,
            ("xls", "ole") => Xls,
            ("zip", "zip") => Zip,
            // An encrypted workbook is wrapped in the old container; the library tells.
            ("xlsx", "ole") => Xls,
            ("csv" or "tsv" or "txt", "text") => Csv,
            ("json" or "jsonl" or "ndjson", "text") => Json,
            ("csv" or "tsv" or "txt" or "xlsx" or "xls" or "json" or "jsonl" or "ndjson" or "zip", _) =>
                throw new FileRefusedException(IntakeErrors.FormatMismatch, "." + extension, NameOf(content)),
            _ => throw new FileRefusedException(IntakeErrors.FormatUnknown, extension.Length == 0 ? "没有扩展名" : "." + Cut(extension)),
        };
    }

    /// <summary>Whether a file's name promises a table: a file that an archive may bring.</summary>
    public static bool IsTable(string fileName) => ExtensionOf(fileName) is "csv" or "tsv" or "txt" or "xlsx" or "xls" or "json" or "jsonl" or "ndjson";

    private static string ExtensionOf(string fileName) => Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant();

    private static string ContentOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8)) return "zip";
        if (head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return "ole";
        if (head.StartsWith("%PDF"u8)) return "pdf";
        if (head.StartsWith("Rar!"u8) || head.StartsWith<byte>([0x37, 0x7A, 0xBC, 0xAF]) || head.StartsWith<byte>([0x1F, 0x8B])) return "archive";
        var text = head.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? head[3..] : head;
        text = text.TrimStart(" \t\r\n"u8);
        return text.StartsWith("<?xml"u8) || text.StartsWith("<html"u8) || text.StartsWith("<HTML"u8) || text.StartsWith("<!DOCTYPE"u8) || text.StartsWith("<table"u8)
            ? "markup"
            : "text";
    }

    private static string NameOf(string content) => content switch
    {
        "zip" => "压缩包或 XLSX 工作簿",
        "ole" => "旧版 Office 文件",
        "pdf" => "PDF 文件",
        "archive" => "RAR、7Z 或 GZIP 压缩包",
        "markup" => "网页或 XML",
        _ => "文本",
    };

    private static string Cut(string extension) => extension.Length <= 16 ? extension : extension[..16];
}
