using System.Net;
using System.Text.Json.Nodes;
using EntCredit.EndToEnd.Tests.Running;
using EntCredit.Samples;

namespace EntCredit.EndToEnd.Tests;

/// <summary>A request can be followed from the door to the activity.</summary>
[Collection(TownCollection.Name)]
public sealed class TraceTests(TownFixture fixture)
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    [Fact]
    public async Task Review_WithTraceparent_IsInTheLogLinesOfTheActivityWithBatchInScope()
    {
        var doors = fixture.Doors;
        var batch = await doors.UploadAsync($"{Doors.Housing}/permit/traced.csv", PermitFile.For(Enterprises.Name(27), Enterprises.Code(27), "迹", reviewed: false), "pending");
        await doors.SettleAsync();
        var (status, _) = await doors.SendAsync(HttpMethod.Post, $"/api/v1/batches/{batch}/review", "dev-" + Doors.Housing, $"00-{Trace}-00f067aa0ba902b7-01");
        Assert.Equal(HttpStatusCode.Accepted, status);
        await doors.SettleAsync();
        Assert.Equal("""{"published":1}""", (await doors.BatchAsync(Doors.Housing, batch))["records"]!.ToJsonString());

        // The process writes its log on a thread of its own.
        JsonNode? line = null;
        await Doors.UntilAsync("the activity's line is there", () => Task.FromResult((line = Released(batch)) is not null));
        Assert.Contains(Scopes(line!), scope => (string?)scope["TraceId"] == Trace);
        Assert.Contains(Scopes(line!), scope => (string?)scope["Function"] == "ReviewPage");
    }

    private JsonNode? Released(string batch) => fixture.Town.Logs
        .Where(line => line.StartsWith('{') && line.Contains("ReviewPageActivity", StringComparison.Ordinal))
        .Select(line => JsonNode.Parse(line)!)
        .LastOrDefault(line => Scopes(line).Any(scope => (string?)scope["batch"] == batch));

    private static IEnumerable<JsonObject> Scopes(JsonNode line) => (line["Scopes"] as JsonArray)?.OfType<JsonObject>() ?? [];
}
