using System.Net;
using System.Text.Json.Nodes;
using EntCredit.EndToEnd.Tests.Running;
using EntCredit.Samples;

namespace EntCredit.EndToEnd.Tests;

/// <summary>The host dies while apps post: who repeats the request gets the answer, and each record is there once.</summary>
public sealed class PostKillTests
{
    private const int Posts = 24, RowsPerPost = 60;

    [Fact]
    public async Task Post_HostKilledInTheMiddle_RepeatingGivesEachAnswerAndEachRecordOnce()
    {
        await using var town = await Town.StartAsync();
        await town.Doors.UploadRegisterAsync();
        var answered = 0;
        var sending = Enumerable.Range(0, Posts).Select(async n =>
        {
            try
            {
                var answer = await PostAsync(town.Doors, n);
                Interlocked.Increment(ref answered);
                return answer;
            }
            catch (HttpRequestException)
            {
                return null;
            }
        }).ToList();
        await Doors.UntilAsync("some posts are answered", () => Task.FromResult(Volatile.Read(ref answered) >= 2));
        await town.KillAndRestartAsync();
        var before = await Task.WhenAll(sending);
        Assert.Contains(before, answer => answer is null);

        for (var n = 0; n < Posts; n++)
        {
            var answer = await PostAsync(town.Doors, n);
            Assert.Equal(RowsPerPost, (int)answer["counts"]!["accepted"]!);
            if (before[n] is { } first) Assert.Equal(first.ToJsonString(), answer.ToJsonString());
        }

        await town.Doors.SettleAsync();
        await town.StopHostAsync();
        var records = LedgerReading.EventsOf(town.LedgerFile, "api-*-*");
        Assert.Equal(Posts * RowsPerPost, records.Count);
        Assert.All(records.Values, events => Assert.Equal(["record.collected", "record.published"], events));
    }

    private static async Task<JsonNode> PostAsync(Doors doors, int n)
    {
        var body = Permits.Body([.. Enumerable.Range(1, RowsPerPost).Select(row => Permits.Of(row % 39 + 1, $"界住建许断{n}〔2020〕{row}号"))]);
        var (answer, json) = await doors.CallAsync(HttpMethod.Post, "/api/v1/records", "dev-" + Doors.Housing, body, ("Idempotency-Key", $"kill-{n}"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return json!;
    }
}
