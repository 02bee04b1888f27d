using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using EntCredit.Domain.Intake;
using EntCredit.Stores.Files;

namespace EntCredit.Stores.Tests.Files;

public sealed class ArchiveTableTests
{
    private const string Csv = "企业名称,注册日期\r\n界首样青公司,2020-07-01\r\n";

    [Fact]
    public async Task OpenAsync_OneTable_IsReadAsItself()
    {
        var (table, rows) = await Tables.ReadAsync(Tables.Zip(("说明.doc", "x"), ("__MACOSX/._数据.csv", "x"), ("七月/数据.csv", Csv)), "a.zip");
        Assert.Equal(("csv", "utf-8", 1), (table.Format, table.Encoding, table.HeaderLine));
        Assert.Equal("界首样青公司", Assert.Single(rows).Cells[0]);
    }

    [Fact]
    public async Task OpenAsync_WorkbookAndJson_AreRead()
    {
        Assert.Equal("甲", (await Tables.ReadAsync(Zip(("a.xlsx", Tables.Workbook(Tables.Row(1, "名称", "日期") + Tables.Row(2, "甲", "乙")))), "a.zip")).Rows[0].Cells[0]);
        Assert.Equal("甲", (await Tables.ReadAsync(Tables.Zip(("a.json", "[{\"名称\":\"甲\"}]")), "a.ZIP")).Rows[0].Cells[0]);
    }

    [Fact]
    public async Task OpenAsync_NamesOfAChineseWindows_AreRead()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Tables.Gb18030))
        using (var entry = archive.CreateEntry("行政许可数据.csv").Open())
            entry.Write(Tables.Gb18030.GetBytes(Csv));
        Assert.Equal("gb18030", (await Tables.ReadAsync(stream.ToArray(), "a.zip")).Table.Encoding);
    }

    [Fact]
    public Task OpenAsync_TwoTables_IsRefused() => Tables.RefusedAsync(IntakeErrors.SeveralFiles, Tables.Zip(("a.csv", Csv), ("b.csv", Csv)), "a.zip");

    [Theory]
    [InlineData("a.exe")]
    [InlineData("a.zip")]
    public Task OpenAsync_NoTable_IsRefused(string name) => Tables.RefusedAsync(IntakeErrors.ArchiveWithoutTable, Tables.Zip((name, "x")), "a.zip");

    [Fact]
    public Task OpenAsync_Nothing_IsRefused() => Tables.RefusedAsync(IntakeErrors.ArchiveWithoutTable, Tables.Zip(), "a.zip");

    [Theory]
    [InlineData("../a.csv")]
    [InlineData("/tmp/a.csv")]
    [InlineData("..\\..\\a.csv")]
    [InlineData("C:\\a.csv")]
    public Task OpenAsync_PathOutside_IsRefused(string name) => Tables.RefusedAsync(IntakeErrors.ArchiveUnsafe, Tables.Zip((name, Csv)), "a.zip");

    [Fact]
    public Task OpenAsync_Bomb_IsRefused() =>
        Tables.RefusedAsync(IntakeErrors.ArchiveBomb, Zip(("a.csv", new byte[30 << 20])), "a.zip");

    [Fact]
    public Task OpenAsync_MoreThanTheLimit_IsRefused() =>
        Tables.RefusedAsync(IntakeErrors.ArchiveBomb, Tables.Zip(("a.csv", string.Concat(Enumerable.Repeat(Csv, 1000)))), "a.zip", FileLimits.Default with { MaxBytes = 10_000 });

    [Fact]
    public Task OpenAsync_ThousandsOfFiles_IsRefused() =>
        Tables.RefusedAsync(IntakeErrors.ArchiveCrowded, Tables.Zip([.. Enumerable.Range(0, 2500).Select(n => ($"{n}.txt", "x"))]), "a.zip");

    [Theory]
    [InlineData(10)]
    [InlineData(1_000_000)]
    public Task OpenAsync_LyingLength_IsRefused(int length)
    {
        var bytes = Tables.Zip(("a.csv", string.Concat(Enumerable.Repeat(Csv, 20))));
        var directory = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(directory + 24), length);
        return Tables.RefusedAsync(IntakeErrors.ArchiveDamaged, bytes, "a.zip");
    }

    [Fact]
    public Task OpenAsync_Truncated_IsRefused()
    {
        var bytes = Tables.Zip(("a.csv", Csv));
        return Tables.RefusedAsync(IntakeErrors.ArchiveDamaged, bytes[..^30], "a.zip");
    }

    [Fact]
    public Task OpenAsync_PasswordMark_IsRefused()
    {
        var bytes = Tables.Zip(("a.csv", Csv));
        bytes[6] |= 1;
        bytes[bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        return Tables.RefusedAsync(IntakeErrors.ArchiveLocked, bytes, "a.zip");
    }

    [Fact]
    public Task OpenAsync_FaultyTableInside_IsRefusedAsItself() => Tables.RefusedAsync(IntakeErrors.BinaryContent, Zip(("a.csv", Encoding.UTF8.GetBytes(Csv + "\0"))), "a.zip");

    private static byte[] Zip(params (string Name, byte[] Bytes)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
