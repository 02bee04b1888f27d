using System.Text;
using CsCheck;
using EntCredit.Stores.Files;

namespace EntCredit.Stores.Tests.Files;

/// <summary>Any bytes at all end in a table or in a numbered refusal.</summary>
public class AnyBytesTests
{
    private static readonly byte[] Workbook = Tables.Workbook(Tables.Row(1, "名称", "日期") + Tables.Row(2, "甲", "2020-07-01"));
    private static readonly byte[] Csv = Tables.Gb18030.GetBytes("名称,日期\r\n\"甲\",2020-07-01\r\n乙,2020-07-02\r\n");

    private static async Task EndsWellAsync(byte[] bytes, string name)
    {
        try
        {
            await Tables.ReadAsync(bytes, name);
        }
        catch (FileRefusedException e)
        {
            Assert.Matches("^EC3", e.Error.Code);
        }
    }

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.xlsx")]
    [InlineData("a.xls")]
    public Task OpenAsync_RandomBytes_EndWell(string name) => Gen.Byte.Array[0, 600].SampleAsync(bytes => EndsWellAsync(bytes, name), iter: 300);

    [Fact]
    public Task OpenAsync_RandomText_EndsWell() =>
        Gen.Char["名称,\"\r\n;\t|a1 =\uFFFD"].Array[0, 200].SampleAsync(chars => EndsWellAsync(Encoding.UTF8.GetBytes(chars), "a.csv"), iter: 500);

    [Fact]
    public Task OpenAsync_DamagedCsv_EndsWell() => DamagedAsync(Csv, "a.csv");

    [Fact]
    public Task OpenAsync_DamagedWorkbook_EndsWell() => DamagedAsync(Workbook, "a.xlsx");

    [Fact]
    public Task OpenAsync_OldContainerWithRandomBytes_EndsWell() =>
        Gen.Byte.Array[504, 2000].SampleAsync(bytes => EndsWellAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. bytes], "a.xls"), iter: 200);

    private static Task DamagedAsync(byte[] good, string name) =>
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte, Gen.Int[0, good.Length - 1], Gen.Byte, Gen.Int[1, good.Length]).SampleAsync(
            (at, value, other, second, length) =>
            {
                var bytes = good.ToArray();
                bytes[at] = value;
                bytes[other] = second;
                return EndsWellAsync(length % 4 == 0 ? bytes[..length] : bytes, name);
            },
            iter: 500);
}
