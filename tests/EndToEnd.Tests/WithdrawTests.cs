using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EntCredit.EndToEnd.Tests.Running;
using EntCredit.Samples;

namespace EntCredit.EndToEnd.Tests;

/// <summary>What a provider reads of its own records, and takes back.</summary>
[Collection(TownCollection.Name)]
public sealed class WithdrawTests(TownFixture fixture)
{
    private const string Key = "dev-" + Doors.Housing;
    private const string Stranger = "dev-jieshou-enforcement";
    private const string Why = """{"reason":"选错文件"}""";

    private readonly Doors doors = fixture.Doors;

    [Fact]
    public async Task Records_ByEachFilter_AreTheDepartmentsOwn()
    {
        var batch = await PostAsync("list-1", [.. Enumerable.Range(1, 60).Select(n => Permits.Of(n % 2 == 0 ? 11 : 12, $"界住建许册〔2020〕{n}号", reviewed: n == 60 ? "否" : "是"))]);
        await doors.SettleAsync();

        var first = await ListAsync($"batch={batch}");
        var second = await ListAsync($"batch={batch}&after={first["next"]}");
        Assert.Equal((50, 10, null), (first["items"]!.AsArray().Count, second["items"]!.AsArray().Count, (string?)second["next"]));
        Assert.Equal(60, first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(item => (string?)item!["id"]).Distinct().Count());
        Assert.Single((await ListAsync($"batch={batch}&phase=heldForReview"))["items"]!.AsArray());
        Assert.Equal(30, (await ListAsync($"batch={batch}&code={Enterprises.Code(11)}"))["items"]!.AsArray().Count);
        Assert.Empty((await ListAsync($"batch={batch}&item=penalty"))["items"]!.AsArray());
        Assert.Empty((await ListAsync($"batch={batch}&to=2020-07-09"))["items"]!.AsArray());
        Assert.Equal(50, (await ListAsync($"batch={batch}&from=2020-07-10&to=2020-07-10"))["items"]!.AsArray().Count);
        var (_, foreign) = await doors.CallAsync(HttpMethod.Get, $"/api/v1/records?batch={batch}", Stranger);
        Assert.Empty(foreign!["items"]!.AsArray());
    }

    [Theory]
    [InlineData("phase=nothing", "EC1005")]
    [InlineData("phase=3", "EC1005")]
    [InlineData("from=9999-12-31", "EC1005")]
    [InlineData("to=today", "EC1005")]
    [InlineData("code=123", "EC1003")]
    public async Task Records_ByAnIllegibleFilter_AreRefused(string query, string code)
    {
        var (answer, problem) = await doors.CallAsync(HttpMethod.Get, "/api/v1/records?" + query, Key);

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.StatusCode, (string?)problem!["code"]));
    }

    [Fact]
    public async Task WithdrawRecord_AsSeen_TakesItOutOfThePublicAndAStaleViewIsRefused()
    {
        var id = await PostAsync("take-1", Permits.Of(13, "界住建许撤〔2020〕1号")) + "-0000001";
        var (early, _) = await doors.CallAsync(HttpMethod.Get, $"/api/v1/records/{id}", Key);
        await doors.SettleAsync();
        var (late, _) = await doors.CallAsync(HttpMethod.Get, $"/api/v1/records/{id}", Key);
        var path = $"/api/v1/records/{id}/withdraw";

        var (foreign, _) = await doors.CallAsync(HttpMethod.Post, path, Stranger, Why);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        var (silent, problem) = await doors.CallAsync(HttpMethod.Post, path, Key, "{}");
        Assert.Equal((HttpStatusCode.BadRequest, "EC1111"), (silent.StatusCode, (string?)problem!["code"]));
        var (stale, conflict) = await doors.CallAsync(HttpMethod.Post, path, Key, Why, ("If-Match", "\"1000\""));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "EC1030"), (stale.StatusCode, (string?)conflict!["code"]));
        Assert.True(Version(early) <= Version(late));

        var (done, _) = await doors.CallAsync(HttpMethod.Post, path, Key, Why, ("If-Match", late.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        var (again, _) = await doors.CallAsync(HttpMethod.Post, path, Key, Why);
        Assert.Equal((HttpStatusCode.OK, done.Headers.ETag!.Tag), (again.StatusCode, again.Headers.ETag!.Tag));
        Assert.DoesNotContain("界住建许撤〔2020〕1号", (await doors.EnterpriseAsync(Enterprises.Code(13)))!.ToJsonString(Readable.Json), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithdrawBatch_BeforeItIsPublic_TakesBackEveryRecord()
    {
        // Two segments, each row with its review still to come.
        var file = Encoding.UTF8.GetString(PermitFile.Of(1200, "误")).Replace(",是\r\n", ",否\r\n", StringComparison.Ordinal);
        var batch = await doors.UploadAsync($"{Doors.Housing}/permit/wrong.csv", Encoding.UTF8.GetBytes(file));
        await doors.SettleAsync();
        Assert.Equal("""{"heldForReview":1200}""", (await doors.BatchAsync(Doors.Housing, batch))["records"]!.ToJsonString());
        var (declared, answer) = await doors.CallAsync(HttpMethod.Post, $"/api/v1/batches/{batch}/withdraw", Key, Why);
        Assert.Equal((HttpStatusCode.Accepted, 0), (declared.StatusCode, (int)answer!["public"]!));
        await doors.SettleAsync();

        var progress = await doors.BatchAsync(Doors.Housing, batch);
        Assert.Equal("""{"withdrawn":1200}""", progress["records"]!.ToJsonString());
        Assert.Equal((true, 1200, 0), ((bool)progress["withdrawal"]!["done"]!, (int)progress["withdrawal"]!["records"]!, (int)progress["withdrawal"]!["public"]!));
    }

    [Fact]
    public async Task WithdrawBatch_PartlyPublic_LeavesWhatIsPublicAndTheRestIsNewWhenItComesAgain()
    {
        var refused = Permits.Of(14, "界住建许批〔2020〕3号");
        refused.Remove("XK_JDRQ");
        JsonObject[] permits =
        [
            Permits.Of(14, "界住建许批〔2020〕1号"), Permits.Of(14, "界住建许批〔2020〕2号", reviewed: "否"), refused,
            Permits.For("界首样未登记三有限公司", Codes.Credit(779), "界住建许批〔2020〕4号"),
        ];
        var batch = await PostAsync("batch-1", permits);
        await doors.SettleAsync();
        var path = $"/api/v1/batches/{batch}/withdraw";

        var (foreign, unknown) = await doors.CallAsync(HttpMethod.Post, path, Stranger, Why);
        Assert.Equal((HttpStatusCode.NotFound, "EC3107"), (foreign.StatusCode, (string?)unknown!["code"]));
        var (_, declared) = await doors.CallAsync(HttpMethod.Post, path, Key, Why);
        Assert.Equal([$"{batch}-0000001"], declared!["stay"]!.AsArray().Select(id => (string?)id));
        Assert.Contains("更正", (string?)declared["mend"], StringComparison.Ordinal);
        await doors.SettleAsync();
        await doors.CallAsync(HttpMethod.Post, path, Key, Why);
        await doors.SettleAsync();

        var progress = await doors.BatchAsync(Doors.Housing, batch);
        Assert.Equal("""{"published":1,"withdrawn":3}""", progress["records"]!.ToJsonString());
        Assert.Equal((true, 3, 1), ((bool)progress["withdrawal"]!["done"]!, (int)progress["withdrawal"]!["records"]!, (int)progress["withdrawal"]!["public"]!));
        var (_, held) = await doors.CallAsync(HttpMethod.Get, $"/api/v1/records/{batch}-0000002", Key);
        Assert.Contains(held!["duties"]!.AsArray(), duty => ((string?)duty!["rule"], (string?)duty["standing"], (string?)duty["reason"]) == ("T2", "cancelled", "withdrawn"));

        // What was taken back by a declaration is new when it comes again, the same or mended; what is public is known.
        var again = await PostAsync("batch-2", [.. permits.Select(permit => permit.DeepClone().AsObject())]);
        await doors.SettleAsync();
        var (_, results) = await doors.CallAsync(HttpMethod.Post, "/api/v1/records", Key, Permits.Body([.. permits.Select(permit => permit.DeepClone().AsObject())]), ("Idempotency-Key", "batch-2"));
        Assert.Equal(["duplicate", "accepted", "refused", "parked"], results!["results"]!.AsArray().Select(result => (string?)result!["outcome"]));
        Assert.Equal($"{again}-0000002", (string?)results["results"]![1]!["record"]);
    }

    [Fact]
    public async Task WithdrawBatch_OfWhichNothingWasTaken_IsRefused()
    {
        var file = PermitFile.For(Enterprises.Name(15), Enterprises.Code(15), "同");
        await doors.UploadAsync($"{Doors.Housing}/permit/same-1.csv", file, "done");
        await doors.SettleAsync();
        var repeated = await doors.UploadAsync($"{Doors.Housing}/permit/same-2.csv", file, "done");
        var broken = await doors.UploadAsync($"{Doors.Housing}/permit/nothing.csv", []);
        await doors.SettleAsync();

        foreach (var batch in new[] { repeated, broken })
        {
            var (answer, problem) = await doors.CallAsync(HttpMethod.Post, $"/api/v1/batches/{batch}/withdraw", Key, Why);
            Assert.Equal((HttpStatusCode.Conflict, "EC3109"), (answer.StatusCode, (string?)problem!["code"]));
        }
    }

    [Fact]
    public async Task WithdrawBatch_ThenTheSameFileAgain_IsTakenAnew()
    {
        var file = PermitFile.For(Enterprises.Name(16), Enterprises.Code(16), "返", reviewed: false);
        var first = await doors.UploadAsync($"{Doors.Housing}/permit/back-1.csv", file);
        await doors.SettleAsync();
        await doors.CallAsync(HttpMethod.Post, $"/api/v1/batches/{first}/withdraw", Key, Why);
        await doors.SettleAsync();
        var second = await doors.UploadAsync($"{Doors.Housing}/permit/back-2.csv", file);
        await doors.SettleAsync();

        Assert.Equal("""{"withdrawn":1}""", (await doors.BatchAsync(Doors.Housing, first))["records"]!.ToJsonString());
        Assert.Equal("""{"heldForReview":1}""", (await doors.BatchAsync(Doors.Housing, second))["records"]!.ToJsonString());
    }

    private static long Version(HttpResponseMessage answer) => long.Parse(answer.Headers.ETag!.Tag.Trim('"'), CultureInfo.InvariantCulture);

    private async Task<JsonNode> ListAsync(string query)
    {
        var (answer, body) = await doors.CallAsync(HttpMethod.Get, "/api/v1/records?" + query, Key);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return body!;
    }

    private async Task<string> PostAsync(string key, params JsonObject[] permits)
    {
        var (answer, body) = await doors.CallAsync(HttpMethod.Post, "/api/v1/records", Key, Permits.Body(permits), ("Idempotency-Key", key));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (string)body!["batch"]!;
    }
}
