using System.Net;
using EntCredit.EndToEnd.Tests.Running;
using EntCredit.Samples;

namespace EntCredit.EndToEnd.Tests;

/// <summary>Who may see what (private: no department sees another's uploads).</summary>
[Collection(TownCollection.Name)]
public sealed class KeyTests(TownFixture fixture)
{
    private readonly Doors doors = fixture.Doors;

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized, "EC1001")]
    [InlineData("dev-jieshou-nobody", HttpStatusCode.Unauthorized, "EC1001")]
    [InlineData("dev-jieshou-enforcement", HttpStatusCode.NotFound, "EC3107")]
    [InlineData("dev-jieshou-housing", HttpStatusCode.OK, null)]
    [InlineData("dev-jieshou-scjg", HttpStatusCode.OK, null)]
    public async Task Batch_AskedWithAKey_IsThereForWhomItConcerns(string? key, HttpStatusCode status, string? code)
    {
        var batch = await doors.UploadAsync($"{Doors.Housing}/permit/keys-{status}-{key}.csv", PermitFile.For(Enterprises.Name(25), Enterprises.Code(25), "钥"));
        await doors.SettleAsync();
        foreach (var path in new[] { $"/api/v1/batches/{batch}", $"/api/v1/batches/{batch}/receipt.json" })
        {
            using var answer = await doors.AnswerAsync(HttpMethod.Get, path, key);

            // Who supervises sees how far an upload has come, not what its rows say.
            if (key == "dev-jieshou-scjg" && path.EndsWith("receipt.json", StringComparison.Ordinal))
            {
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
                continue;
            }

            Assert.Equal(status, answer.StatusCode);
            if (code is null) continue;
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            var problem = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
            Assert.Equal(code, (string?)problem["code"]);
            Assert.Equal((int)status, (int)problem["status"]!);
            Assert.NotEmpty((string)problem["mend"]!);
        }
    }

    [Fact]
    public async Task Review_ByAnotherDepartment_IsNotThere()
    {
        var batch = await doors.UploadAsync($"{Doors.Housing}/permit/foreign.csv", PermitFile.For(Enterprises.Name(26), Enterprises.Code(26), "外", reviewed: false), "pending");
        await doors.SettleAsync();
        var (status, problem) = await doors.SendAsync(HttpMethod.Post, $"/api/v1/batches/{batch}/review", "dev-jieshou-enforcement");
        Assert.Equal((HttpStatusCode.NotFound, "EC3107"), (status, (string?)problem["code"]));
        Assert.Equal("""{"heldForReview":1}""", (await doors.BatchAsync(Doors.Housing, batch))["records"]!.ToJsonString());
    }
}
