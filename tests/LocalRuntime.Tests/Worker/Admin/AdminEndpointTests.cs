using System.Net;
using System.Text.Json;
using Azure.Storage.Blobs;
using EntCredit.LocalRuntime.Tests.Worker.Blobs;
using Microsoft.Extensions.Configuration;

namespace EntCredit.LocalRuntime.Tests.Worker.Admin;

[Collection("azurite")]
public sealed class AdminEndpointTests(Azurite azurite)
{
    private static readonly string[] Movable = ["LocalRuntime:MovableClock=true", "LocalRuntime:ClockStart=2020-06-28T01:00:00Z"];

    [Theory]
    [InlineData("2020-06-28T00:59:59Z")]
    [InlineData("2020-07-10")]
    [InlineData("2020-07-10T00:00:00")]
    [InlineData(null)]
    public async Task Move_BackwardsOrNoInstant_Is400AndTimeStays(string? to)
    {
        await using TestHost host = await TestHost.StartAsync([], settings: Movable);
        using HttpResponseMessage response = await Clock.MoveAsync(host, to);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        string now = await host.Http.GetStringAsync("/admin/local/clock", TestContext.Current.CancellationToken);
        using JsonDocument clock = JsonDocument.Parse(now);
        Assert.StartsWith("2020-06-28T01:0", clock.RootElement.GetProperty("legal").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_MasterKeyIsSet_IsAskedFor()
    {
        await using TestHost host = await TestHost.StartAsync([], settings: [.. Movable, "LocalRuntime:MasterKey=m"]);
        using HttpResponseMessage without = await host.Http.GetAsync("/admin/local/clock", TestContext.Current.CancellationToken);
        using HttpResponseMessage with = await host.Http.GetAsync("/admin/local/clock?code=m", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (without.StatusCode, with.StatusCode));
    }

    [Theory]
    [InlineData("Host", "127.0.0.1", HttpStatusCode.OK)]
    [InlineData("Host", "localhost:7071", HttpStatusCode.OK)]
    [InlineData("Host", "[::1]:7071", HttpStatusCode.OK)]
    [InlineData("Host", "rebound.example", HttpStatusCode.NotFound)]
    [InlineData("X-Forwarded-For", "203.0.113.7", HttpStatusCode.NotFound)]
    [InlineData("Forwarded", "for=203.0.113.7", HttpStatusCode.NotFound)]
    [InlineData("Origin", "https://pages.example", HttpStatusCode.NotFound)]
    public async Task Get_FromThisMachineOnly_IsThere(string header, string value, HttpStatusCode expected)
    {
        await using TestHost host = await TestHost.StartAsync([], settings: Movable);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/admin/local/clock");
        request.Headers.TryAddWithoutValidation(header, value);
        using HttpResponseMessage response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Move_SchedulesUploadBlobs_EachIsWorkedOffBeforeTheNextTick()
    {
        await azurite.EmptyAsync("daily");
        await using TestHost host = await TestHost.StartAsync(
            [typeof(DailyUpload)],
            settings: [.. Movable, $"Storage={azurite.ConnectionString}"]
        );
        using HttpResponseMessage moved = await Clock.MoveAsync(host, "2020-06-30T20:00:00Z");
        moved.EnsureSuccessStatusCode();
        Assert.Equal(["tick 28", "blob 28", "tick 29", "blob 29", "tick 30", "blob 30"], host.Get<Seen>().All);
    }

    [Fact]
    public async Task Move_AStepFailsAndIsTriedAgain_LegalTimeWaitsForIt()
    {
        await using TestHost host = await TestHost.StartAsync([typeof(FailsOnce)], settings: Movable);
        using HttpResponseMessage moved = await Clock.MoveAsync(host, "2020-07-08T01:00:00Z");
        moved.EnsureSuccessStatusCode();
        Assert.Equal(["failed 28", "done 28"], host.Get<Seen>().All);
    }

    public sealed class FailsOnce(Seen seen, [Microsoft.Extensions.DependencyInjection.FromKeyedServices("legal")] TimeProvider legal)
    {
        private static readonly TaskOptions Again = TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromSeconds(1)));

        [Function("OnTheDay")]
        public Task OnTheDay([TimerTrigger("0 0 16 28 6 *")] TimerInfo timer, [DurableClient] DurableTaskClient client) =>
            client.ScheduleNewOrchestrationInstanceAsync("TryAgain", TestContext.Current.CancellationToken);

        [Function("TryAgain")]
        public static Task TryAgain([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync("Step", null, Again);

        [Function("Step")]
        public void Step([ActivityTrigger] string? input)
        {
            bool failed = seen.All.Count == 0;
            seen.Add($"{(failed ? "failed" : "done")} {legal.GetUtcNow():dd}");
            if (failed)
                throw new InvalidOperationException("Once.");
        }
    }

    public sealed class DailyUpload(Seen seen, IConfiguration settings, [Microsoft.Extensions.DependencyInjection.FromKeyedServices("legal")] TimeProvider legal)
    {
        [Function("Tick")]
        public async Task Tick([TimerTrigger("0 0 16 * * *")] TimerInfo timer)
        {
            string day = $"{legal.GetUtcNow():dd}";
            seen.Add($"tick {day}");
            await new BlobContainerClient(settings["Storage"], "daily").UploadBlobAsync(day, BinaryData.FromString(day));
        }

        [Function("Blob")]
        public async Task Blob([BlobTrigger("daily/{day}", Connection = "Storage")] BlobClient blob, string day)
        {
            await Task.Delay(50);
            seen.Add($"blob {day}");
        }
    }
}
