using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EntCredit.EndToEnd.Tests.Running;
using EntCredit.Samples;

namespace EntCredit.EndToEnd.Tests;

/// <summary>Records as apps post them: the same intake as a file's rows, by another door.</summary>
[Collection(TownCollection.Name)]
public sealed class PostTests(TownFixture fixture)
{
    private const string Key = "dev-" + Doors.Housing;

    private readonly Doors doors = fixture.Doors;

    [Fact]
    public async Task Post_OneRecord_IsTakenAndThenPublic()
    {
        var body = new JsonObject { ["item"] = "permit", ["records"] = Permits.Of(1, "界住建许报〔2020〕1号") }.ToJsonString(Readable.Json);
        var answer = await TakenAsync("one-1", body);

        var result = Assert.Single(answer["results"]!.AsArray())!;
        Assert.Equal(("accepted", "collected"), ((string?)result["outcome"], (string?)result["state"]));
        Assert.Equal("""{"rows":1,"accepted":1,"refused":0,"duplicates":0,"corrections":0,"mended":0,"withdrawn":0,"parked":0,"warned":0}""", answer["counts"]!.ToJsonString());
        await doors.SettleAsync();

        var (got, record) = await doors.CallAsync(HttpMethod.Get, "/api/v1/records/" + result["record"], Key);
        Assert.Equal("published", (string?)record!["phase"]);
        Assert.Equal("建筑工程施工总承包三级", (string?)record["fields"]!["XK_NR"]);
        Assert.Matches("^\"[0-9]+\"$", got.Headers.ETag!.Tag);
        var batch = await doors.BatchAsync(Doors.Housing, (string)answer["batch"]!);
        Assert.Equal(("receipted", "api/jieshou-housing/permit/one-1"), ((string?)batch["phase"], (string?)batch["path"]));
        Assert.Contains("界住建许报〔2020〕1号", (await doors.EnterpriseAsync(Enterprises.Code(1)))!.ToJsonString(Readable.Json), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_List_HasAResultForEachInTheOrderSent()
    {
        await TakenAsync("each-0", Permits.Body(
            Permits.Of(2, "界住建许列〔2020〕1号"), Permits.Of(2, "界住建许列〔2020〕2号", reviewed: "否"), Permits.Of(2, "界住建许列〔2020〕3号")));
        await doors.SettleAsync();
        var chinese = new JsonObject
        {
            ["行政相对人名称"] = Enterprises.Name(3),
            ["统一社会信用代码"] = Enterprises.Code(3),
            ["行政许可决定文书号"] = "界住建许列〔2020〕9号",
            ["许可决定日期"] = "2020-07-02",
            ["保密审查"] = true,
            ["楼层"] = 3,
        };
        var wrong = Permits.Of(2, "界住建许列〔2020〕4号");
        wrong["XK_XDR_SHXYM"] = "91341282MA2N00010X";
        var answer = await TakenAsync("each-1", Permits.Body(
            Permits.Of(2, "界住建许列〔2020〕1号"),
            Permits.Of(2, "界住建许列〔2020〕2号", content: "更正后的内容", reviewed: "否"),
            Permits.Of(2, "界住建许列〔2020〕3号", status: "2"),
            wrong,
            Permits.For("界首样未登记二有限公司", Codes.Credit(778), "界住建许列〔2020〕5号"),
            chinese));

        Assert.Equal(
            ["duplicate published", "corrected heldForReview", "withdrawn withdrawn", "refused awaitingCorrection", "parked parked", "accepted collected"],
            answer["results"]!.AsArray().Select(result => $"{result!["outcome"]} {(string?)result["state"]}"));
        var finding = Assert.Single(answer["results"]![3]!["findings"]!.AsArray(), found => (string?)found!["severity"] == "error")!;
        Assert.Equal("XK_XDR_SHXYM", (string?)finding["field"]);
        Assert.StartsWith("EC21", (string?)finding["code"], StringComparison.Ordinal);
        Assert.NotEmpty((string)finding["message"]!);
        Assert.NotEmpty((string)finding["mend"]!);
        Assert.Equal(["楼层"], answer["unmapped"]!.AsArray().Select(name => (string?)name));
        Assert.Equal("2020-07-15", (string?)answer["results"]![3]!["correctionDue"]);
    }

    [Fact]
    public async Task Post_RefusedAndMended_KeepsItsRecord()
    {
        var wrong = Permits.Of(4, "界住建许补〔2020〕1号");
        wrong.Remove("XK_JDRQ");
        var refused = (await TakenAsync("mend-1", Permits.Body(wrong)))["results"]![0]!;
        var mended = (await TakenAsync("mend-2", Permits.Body(Permits.Of(4, "界住建许补〔2020〕1号"))))["results"]![0]!;

        Assert.Equal(("refused", "accepted"), ((string?)refused["outcome"], (string?)mended["outcome"]));
        Assert.Equal((string?)refused["record"], (string?)mended["record"]);
    }

    [Fact]
    public async Task Post_SameKeyAgain_HasTheSameAnswerAndAnotherBodyIsAConflict()
    {
        var body = Permits.Body(Permits.Of(5, "界住建许再〔2020〕1号"), Permits.Of(5, "", reviewed: "否"));
        var first = (await TakenAsync("again-1", body)).ToJsonString();
        await doors.SettleAsync();

        Assert.Equal(first, (await TakenAsync("again-1", body)).ToJsonString());
        var (other, problem) = await PostAsync("again-1", Permits.Body(Permits.Of(5, "界住建许再〔2020〕2号")));
        Assert.Equal((HttpStatusCode.Conflict, "EC3202"), (other.StatusCode, (string?)problem!["code"]));

        // The key is the department's own.
        var (elsewhere, answer) = await doors.CallAsync(
            HttpMethod.Post, "/api/v1/records", "dev-jieshou-enforcement", body, ("Idempotency-Key", "again-1"));
        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
        Assert.NotEqual((string?)JsonNode.Parse(first)!["batch"], (string?)answer!["batch"]);
    }

    [Fact]
    public async Task Post_SameKeyEightTimesAtOnce_IsOneBatchWithOneAnswer()
    {
        var body = Permits.Body([.. Enumerable.Range(1, 40).Select(n => Permits.Of(6, $"界住建许争〔2020〕{n}号"))]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TakenAsync("race-1", body)));

        Assert.Single(answers.Select(answer => answer.ToJsonString()).Distinct());
        Assert.Equal(40, (int)answers[0]["counts"]!["accepted"]!);
        await doors.SettleAsync();
        Assert.Equal("""{"published":40}""", (await doors.BatchAsync(Doors.Housing, (string)answers[0]["batch"]!))["records"]!.ToJsonString());
    }

    [Fact]
    public async Task Post_TwoBodiesOfOneKeyAtOnce_OneWinsAndTheOtherIsAConflict()
    {
        var posts = await Task.WhenAll(Enumerable.Range(1, 6).Select(n => PostAsync("race-2", Permits.Body(Permits.Of(7, $"界住建许抢〔2020〕{n}号")))));

        Assert.Equal([HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.Conflict, 5)], posts.Select(post => post.Answer.StatusCode).Order());
    }

    [Fact]
    public async Task Post_RowThatAFileBrought_IsOneFact()
    {
        var file = await doors.UploadAsync($"{Doors.Housing}/permit/door.csv", Csv("界住建许门〔2020〕1号"), "done");
        await doors.SettleAsync();

        var result = (await TakenAsync("door-1", Permits.Body(Permits.Of(8, "界住建许门〔2020〕1号"))))["results"]![0]!;
        Assert.Equal(("duplicate", $"{file}-0000002"), ((string?)result["outcome"], (string?)result["record"]));

        await TakenAsync("door-2", Permits.Body(Permits.Of(8, "界住建许门〔2020〕2号")));
        var again = await doors.UploadAsync($"{Doors.Housing}/permit/door-again.csv", Csv("界住建许门〔2020〕2号"), "done");
        await doors.SettleAsync();
        Assert.Equal((1, 0), ((int)(await doors.BatchAsync(Doors.Housing, again))["counts"]!["duplicates"]!, (int)(await doors.BatchAsync(Doors.Housing, again))["counts"]!["accepted"]!));
    }

    [Theory]
    [InlineData(null, "{}", HttpStatusCode.BadRequest, "EC3201")]
    [InlineData("with space", "{}", HttpStatusCode.BadRequest, "EC3201")]
    [InlineData("fault", "", HttpStatusCode.BadRequest, "EC3203")]
    [InlineData("fault", "[]", HttpStatusCode.BadRequest, "EC3203")]
    [InlineData("fault", """{"item":"permit"}""", HttpStatusCode.BadRequest, "EC3203")]
    [InlineData("fault", """{"item":"permit","records":[]}""", HttpStatusCode.BadRequest, "EC3203")]
    [InlineData("fault", """{"item":"permit","records":[1]}""", HttpStatusCode.BadRequest, "EC3203")]
    [InlineData("fault", """{"item":"permit","records":[{"XK_NR":{}}]}""", HttpStatusCode.BadRequest, "EC3203")]
    [InlineData("fault", """{"item":"permit","records":[{"XK_NR":"a","XK_NR":"b"}]}""", HttpStatusCode.BadRequest, "EC3203")]
    [InlineData("fault", """{"item":"permit","records":[{"XK_NR":"\ud800"}]}""", HttpStatusCode.BadRequest, "EC3203")]
    [InlineData("fault", """{"item":"permit","records":[{}],"secrecyReview":true}""", HttpStatusCode.BadRequest, "EC3203")]
    [InlineData("fault", """{"item":"permits","records":[{}]}""", HttpStatusCode.NotFound, "EC3016")]
    [InlineData("fault", """{"item":"register","records":[{}]}""", HttpStatusCode.Forbidden, "EC3102")]
    public async Task Post_WithAFaultOfTheWhole_IsRefusedWithItsCode(string? key, string body, HttpStatusCode status, string code)
    {
        var (answer, problem) = await PostAsync(key, body);

        Assert.Equal((status, code), (answer.StatusCode, (string?)problem!["code"]));
        Assert.NotEmpty((string)problem["mend"]!);
    }

    [Fact]
    public async Task Post_TooMuch_PointsToUploads()
    {
        var (many, tooMany) = await PostAsync("much-1", Permits.Body([.. Enumerable.Range(1, 1001).Select(n => new JsonObject { ["XK_WSH"] = $"{n}" })]));
        var (large, tooLarge) = await PostAsync("much-2", new string(' ', 5 * 1024 * 1024 + 1));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "EC3205"), (many.StatusCode, (string?)tooMany!["code"]));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "EC1107"), (large.StatusCode, (string?)tooLarge!["code"]));
        Assert.Contains("/api/v1/uploads", (string?)tooLarge["mend"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_EmptyRecord_IsRefusedByItsRow()
    {
        var result = (await TakenAsync("empty-1", """{"item":"permit","records":[{}]}"""))["results"]![0]!;

        Assert.Equal("refused", (string?)result["outcome"]);
        Assert.NotEmpty(result["findings"]!.AsArray());
    }

    private async Task<JsonNode> TakenAsync(string key, string body)
    {
        var (answer, json) = await PostAsync(key, body);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode}: {json?.ToJsonString(Readable.Json)}");
        return json!;
    }

    private Task<(HttpResponseMessage Answer, JsonNode? Body)> PostAsync(string? key, string body) =>
        doors.CallAsync(HttpMethod.Post, "/api/v1/records", Key, body, key is null ? [] : [("Idempotency-Key", key)]);

    /// <summary>The same permit as a file's row, by its field codes.</summary>
    private static byte[] Csv(string number)
    {
        var permit = Permits.Of(8, number);
        return Encoding.UTF8.GetBytes(Samples.Csv.Of([[.. permit.Select(pair => pair.Key)], [.. permit.Select(pair => (string)pair.Value!)]]));
    }
}
