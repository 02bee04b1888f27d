using System.Text;
using CsCheck;
using EntCredit.Domain.Catalogue;
using EntCredit.Stores.Files;

namespace EntCredit.Stores.Tests.Files;

/// <summary>Any bytes at all, by any name that is taken, end in counted rows or in a numbered refusal.</summary>
public class AnyBytesTests
{
    private const string Table = "行政相对人名称,统一社会信用代码,行政许可决定文书号,许可决定日期\r\n\"界首样青公司\",91349999MA2N0001XN,一号,2020-07-01\r\n界首样禾公司,91349999MA2N0001XN,二号,44013\r\n合计,2\r\n";

    private static readonly byte[] Workbook = Tables.Workbook(string.Concat(Table.Split("\r\n").Select((line, n) => Tables.Row(n + 1, line.Trim('"').Split(',')))));
    private static readonly byte[] Json = Encoding.UTF8.GetBytes("""[{"行政相对人名称":"界首样青公司","统一社会信用代码":"91349999MA2N0001XN","行政许可决定文书号":"一\u53f7","许可决定日期":"2020-07-01"},{"行政相对人名称":null,"备注":[1,{"a":true}]}]""");
    private static readonly byte[] Lines = Encoding.UTF8.GetBytes("{\"行政相对人名称\":\"界首样青公司\",\"统一社会信用代码\":\"91349999MA2N0001XN\"}\n{\"行政许可决定文书号\":\"一号\",\"许可决定日期\":44013}\n");

    public static TheoryData<string> Names => ["a.csv", "a.tsv", "a.txt", "a.xlsx", "a.xls", "a.json", "a.jsonl", "a.zip", "a.doc", "a"];

    public static TheoryData<string, byte[]> Good => new()
    {
        { "a.csv", Tables.Gb18030.GetBytes(Table) },
        { "a.csv", Encoding.UTF8.GetBytes(Table) },
        { "a.tsv", Encoding.Unicode.GetBytes("\uFEFF" + Table.Replace(',', '\t')) },
        { "a.xlsx", Workbook },
        { "a.json", Json },
        { "a.jsonl", Lines },
        { "a.zip", Tables.Zip(("a.csv", Table)) },
        { "a.zip", Tables.Zip(("a.json", Encoding.UTF8.GetString(Json)), ("b.doc", "x")) },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public Task Check_RandomBytes_EndWell(string name) => Gen.Byte.Array[0, 600].SampleAsync(bytes => EndsWellAsync(bytes, name), iter: 300);

    [Theory]
    [InlineData("a.csv", "行政许可决定文书号名称,\"\r\n;\t|a1 =\uFFFD合计")]
    [InlineData("a.json", "[]{}\",:\\u名称 0e-1tfn\n")]
    [InlineData("a.jsonl", "{}\",:a1\n")]
    public Task Check_RandomText_EndsWell(string name, string letters) =>
        Gen.Char[letters].Array[0, 200].SampleAsync(chars => EndsWellAsync(Encoding.UTF8.GetBytes(chars), name), iter: 500);

    [Theory]
    [MemberData(nameof(Good), DisableDiscoveryEnumeration = true)]
    public async Task Check_DamagedFile_EndsWell(string name, byte[] good)
    {
        Assert.True(await IsReadAsync(good, name));
        await Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte, Gen.Int[0, good.Length - 1], Gen.Byte, Gen.Int[1, good.Length]).SampleAsync(
            async (at, value, other, second, length) =>
            {
                var bytes = good.ToArray();
                bytes[at] = value;
                bytes[other] = second;
                await EndsWellAsync(length % 4 == 0 ? bytes[..length] : bytes, name);
            },
            iter: 500);
    }

    [Theory]
    [MemberData(nameof(Good), DisableDiscoveryEnumeration = true)]
    public Task Check_FileWithAStretchRepeatedOrMissing_EndsWell(string name, byte[] good) =>
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, good.Length - 1], Gen.Int[0, 3]).SampleAsync(
            (from, until, times) => EndsWellAsync(
                [.. good[..Math.Min(from, until)], .. Enumerable.Repeat(good[Math.Min(from, until)..Math.Max(from, until)], times).SelectMany(part => part), .. good[Math.Max(from, until)..]], name),
            iter: 150);

    [Fact]
    public Task Check_OldContainerWithRandomBytes_EndsWell() =>
        Gen.Byte.Array[504, 2000].SampleAsync(bytes => EndsWellAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. bytes], "a.xls"), iter: 200);

    private static Task EndsWellAsync(byte[] bytes, string name) => IsReadAsync(bytes, name);

    private static async Task<bool> IsReadAsync(byte[] bytes, string name)
    {
        using var stream = new MemoryStream(bytes);
        try
        {
            await using var file = await CheckedFile.OpenAsync(
                stream, name, ResourceCatalogue.Default, "permit", new DateOnly(2020, 7, 10), FileLimits.Default, CancellationToken.None);
            var counts = await FileCheck.RunAsync(file, finding => Assert.NotEmpty(finding.Message), CancellationToken.None);
            Assert.True(counts.Rows > 0);
            Assert.Equal(counts.Rows, counts.Accepted + counts.Refused + counts.Duplicates);
            return true;
        }
        catch (FileRefusedException e)
        {
            Assert.Matches("^EC3", e.Error.Code);
            Assert.DoesNotContain("{", e.Message, StringComparison.Ordinal);
            return false;
        }
    }
}
