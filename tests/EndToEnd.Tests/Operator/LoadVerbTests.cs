using System.Net;
using System.Text.Json.Nodes;
using EntCredit.EndToEnd.Tests.Running;

namespace EntCredit.EndToEnd.Tests.Operator;

/// <summary>Data files that come while the system runs.</summary>
public sealed class LoadVerbTests(OperatorFixture fixture) : IClassFixture<OperatorFixture>
{
    // SHA-256 of "dev-jieshou-nobody", an invented key.
    private static readonly string Hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("dev-jieshou-nobody"u8));

    private readonly OperatorTown town = fixture.Town;

    [Fact]
    public async Task Departments_ANewOne_IsSaidThenTakenUpThenStillThereAfterARestart()
    {
        var file = fixture.FileOf("departments.json", Departments(all =>
        {
            var added = all[1]!.DeepClone();
            (added["id"], added["name"], added["keys"]![0]!["hash"]) = ("jieshou-water", "界首市水利局", Hash);
            all.Add(added);
            all[2]!["roles"]!.AsArray().Add("approver");
        }));

        var dry = await LoadAsync("departments", file, "--dry-run");
        Assert.Equal(0, dry.Exit);
        Assert.Contains("将会变化", dry.Said, StringComparison.Ordinal);
        Assert.Contains("新增部门 jieshou-water（界首市水利局），职责：provider、approver；密钥 1 个", dry.Said, StringComparison.Ordinal);
        Assert.Contains("部门 jieshou-enforcement（界首市城市管理行政执法局）：新增职责 approver", dry.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(Hash[..12], dry.Said, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await OpensAsync());

        var loaded = await LoadAsync("departments", file);
        Assert.Equal((0, true), (loaded.Exit, loaded.Said.StartsWith("已加载", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, await WithinSecondsAsync(HttpStatusCode.OK));

        Assert.Equal((0, "没有变化"), (await LoadAsync("departments", file)) is var (exit, said, _) ? (exit, said) : default);
        Assert.Single(LedgerReading.EventsOf(town.Ledger, "law-departments")["law-departments"]);

        // Its uploads are taken, and by the same law after a restart.
        var batch = await town.Doors.UploadAsync("jieshou-water/permit/new.csv", PermitFile.Of(2, "水"), "done");
        await town.Doors.SettleAsync();
        Assert.Contains("batch.receipted", LedgerReading.EventsOf(town.Ledger, "batch-" + batch)["batch-" + batch]);
        Assert.DoesNotContain("batch.refused", LedgerReading.EventsOf(town.Ledger, "batch-" + batch)["batch-" + batch]);
        await town.RestartAsync();
        Assert.Equal(HttpStatusCode.OK, await OpensAsync());
    }

    [Fact]
    public async Task Departments_WithErrors_GivesEachAndChangesNothing()
    {
        var file = fixture.FileOf("broken.json", Departments(all =>
        {
            all[0]!["level"] = "galaxy";
            all[1]!["region"] = "1";
        }));

        var (exit, _, wrong) = await LoadAsync("departments", file);
        Assert.Equal(1, exit);
        var lines = wrong.Split('\n');
        Assert.Contains(lines, line => line.StartsWith("broken.json $.departments[0].level EC5004", StringComparison.Ordinal) && line.Contains("county", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("broken.json $.departments[1].region EC5009", StringComparison.Ordinal));
        Assert.Equal(2, lines.Length);
    }

    [Fact]
    public async Task Profile_AnotherClock_IsSaidWithItsArticleAndHoldsForWhatComes()
    {
        var profile = Read("Jurisdictions", "jieshou.json");
        profile["clocks"]!["collection"]!["term"]!["count"] = 5;
        var file = fixture.FileOf("jieshou.json", profile.ToJsonString(Readable.Json));

        // Bound before: seven working days from the sample's day.
        var before = await DueAsync("老");
        var dry = await LoadAsync("profile", file, "--dry-run");
        Assert.Contains("期限 collection：由 7 个工作日（T1，自信息产生之日起，界政办〔2020〕5号 四） 改为 5 个工作日（T1，自信息产生之日起，界政办〔2020〕5号 四）", dry.Said, StringComparison.Ordinal);
        Assert.Equal(0, (await LoadAsync("profile", file)).Exit);
        var after = await DueAsync("新");
        Assert.True(after.Due < before.Due, $"{before} {after}");

        // What was bound keeps its day.
        Assert.Equal(before.Due, await DueOfAsync(before.Record));
    }

    [Fact]
    public async Task Catalogue_AnotherField_IsSaidAndAnItemMayNotGo()
    {
        var catalogue = Read("Catalogue", "catalogue.json");
        var field = catalogue["items"]![0]!["fields"]!.AsArray().Last(one => one!["maxLength"] is not null)!;
        field["maxLength"] = (int)field["maxLength"]! + 1;
        var dry = await LoadAsync("catalogue", fixture.FileOf("catalogue.json", catalogue.ToJsonString(Readable.Json)), "--dry-run");
        Assert.Contains($"（{(string?)field["name"]}）变化：长度 {(int)field["maxLength"]! - 1}→{(int)field["maxLength"]!}", dry.Said, StringComparison.Ordinal);
        Assert.Equal(0, (await LoadAsync("catalogue", Path.Combine(Path.GetDirectoryName(fixture.FileOf("x", ""))!, "catalogue.json"))).Exit);

        var gone = (string)catalogue["items"]!.AsArray().Last()!["code"]!;
        catalogue["items"]!.AsArray().RemoveAt(catalogue["items"]!.AsArray().Count - 1);
        var (exit, _, wrong) = await LoadAsync("catalogue", fixture.FileOf("less.json", catalogue.ToJsonString(Readable.Json)));
        Assert.Equal(1, exit);
        Assert.Contains($"事项“{gone}”", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_ANotice_IsLoadedOnce()
    {
        var file = fixture.FileOf("notices.json", """
            {"format":1,"notices":[{"id":"content_9999998","year":2029,"issued":"2028-11-30","issuedCertain":true,
            "daysOff":[{"name":"元旦","from":"2029-01-01","to":"2029-01-02"}],"makeUpDays":[]}]}
            """);
        var dry = await LoadAsync("calendar", file, "--dry-run");
        Assert.True(dry.Exit == 0, dry.Wrong);
        Assert.Contains("新增通知 content_9999998", dry.Said, StringComparison.Ordinal);
        Assert.StartsWith("已加载", (await LoadAsync("calendar", file)).Said, StringComparison.Ordinal);
        Assert.Equal("没有变化", (await LoadAsync("calendar", file)).Said);
    }

    private async Task<(string Record, DateOnly Due)> DueAsync(string series)
    {
        var batch = await town.Doors.UploadAsync($"{Doors.Housing}/permit/{series}.csv", PermitFile.Of(1, series), "done");
        await town.Doors.SettleAsync();
        var record = batch + "-0000002";
        return (record, await DueOfAsync(record));
    }

    private async Task<DateOnly> DueOfAsync(string record)
    {
        var (status, body) = await town.Doors.SendAsync(HttpMethod.Get, $"/api/v1/records/{record}/duties/T1", "dev-" + Doors.Housing);
        Assert.True(status == HttpStatusCode.OK, body.ToJsonString(Readable.Json));
        return DateOnly.Parse((string)body["due"]!, System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<(int Exit, string Said, string Wrong)> LoadAsync(string kind, string file, params string[] more) =>
        await Tool.RunAsync(Tool.Key, ["load", kind, file, .. more, .. town.Url]);

    private async Task<HttpStatusCode> OpensAsync()
    {
        using var answer = await town.Doors.AnswerAsync(HttpMethod.Get, "/api/v1/batches", "dev-jieshou-nobody");
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> WithinSecondsAsync(HttpStatusCode wanted)
    {
        for (var attempt = 0; attempt < 100 && await OpensAsync() != wanted; attempt++) await Task.Delay(100, TestContext.Current.CancellationToken);
        return await OpensAsync();
    }

    private static string Departments(Action<JsonArray> change)
    {
        var file = Read("Departments", "departments.json");
        change(file["departments"]!.AsArray());
        return file.ToJsonString(Readable.Json);
    }

    private static JsonNode Read(string folder, string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "shared", "Domain", folder, name)))!;
}
