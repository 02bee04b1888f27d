using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EntCredit.EndToEnd.Tests.Running;

namespace EntCredit.EndToEnd.Tests;

/// <summary>C9 through the doors: a file and a post of one fact, with and without a declared channel.</summary>
[Collection(TownCollection.Name)]
public sealed class ChannelDoorTests(TownFixture fixture)
{
    private const string Key = "dev-" + Doors.Housing;

    private readonly Doors doors = fixture.Doors;

    [Fact]
    public async Task Upload_OfWhatAPostBrought_IsKeptAsEvidenceAndTold()
    {
        var record = (string)(await TakenAsync("channel-1", Permits.Body(Permits.Of(11, "界住建许渠〔2020〕1号"))))["results"]![0]!["record"]!;
        await doors.SettleAsync();
        var same = await UploadAsync("same.csv", Permits.Of(11, "界住建许渠〔2020〕1号"));
        var other = await UploadAsync("other.csv", Permits.Of(11, "界住建许渠〔2020〕1号", content: "人工录入的旧内容"));

        Assert.Equal((1, 0), Counts(await doors.BatchAsync(Doors.Housing, same)));
        Assert.Equal((1, 0), Counts(await doors.BatchAsync(Doors.Housing, other)));
        var (_, document) = await doors.CallAsync(HttpMethod.Get, "/api/v1/records/" + record, Key);
        Assert.Equal("建筑工程施工总承包三级", (string?)document!["fields"]!["XK_NR"]);
        var kept = document["history"]!.AsArray().Where(happened => (string?)happened!["what"] == "record.evidence-kept").Select(happened => happened!["evidence"]!).ToList();
        Assert.Equal(
            [$"direct-entry {same} True ", $"direct-entry {other} False 人工录入的旧内容"],
            kept.Select(evidence => $"{evidence["channel"]} {evidence["batch"]} {(bool)evidence["agrees"]!} {evidence["fields"]?["XK_NR"]}"));
        var receipt = await doors.JsonBlobAsync("receipts", $"{Doors.Housing}/{other}.json");
        Assert.Contains("EC3113", receipt!["warnings"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OfWhatAFileByTheFirstChannelBrought_CorrectsOrIsEvidenceAsItsChannelSays()
    {
        await UploadAsync("declared.csv", Permits.Of(12, "界住建许渠〔2020〕2号"), "credit-platform");

        var lesser = await TakenAsync("channel-2", Declared("government-sharing-platform", Permits.Of(12, "界住建许渠〔2020〕2号", content: "乙")));
        var equal = await TakenAsync("channel-3", Declared("credit-platform", Permits.Of(12, "界住建许渠〔2020〕2号", content: "丙")));

        Assert.Equal(("evidence", "EC3113"), ((string?)lesser["results"]![0]!["outcome"], (string?)lesser["results"]![0]!["findings"]![0]!["code"]));
        Assert.Contains("市信用平台数据接口", (string?)lesser["results"]![0]!["findings"]![0]!["message"], StringComparison.Ordinal);
        Assert.Equal("corrected", (string?)equal["results"]![0]!["outcome"]);
    }

    [Fact]
    public async Task Upload_TheSameBytesByAnotherChannel_AreKeptWithTheirRecords()
    {
        var permit = Permits.Of(13, "界住建许渠〔2020〕3号");
        var first = await UploadAsync("bytes.csv", permit);
        var again = await UploadAsync("bytes-again.csv", permit);
        var declared = await UploadAsync("bytes-declared.csv", permit, "credit-platform");

        Assert.Equal("repeated", (string?)(await doors.BatchAsync(Doors.Housing, again))["phase"]);
        Assert.Equal((1, 0), Counts(await doors.BatchAsync(Doors.Housing, declared)));
        var (_, document) = await doors.CallAsync(HttpMethod.Get, $"/api/v1/records/{first}-0000002", Key);
        Assert.Equal("credit-platform", (string?)Assert.Single(document!["history"]!.AsArray(), happened => happened!["evidence"] is not null)!["evidence"]!["channel"]);
    }

    [Fact]
    public async Task AnyDoor_AChannelThatTheDocumentDoesNotLay_IsRefusedWithThoseThatItDoes()
    {
        var file = await UploadAsync("unknown.csv", Permits.Of(14, "界住建许渠〔2020〕4号"), "pigeon");
        var (post, problem) = await doors.CallAsync(
            HttpMethod.Post, "/api/v1/records", Key, Declared("pigeon", Permits.Of(14, "界住建许渠〔2020〕5号")), ("Idempotency-Key", "channel-4"));
        var (link, refused) = await doors.CallAsync(HttpMethod.Post, "/api/v1/uploads", Key, """{"item":"permit","fileName":"a.csv","channel":"pigeon"}""");
        var (issued, answer) = await doors.CallAsync(HttpMethod.Post, "/api/v1/uploads", Key, """{"item":"permit","fileName":"a.csv","channel":"direct-entry"}""");

        Assert.Equal("EC3112", (string?)(await doors.BatchAsync(Doors.Housing, file))["refusal"]!["code"]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "EC3112"), (post.StatusCode, (string?)problem!["code"]));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "EC3112"), (link.StatusCode, (string?)refused!["code"]));
        Assert.Contains("credit-platform（市信用平台数据接口）", problem.ToJsonString(Readable.Json), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Created, "direct-entry"), (issued.StatusCode, (string?)answer!["headers"]!["x-ms-meta-channel"]));
    }

    private static (int Duplicates, int Accepted) Counts(JsonNode batch) => ((int)batch["counts"]!["duplicates"]!, (int)batch["counts"]!["accepted"]!);

    private static string Declared(string channel, JsonObject permit)
    {
        var body = JsonNode.Parse(Permits.Body(permit))!;
        body["channel"] = channel;
        return body.ToJsonString(Readable.Json);
    }

    private async Task<string> UploadAsync(string name, JsonObject permit, string? channel = null)
    {
        var csv = Samples.Csv.Of([[.. permit.Select(pair => pair.Key)], [.. permit.Select(pair => (string)pair.Value!)]]);
        var metadata = new Dictionary<string, string> { ["secrecyreview"] = "done" };
        if (channel is not null) metadata["channel"] = channel;
        var batch = await doors.UploadAsync($"{Doors.Housing}/permit/channel-{name}", Encoding.UTF8.GetBytes(csv), metadata);
        await doors.SettleAsync();
        return batch;
    }

    private async Task<JsonNode> TakenAsync(string key, string body)
    {
        var (answer, json) = await doors.CallAsync(HttpMethod.Post, "/api/v1/records", Key, body, ("Idempotency-Key", key));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode}: {json?.ToJsonString(Readable.Json)}");
        return json!;
    }
}
