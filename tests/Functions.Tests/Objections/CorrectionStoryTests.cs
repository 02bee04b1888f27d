using System.Net;

namespace EntCredit.Functions.Tests.Objections;

/// <summary>各部门提供的数据出现错误的,应当在发现之日起3个工作日内,书面报请…予以更正 (湘商改〔2016〕7号 第十八条), by the doors.</summary>
[Collection("cases")]
public sealed class CorrectionStoryTests(CaseStorage storage)
{
    private const string Provider = "hunan-housing", Operator = "hunan-aic", Record = "r-1";

    [Fact]
    public async Task Correction_AskedForWithinThreeDays_IsCarriedOutAndShown()
    {
        await using var town = await CaseTown.StartAsync(storage, "2020-07-13 10:00");
        await town.PublishPenaltyAsync(Record, Provider, "hunan");
        var id = await DiscoverAsync(town);
        Assert.Equal([$"T15 {Provider} 2020-07-16 Open"], await town.DutiesAsync("correction-" + id));
        Assert.Equal("EC4207", (await town.SendAsync(HttpMethod.Post, $"/api/v1/corrections/{id}/carry-out", Operator)).ErrorCode);
        Assert.Equal("EC4204", (await RequestAsync(town, id, notice: "")).ErrorCode);
        Assert.Equal("EC4202", (await town.SendAsync(HttpMethod.Post, $"/api/v1/corrections/{id}/request", Operator, new { notice = "n" })).ErrorCode);

        town.MoveTo("2020-07-16 23:59");
        Assert.Equal(HttpStatusCode.OK, (await RequestAsync(town, id)).Status);
        Assert.Equal([$"T15 {Provider} 2020-07-16 Met"], await town.DutiesAsync("correction-" + id));
        Assert.Equal(HttpStatusCode.OK, (await RequestAsync(town, id)).Status);

        town.MoveTo("2020-07-17 10:00");
        await town.ActAsync("corrections", id, "carry-out", Operator);
        await town.ActAsync("corrections", id, "carry-out", Operator);
        Assert.Equal(HttpStatusCode.OK, (await RequestAsync(town, id)).Status);
        var record = (await town.PublicAsync())["records"]![0]!;
        Assert.Equal("2020-07-17", (string?)record["correctedOn"]);
        Assert.Contains(record["fields"]!.AsArray(), field => (string?)field!["code"] == "CF_NR_FK" && (string?)field["value"] == "0.5");
        await town.EndAsync("correction-" + id);
    }

    [Fact]
    public async Task Correction_NotAskedFor_IsNotedOverdue()
    {
        await using var town = await CaseTown.StartAsync(storage, "2020-07-13 10:00");
        await town.PublishPenaltyAsync(Record, Provider, "hunan");
        var id = await DiscoverAsync(town);
        town.MoveTo("2020-07-17 00:00");
        await town.EndAsync("correction-" + id);
        var history = (await town.SendAsync(HttpMethod.Get, "/api/v1/corrections/" + id, Provider)).Json["history"]!.AsArray();
        Assert.Equal("correction.overdue", (string?)history[^1]!["what"]);
    }

    [Fact]
    public async Task Correction_OfAnothersRecord_IsNotThere()
    {
        await using var town = await CaseTown.StartAsync(storage, "2020-07-13 10:00");
        await town.PublishPenaltyAsync(Record, Provider, "hunan");
        var foreign = await town.SendAsync(HttpMethod.Post, "/api/v1/corrections", "hunan-high-court", new { record = Record, what = "x" });
        Assert.Equal("EC4001", foreign.ErrorCode);
        var id = await DiscoverAsync(town);
        Assert.Equal("EC4201", (await town.SendAsync(HttpMethod.Get, "/api/v1/corrections/" + id, "hunan-high-court")).ErrorCode);
        Assert.Empty((await town.SendAsync(HttpMethod.Get, "/api/v1/corrections", "hunan-high-court")).Json["items"]!.AsArray());
        Assert.Single((await town.SendAsync(HttpMethod.Get, "/api/v1/corrections?phase=discovered", Provider)).Json["items"]!.AsArray());
        Assert.Single((await town.SendAsync(HttpMethod.Get, "/api/v1/corrections", Operator)).Json["items"]!.AsArray());
        Assert.Equal("EC1302", (await town.SendAsync(HttpMethod.Post, "/api/v1/corrections", Provider, new { record = Record, what = " " })).ErrorCode);
        Assert.Equal("EC4205", (await town.SendAsync(HttpMethod.Post, "/api/v1/corrections", Provider, new { record = Record, what = "x", discoveredOn = "2020-07-14" })).ErrorCode);
    }

    private static async Task<string> DiscoverAsync(CaseTown town)
    {
        var answer = await town.SendAsync(HttpMethod.Post, "/api/v1/corrections", Provider, new { record = Record, what = "罚款金额有误", discoveredOn = "2020-07-13" });
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
        return (string)answer.Json["id"]!;
    }

    private static Task<CaseTown.Answer> RequestAsync(CaseTown town, string id, string notice = "湘样报〔2020〕1号") => town.SendAsync(
        HttpMethod.Post, $"/api/v1/corrections/{id}/request", Provider, new { notice, fields = new Dictionary<string, string> { ["CF_NR_FK"] = "0.5" } });
}
