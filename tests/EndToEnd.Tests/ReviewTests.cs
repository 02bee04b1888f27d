using System.Net;
using System.Text.Json.Nodes;
using EntCredit.EndToEnd.Tests.Running;
using EntCredit.Samples;

namespace EntCredit.EndToEnd.Tests;

/// <summary>The declaration of the secrecy review speaks of the rows of an upload, whichever upload brought their records (界政办〔2020〕5号 五(二)).</summary>
[Collection(TownCollection.Name)]
public sealed class ReviewTests(TownFixture fixture)
{
    private const string Key = "dev-" + Doors.Housing;

    private readonly Doors doors = fixture.Doors;

    [Fact]
    public async Task DeclareReview_OfAnUploadThatRepeatsRows_ReleasesTheirRecordsToo()
    {
        JsonObject[] permits = [.. Enumerable.Range(1, 3).Select(n => Permits.Of(17, $"界住建许审〔2020〕{n}号", reviewed: "否"))];
        var first = await PostAsync("review-1", permits[..2]);
        var second = await PostAsync("review-2", permits);
        await doors.SettleAsync();
        Assert.Equal("""{"heldForReview":2}""", await RecordsAsync(first));

        await DeclareAsync(second);

        Assert.Equal("""{"published":2}""", await RecordsAsync(first));
        Assert.Equal("""{"published":1}""", await RecordsAsync(second));
    }

    [Fact]
    public async Task DeclareReview_OfTheSameFileSentAgain_IsThatOfTheFirst()
    {
        var file = PermitFile.For(Enterprises.Name(18), Enterprises.Code(18), "审", reviewed: false);
        var first = await doors.UploadAsync($"{Doors.Housing}/permit/review-1.csv", file);
        await doors.SettleAsync();
        var again = await doors.UploadAsync($"{Doors.Housing}/permit/review-2.csv", file);
        await doors.SettleAsync();

        Assert.Equal(first, await DeclareAsync(again));
        Assert.Equal("""{"published":1}""", await RecordsAsync(first));
    }

    private async Task<string> RecordsAsync(string batch) => (await doors.BatchAsync(Doors.Housing, batch))["records"]!.ToJsonString();

    private async Task<string> DeclareAsync(string batch)
    {
        var (answer, declared) = await doors.CallAsync(HttpMethod.Post, $"/api/v1/batches/{batch}/review", Key);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await doors.SettleAsync();
        return (string)declared!["batch"]!;
    }

    private async Task<string> PostAsync(string key, JsonObject[] permits)
    {
        var body = Permits.Body([.. permits.Select(permit => permit.DeepClone().AsObject())]);
        var (answer, taken) = await doors.CallAsync(HttpMethod.Post, "/api/v1/records", Key, body, ("Idempotency-Key", key));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (string)taken!["batch"]!;
    }
}
