using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using EntCredit.EndToEnd.Tests.Running;
using EntCredit.Samples;

namespace EntCredit.EndToEnd.Tests;

/// <summary>Links to upload by: whoever has one may create one exact blob, once.</summary>
[Collection(TownCollection.Name)]
public sealed class UploadLinkTests(TownFixture fixture) : IDisposable
{
    private const string Key = "dev-" + Doors.Housing;

    private readonly Doors doors = fixture.Doors;
    private readonly HttpClient web = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Link_Used_MakesABatchThatItsPathFinds()
    {
        var link = await LinkAsync("许可 7月.csv", review: "done");
        var content = PermitFile.For(Enterprises.Name(17), Enterprises.Code(17), "链");

        Assert.Equal(HttpStatusCode.Created, await PutAsync(link, content));
        await doors.SettleAsync();

        var (_, batches) = await doors.CallAsync(HttpMethod.Get, (string)link["batches"]!, Key);
        var batch = Assert.Single(batches!["items"]!.AsArray())!;
        Assert.Equal(((string?)link["path"], "receipted"), ((string?)batch["path"], (string?)batch["phase"]));
        Assert.StartsWith($"{Doors.Housing}/permit/", (string?)link["path"], StringComparison.Ordinal);
        Assert.Equal("""{"published":1}""", batch["records"]!.ToJsonString());
        var (_, others) = await doors.CallAsync(HttpMethod.Get, (string)link["batches"]!, "dev-jieshou-enforcement");
        Assert.Empty(others!["items"]!.AsArray());
    }

    [Fact]
    public async Task Link_UsedTwice_DoesNotOverwrite()
    {
        var link = await LinkAsync("twice.csv");
        var first = PermitFile.For(Enterprises.Name(18), Enterprises.Code(18), "一");
        Assert.Equal(HttpStatusCode.Created, await PutAsync(link, first));

        Assert.Contains(await PutAsync(link, "x"u8.ToArray()), new[] { HttpStatusCode.Forbidden, HttpStatusCode.Conflict });
        var blob = new BlockBlobClient(new Uri((string)link["url"]!));
        await RefusedAsync(() => blob.StageBlockAsync(Convert.ToBase64String("1"u8), new MemoryStream("x"u8.ToArray()), cancellationToken: Cancellation)
            .ContinueWith(_ => blob.CommitBlockListAsync([Convert.ToBase64String("1"u8)], cancellationToken: Cancellation), TaskScheduler.Default).Unwrap());
        Assert.Equal(first, await doors.BlobAsync("uploads", (string)link["path"]!));
    }

    [Fact]
    public async Task Link_ForAnythingElse_IsRefused()
    {
        var link = await LinkAsync("exact.csv");
        var url = new Uri((string)link["url"]!);
        var blob = new BlobClient(url);

        await RefusedAsync(() => blob.DownloadContentAsync(Cancellation));
        await RefusedAsync(() => blob.DeleteAsync(cancellationToken: Cancellation));
        var other = new JsonObject { ["url"] = url.AbsoluteUri.Replace("exact.csv", "other.csv", StringComparison.Ordinal) };
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(other, "x"u8.ToArray()));
        var foreign = new JsonObject { ["url"] = url.AbsoluteUri.Replace(Doors.Housing, "jieshou-enforcement", StringComparison.Ordinal) };
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(foreign, "x"u8.ToArray()));
        var container = new BlobContainerClient(new Uri(url.GetLeftPart(UriPartial.Path).Replace((string)link["path"]!, "", StringComparison.Ordinal).TrimEnd('/') + url.Query));
        await RefusedAsync(async () => await container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, Cancellation).GetAsyncEnumerator(Cancellation).MoveNextAsync());
    }

    [Fact]
    public async Task Link_ItsEnd_IsAnHourAheadAndCannotBeMoved()
    {
        var link = await LinkAsync("end.csv");
        var url = (string)link["url"]!;
        var query = System.Web.HttpUtility.ParseQueryString(new Uri(url).Query);

        Assert.Equal(("c", "b"), (query["sp"], query["sr"]));
        Assert.InRange((DateTimeOffset.Parse(query["se"]!, System.Globalization.CultureInfo.InvariantCulture) - TimeProvider.System.GetUtcNow()).TotalMinutes, 55, 60);
        foreach (var year in new[] { "2019", "2099" })
        {
            var moved = new JsonObject { ["url"] = System.Text.RegularExpressions.Regex.Replace(url, "se=[0-9]{4}", "se=" + year) };
            Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(moved, "x"u8.ToArray()));
        }
    }

    [Theory]
    [InlineData("""{"item":"permit","fileName":"../a.csv"}""", HttpStatusCode.BadRequest, "EC3301")]
    [InlineData("""{"item":"permit","fileName":"a/b.csv"}""", HttpStatusCode.BadRequest, "EC3301")]
    [InlineData("""{"item":"permit","fileName":"a.exe"}""", HttpStatusCode.BadRequest, "EC3301")]
    [InlineData("""{"item":"permit","fileName":".csv"}""", HttpStatusCode.BadRequest, "EC3301")]
    [InlineData("""{"item":"permit","fileName":""}""", HttpStatusCode.BadRequest, "EC3301")]
    [InlineData("""{"item":"permit"}""", HttpStatusCode.BadRequest, "EC1111")]
    [InlineData("null", HttpStatusCode.BadRequest, "EC1111")]
    [InlineData("""{"item":"permit","fileName":"a.csv","secrecyReview":"maybe"}""", HttpStatusCode.BadRequest, "EC1005")]
    [InlineData("""{"item":"nothing","fileName":"a.csv"}""", HttpStatusCode.NotFound, "EC3016")]
    [InlineData("""{"item":"register","fileName":"a.csv"}""", HttpStatusCode.Forbidden, "EC3102")]
    [InlineData("""{"item":"permit","fileName":"a.csv","contentLength":2147483649}""", HttpStatusCode.RequestEntityTooLarge, "EC3002")]
    public async Task Link_ForWhatCannotBe_IsNotIssued(string body, HttpStatusCode status, string code)
    {
        var (answer, problem) = await doors.CallAsync(HttpMethod.Post, "/api/v1/uploads", Key, body);

        Assert.Equal((status, code), (answer.StatusCode, (string?)problem!["code"]));
    }

    public void Dispose() => web.Dispose();

    private static async Task RefusedAsync(Func<Task> act) =>
        Assert.Contains((await Assert.ThrowsAsync<RequestFailedException>(act)).Status, new[] { 403, 409 });

    private async Task<JsonNode> LinkAsync(string file, string? review = null)
    {
        var asked = new JsonObject { ["item"] = "permit", ["fileName"] = file, ["secrecyReview"] = review };
        var (answer, body) = await doors.CallAsync(HttpMethod.Post, "/api/v1/uploads", Key, asked.ToJsonString());
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return body!;
    }

    private async Task<HttpStatusCode> PutAsync(JsonNode link, byte[] content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri((string)link["url"]!)) { Content = new ByteArrayContent(content) };
        foreach (var (name, value) in link["headers"]?.AsObject() ?? new JsonObject { ["x-ms-blob-type"] = "BlockBlob" }) request.Headers.Add(name, (string)value!);
        using var answer = await web.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }
}
