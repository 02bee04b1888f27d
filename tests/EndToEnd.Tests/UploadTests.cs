using System.Text;
using EntCredit.EndToEnd.Tests.Running;
using EntCredit.Samples;
using EntCredit.Stores.Blobs;

namespace EntCredit.EndToEnd.Tests;

/// <summary>Files as departments really send them: twice, over another, to the wrong place, broken, empty.</summary>
[Collection(TownCollection.Name)]
public sealed class UploadTests(TownFixture fixture)
{
    private readonly Doors doors = fixture.Doors;

    [Fact]
    public async Task Upload_SameContentUnderAnotherName_SameReceiptAndNothingChanges()
    {
        var content = PermitFile.For(Enterprises.Name(21), Enterprises.Code(21), "重");
        var first = await doors.UploadAsync($"{Doors.Housing}/permit/first.csv", content, "done");
        await doors.SettleAsync();
        var before = (await doors.EnterpriseAsync(Enterprises.Code(21)))!.ToJsonString();

        var second = await doors.UploadAsync($"{Doors.Housing}/permit/second.csv", content, "done");
        await doors.SettleAsync();

        var repeated = await doors.BatchAsync(Doors.Housing, second);
        Assert.Equal("repeated", (string?)repeated["phase"]);
        Assert.Equal(first, (string?)repeated["sameAs"]);
        Assert.Equal((string?)(await doors.BatchAsync(Doors.Housing, first))["receipt"], (string?)repeated["receipt"]);
        Assert.Equal(before, (await doors.EnterpriseAsync(Enterprises.Code(21)))!.ToJsonString());
    }

    [Fact]
    public async Task Upload_SameNameWithOtherContent_IsAnotherBatch()
    {
        const string Path = Doors.Housing + "/permit/overwritten.csv";
        var first = await doors.UploadAsync(Path, PermitFile.For(Enterprises.Name(22), Enterprises.Code(22), "前"), "done");
        await doors.SettleAsync();
        var second = await doors.UploadAsync(Path, PermitFile.For(Enterprises.Name(22), Enterprises.Code(22), "后"), "done");
        await doors.SettleAsync();

        Assert.NotEqual(first, second);
        foreach (var batch in new[] { first, second })
            Assert.Equal("""{"published":1}""", (await doors.BatchAsync(Doors.Housing, batch))["records"]!.ToJsonString());
        var seen = (await doors.EnterpriseAsync(Enterprises.Code(22)))!.ToJsonString(Readable.Json);
        Assert.Contains("界住建许前〔2020〕1号", seen, StringComparison.Ordinal);
        Assert.Contains("界住建许后〔2020〕1号", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_RowsRepeatedInTheNextSegment_AreOneRecordEach()
    {
        // The second half is decided while the first is still on its way into the ledger.
        const int Rows = SegmentStore.RowsPerSegment - 200;
        var once = PermitFile.Of(Rows, "续");
        var twice = Encoding.UTF8.GetBytes(string.Join("\r\n", Encoding.UTF8.GetString(once).TrimEnd().Split("\r\n").Skip(1)) + "\r\n");
        var batch = await doors.UploadAsync($"{Doors.Housing}/permit/again-and-again.csv", [.. once, .. twice, .. twice], "done");
        await doors.SettleAsync();

        var progress = await doors.BatchAsync(Doors.Housing, batch);
        Assert.Equal(3, (int)progress["segmentsTaken"]!);
        Assert.Equal(
            (3 * Rows, Rows, 2 * Rows, 0),
            ((int)progress["counts"]!["rows"]!, (int)progress["counts"]!["accepted"]!, (int)progress["counts"]!["duplicates"]!, (int)progress["counts"]!["corrections"]!));
        Assert.Equal($$"""{"published":{{Rows}}}""", progress["records"]!.ToJsonString());
    }

    [Fact]
    public async Task Upload_BombsAndRubbish_LieInQuarantineWithTheirReasonsAndTheNextFileIsTaken()
    {
        var bomb = await doors.UploadAsync($"{Doors.Housing}/permit/bomb.zip", Bomb(), "done");
        var rubbish = await doors.UploadAsync($"{Doors.Housing}/permit/rubbish.xlsx", [0x50, 0x4B, 3, 4, .. new byte[100]], "done");
        var json = await doors.UploadAsync($"{Doors.Housing}/permit/next.json", PermitFile.AsJson(PermitFile.For(Enterprises.Name(24), Enterprises.Code(24), "后")), "done");
        await doors.SettleAsync();

        foreach (var (batch, code) in new[] { (bomb, "EC3011"), (rubbish, "EC3010") })
        {
            Assert.Equal(("refused", code), ((string?)(await doors.BatchAsync(Doors.Housing, batch))["phase"], (string?)(await doors.BatchAsync(Doors.Housing, batch))["refusal"]!["code"]));
            Assert.NotEmpty(await doors.BlobAsync("quarantine", $"{Doors.Housing}/{batch}"));
        }

        Assert.Equal((1, 0), ((int)(await doors.BatchAsync(Doors.Housing, json))["counts"]!["accepted"]!, (int)(await doors.BatchAsync(Doors.Housing, json))["counts"]!["refused"]!));
    }

    [Fact]
    public async Task Upload_OfSeveralSegmentsThatCorrectEachOther_TheLastRowStands()
    {
        var text = Encoding.UTF8.GetString(PermitFile.Of(2500, "段")).TrimEnd();
        var again = text.Split("\r\n")[1].Replace("总承包三级", "总承包二级", StringComparison.Ordinal);
        var batch = await doors.UploadAsync($"{Doors.Housing}/permit/many.csv", Encoding.UTF8.GetBytes($"{text}\r\n{again}\r\n合计,2501\r\n"), "done");
        await doors.SettleAsync();

        var counts = (await doors.BatchAsync(Doors.Housing, batch))["counts"]!;
        Assert.Equal((2501, 2501, 1), ((int)counts["rows"]!, (int)counts["accepted"]!, (int)counts["corrections"]!));
        var shown = (await doors.EnterpriseAsync(Enterprises.Code(1)))!.ToJsonString(Readable.Json);
        Assert.Contains("总承包二级", shown, StringComparison.Ordinal);
        var receipt = await doors.JsonBlobAsync("receipts", $"{Doors.Housing}/{batch}.json");
        Assert.Contains(receipt!["warnings"]!.AsArray(), warning => (string?)warning!["code"] == "EC2503");
    }

    private static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("a.csv").Open();
            entry.Write(new byte[20 << 20]);
        }

        return stream.ToArray();
    }

    [Fact]
    public async Task Upload_ByAnUnknownDepartment_IsRefusedWithItsCode()
    {
        var batch = await doors.UploadAsync("jieshou-nobody/permit/a.csv", PermitFile.For(Enterprises.Name(23), Enterprises.Code(23), "无"), "done");
        await doors.SettleAsync();

        // Nobody has its key: the operator sees it.
        var progress = await doors.BatchAsync(Doors.Supervision, batch);
        Assert.Equal(("refused", "EC3101"), ((string?)progress["phase"], (string?)progress["refusal"]!["code"]));
        var receipt = await doors.JsonBlobAsync("receipts", $"jieshou-nobody/{batch}.json");
        Assert.Equal("EC3101", (string?)receipt!["refusal"]!["code"]);
    }

    [Fact]
    public async Task Upload_OfAnotherDepartmentsItem_IsRefusedWithItsCode()
    {
        var batch = await doors.UploadAsync($"{Doors.Housing}/register/a.csv", "企业名称\n样"u8.ToArray());
        await doors.SettleAsync();
        var progress = await doors.BatchAsync(Doors.Housing, batch);
        Assert.Equal(("refused", "EC3102"), ((string?)progress["phase"], (string?)progress["refusal"]!["code"]));
    }

    [Fact]
    public async Task Upload_ThatIsNoTable_LiesInQuarantineAndTheNextFileIsTaken()
    {
        byte[] garbage = [.. Enumerable.Range(0, 5000).Select(n => (byte)(n * 7919 % 251))];
        var bad = await doors.UploadAsync($"{Doors.Housing}/permit/bad.csv", garbage);
        var good = await doors.UploadAsync($"{Doors.Housing}/permit/good.csv", PermitFile.For(Enterprises.Name(24), Enterprises.Code(24), "好"), "done");
        await doors.SettleAsync();

        var refused = await doors.BatchAsync(Doors.Housing, bad);
        Assert.Equal("refused", (string?)refused["phase"]);
        Assert.StartsWith("EC30", (string?)refused["refusal"]!["code"], StringComparison.Ordinal);
        Assert.NotEmpty((string)refused["refusal"]!["mend"]!);
        Assert.Equal(garbage, await doors.BlobAsync("quarantine", $"{Doors.Housing}/{bad}"));
        Assert.Equal("receipted", (string?)(await doors.BatchAsync(Doors.Housing, good))["phase"]);

        // Refused for what it is, not tried until it was poison.
        Assert.DoesNotContain(fixture.Town.Logs, line => line.Contains("poison list", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "EC3001")]
    [InlineData("甲,乙,丙\n1,2,3\n", "EC3007")]
    public async Task Upload_WithNothingToRead_IsRefusedWithItsCode(string content, string code)
    {
        var batch = await doors.UploadAsync($"{Doors.Housing}/permit/{code}.csv", Encoding.UTF8.GetBytes(content));
        await doors.SettleAsync();
        var progress = await doors.BatchAsync(Doors.Housing, batch);
        Assert.Equal(("refused", code), ((string?)progress["phase"], (string?)progress["refusal"]!["code"]));
        Assert.NotNull(progress["receipt"]);
    }

    [Fact]
    public async Task Upload_OfASubjectThatTheRegisterBringsLater_IsParkedAndThenPublic()
    {
        var code = Codes.Credit(777);
        var batch = await doors.UploadAsync($"{Doors.Housing}/permit/parked.csv", PermitFile.For("界首样未登记有限公司", code, "寄"), "done");
        await doors.SettleAsync();
        Assert.Equal("""{"parked":1}""", (await doors.BatchAsync(Doors.Housing, batch))["records"]!.ToJsonString());
        Assert.Null(await doors.EnterpriseAsync(code));

        var register = Csv.Of([["企业名称", "统一社会信用代码", "注册日期"], ["界首样未登记有限公司", code, "2020-07-03"]]);
        await doors.UploadAsync($"{Doors.Registrar}/register/late.csv", Encoding.UTF8.GetBytes(register), "done");
        await doors.SettleAsync();
        Assert.Equal("""{"published":1}""", (await doors.BatchAsync(Doors.Housing, batch))["records"]!.ToJsonString());
        var items = (await doors.EnterpriseAsync(code))!["records"]!.AsArray().Select(record => (string)record!["item"]!).Order(StringComparer.Ordinal);
        Assert.Equal(["permit", "register"], items);
    }
}
