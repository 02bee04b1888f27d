using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Files;

namespace EntCredit.Stores.Tests.Files;

/// <summary>Files made with known faults: whatever their format, what is found names exactly these.</summary>
public sealed class KnownFaultsTests
{
    private static readonly string[] Header =
        ["行政相对人名称", "行政相对人类别", "统一社会信用代码", "法定代表人", "行政许可决定文书名称", "行政许可决定文书号", "许可类别", "许可内容", "许可决定日期", "有效期自", "有效期至", "许可机关", "当前状态"];

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Code, bool Refuses, Func<string[], int, string[]> Make)[] Faults =
    [
        ("", false, (row, _) => row),
        ("EC2107", false, (row, _) => With(row, 2, row[2].ToLowerInvariant() + " ")),
        ("EC2107", false, (row, _) => With(row, 2, string.Concat(row[2].Select(c => (char)(c + 0xFEE0))))),
        ("EC2101", true, (row, _) => With(row, 2, row[2][..17])),
        ("EC2102", true, (row, _) => With(row, 2, string.Concat("O", row[2].AsSpan(1)))),
        ("EC2103", true, (row, _) => With(row, 2, row[2][..17] + (row[2][17] == '0' ? '1' : '0'))),
        ("EC2104", true, (row, _) => With(row, 2, "9.1349999E+17")),
        ("EC2302", true, (row, _) => With(row, 0, "——")),
        ("EC2301", true, (row, _) => With(row, 2, "无")),
        ("EC2206", false, (row, _) => With(row, 8, "44013")),
        ("EC2207", false, (row, _) => With(row, 8, "二〇二〇年七月一日")),
        ("EC2202", true, (row, _) => With(row, 8, "2020-02-30")),
        ("EC2203", true, (row, _) => With(row, 8, "3/4/2020")),
        ("EC2201", true, (row, _) => With(row, 8, "昨天")),
        ("EC2204", true, (row, _) => With(row, 8, "2020-07-11")),
        ("EC2205", true, (row, _) => With(row, 10, "2020-06-30")),
        ("EC2402", true, (row, _) => With(row, 12, "也许")),
        ("EC2403", false, (row, _) => With(row, 6, "别的许可")),
        ("EC2401", true, (row, _) => With(row, 5, new string('号', 200))),
        ("EC2304", true, (row, _) => With(row, 1, "自然人")),
        ("EC2303", false, (row, _) => With(row, 11, "")),
        ("EC2408", false, (row, _) => With(row, 11, "2020-07-01")),
        ("EC2002", true, (row, _) => With(row, 7, "锟斤拷锟斤拷")),
        ("EC2004", true, (row, _) => With(row, 7, "浼佷笟鍚嶇О鍚嶇О")),
        ("EC2305", false, (row, _) => With(row, 5, "无文号")),
        ("EC2501", false, (_, line) => Row(line - 1)),
    ];

    public static TheoryData<string> Formats => ["csv/utf-8", "csv/gb18030", "csv/utf-16", "tsv/utf-8", "tsv/gb18030", "xlsx", "json", "jsonl", "zip/csv", "zip/xlsx"];

    [Theory]
    [MemberData(nameof(Formats))]
    public Task Check_OfRowsWithKnownFaults_NamesExactlyThese(string format) =>
        Gen.Int[0, Faults.Length - 1].Array[1, 40].SampleAsync(
            async chosen =>
            {
                // A repetition repeats a good row.
                for (var n = 0; n < chosen.Length; n++)
                    if (Faults[chosen[n]].Code == "EC2501" && (n == 0 || chosen[n - 1] != 0)) chosen[n] = 0;
                var rows = chosen.Select((fault, n) => Faults[fault].Make(Row(n + 2), n + 2)).ToList();
                var (bytes, name) = Write(format, rows);
                var (counts, findings) = await CheckAsync(bytes, name);
                Assert.Equal(
                    [.. chosen.Select((fault, n) => (Line: n + 2, Faults[fault].Code, Faults[fault].Refuses)).Where(fault => fault.Code.Length > 0)],
                    findings.Select(finding => (finding.Line, finding.Code, finding.Severity == Severity.Error)));
                Assert.Equal((rows.Count, chosen.Count(fault => Faults[fault].Refuses)), ((int)counts.Rows, (int)counts.Refused));
            },
            iter: 12);

    [Theory]
    [InlineData(',')]
    [InlineData('\t')]
    [InlineData(';')]
    [InlineData('|')]
    public async Task Check_TitlesWithOtherSeparatorsAboveAndTotalsBelow_FindsTheTable(char separator)
    {
        var text = "界首市住房和城乡建设局，许可一览；2020年7月|第一批\r\n单位: 个, 项, 件, 条; 共, 一, 批\r\n\r\n"
            + string.Join(separator, Header) + "\r\n" + string.Join(separator, Row(5)) + "\r\n" + string.Join(separator, Row(6)) + "\r\n"
            + $"合计{separator}{separator}2\r\n\r\n填报人：张示例{separator}审核人：李示例\r\n";
        var (counts, findings) = await CheckAsync(Encoding.UTF8.GetBytes(text), "a.csv");
        Assert.Equal((2, 2), ((int)counts.Rows, (int)counts.Accepted));
        Assert.Equal([(7, "EC2503"), (9, "EC2503")], findings.Select(finding => (finding.Line, finding.Code)));
    }

    [Theory]
    [InlineData("\r\n\r\n")]
    [InlineData("\n")]
    [InlineData(",")]
    [InlineData("\uFEFF")]
    public async Task Check_NothingButBlanks_HasNoHeader(string text) =>
        Assert.Equal("EC3007", (await Assert.ThrowsAsync<FileRefusedException>(() => CheckAsync(Encoding.UTF8.GetBytes(text), "a.csv"))).Error.Code);

    [Fact]
    public async Task Check_WholeFileGarbled_SaysSo()
    {
        var good = Encoding.UTF8.GetBytes(string.Join(',', Header) + "\n" + string.Join(',', Row(2)) + "\n");
        var garbled = Encoding.UTF8.GetBytes(Tables.Gb18030.GetString(good));
        var refused = await Assert.ThrowsAsync<FileRefusedException>(() => CheckAsync(garbled, "a.csv"));
        Assert.Equal("EC3021", refused.Error.Code);
        Assert.Contains("行政相对人", refused.Message, StringComparison.Ordinal);
    }

    private static string[] With(string[] row, int column, string value)
    {
        row[column] = value;
        return row;
    }

    private static string[] Row(int line)
    {
        var body = $"91349999MA{line.ToString("D7", CultureInfo.InvariantCulture)}";
        var inner = Enumerable.Range(0, 10).Select(digit => body[..16] + digit).Concat([body[..16] + 'X']).First(full => CreditCode.InnerCheckHolds(full));
        var code = inner + CreditCode.CheckCharacter(inner);
        return
        [
            $"界首样{(char)(0x4E00 + line)}公司", "02", code, "张示例", "准予行政许可决定书", $"界住建许〔2020〕{line}号", "01", "建筑工程施工总承包三级", "2020-07-01", "2020-07-01", "2025-06-30",
            "界首市住房和城乡建设局", "1",
        ];
    }

    private static (byte[] Bytes, string Name) Write(string format, List<string[]> rows)
    {
        switch (format)
        {
            case "csv/utf-8": return (Encoding.UTF8.GetBytes(Text(rows, ',')), "a.csv");
            case "csv/gb18030": return (Tables.Gb18030.GetBytes(Text(rows, ',')), "a.csv");
            case "csv/utf-16": return ([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text(rows, ','))], "a.csv");
            case "tsv/utf-8": return (Encoding.UTF8.GetBytes(Text(rows, '\t')), "a.tsv");
            case "tsv/gb18030": return (Tables.Gb18030.GetBytes(Text(rows, '\t')), "a.txt");
            case "xlsx": return (Tables.Workbook(string.Concat(rows.Prepend(Header).Select((row, n) => Tables.Row(n + 1, row)))), "a.xlsx");
            // The array's opening bracket stands where other formats have their header.
            case "json": return (Encoding.UTF8.GetBytes("[\n" + string.Join(",\n", rows.Select(Object)) + "\n]"), "a.json");
            case "jsonl": return (Encoding.UTF8.GetBytes("\n" + string.Join('\n', rows.Select(Object))), "a.jsonl");
            case "zip/csv": return (Tables.Zip(("a.csv", Text(rows, ','))), "a.zip");
            default:
                var workbook = Write("xlsx", rows).Bytes;
                using (var stream = new MemoryStream())
                {
                    using (var archive = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
                    {
                        using var entry = archive.CreateEntry("许可.xlsx").Open();
                        entry.Write(workbook);
                    }

                    return (stream.ToArray(), "a.zip");
                }
        }
    }

    private static string Text(List<string[]> rows, char separator) =>
        string.Concat(rows.Prepend(Header).Select(row => string.Join(separator, row) + "\r\n"));

    private static string Object(string[] row) => JsonSerializer.Serialize(
        Header.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second), Relaxed);

    private static async Task<(ReceiptCounts Counts, List<Finding> Findings)> CheckAsync(byte[] bytes, string name)
    {
        using var stream = new MemoryStream(bytes);
        await using var file = await CheckedFile.OpenAsync(
            stream, name, ResourceCatalogue.Default, "permit", new DateOnly(2020, 7, 10), FileLimits.Default, CancellationToken.None);
        var findings = new List<Finding>();
        return (await FileCheck.RunAsync(file, findings.Add, CancellationToken.None), findings);
    }
}
