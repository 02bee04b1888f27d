using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EntCredit.EndToEnd.Tests.Operator;
using EntCredit.EndToEnd.Tests.Running;

namespace EntCredit.EndToEnd.Tests;

/// <summary>What changed in public goes on to the platforms above (渝府办发〔2016〕170号 三(五): 增量更新，周期最长不超过4小时), and to whoever keeps a copy.</summary>
public sealed class ExportTests : IAsyncLifetime
{
    private const string Registrar = "chongqing-aic";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("entcredit-export-");
    private OperatorTown? town;

    private Doors Doors => town!.Doors;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => town = await OperatorTown.StartAsync(folder.FullName);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (town is not null) await town.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Delta_EveryFewHours_HoldsWhatChangedAndThenWhatIsGone()
    {
        var register = Directory.EnumerateFiles(Path.Combine(Repository.Samples, "chongqing", Registrar, "register")).First();
        var file = await File.ReadAllTextAsync(register, TestContext.Current.CancellationToken);
        await Doors.UploadAsync($"{Registrar}/register/register.csv", Encoding.UTF8.GetBytes(file.Replace("2020-07-30", "2020-07-09", StringComparison.Ordinal)), "done");
        await Doors.SettleAsync();
        await MoveAsync("2020-07-10T02:45:00Z");

        var (head, lines) = await DeltaAsync(1);
        var shown = lines[1..^1];
        Assert.NotEmpty(shown);
        Assert.All(shown, line => Assert.Equal("shown", (string?)line["change"]));
        Assert.Equal((shown.Count, 0), ((int)head["records"]!, (int)head["tombstones"]!));

        var gone = (string)shown[0]["id"]!;
        var (withdrawn, _) = await Doors.CallAsync(HttpMethod.Post, $"/api/v1/records/{gone}/withdraw", "dev-" + Registrar, """{"reason":"登记有误"}""");
        Assert.Equal(HttpStatusCode.OK, withdrawn.StatusCode);
        await MoveAsync("2020-07-10T04:45:00Z");
        await MoveAsync("2020-07-10T08:45:00Z");

        var (second, after) = await DeltaAsync(2);
        Assert.Equal((gone, "removed"), ((string?)after[1]["id"], (string?)after[1]["change"]));
        Assert.Equal(((long)head["through"]!, (string?)head["sha256"]), ((long)second["from"]!, (string?)second["previous"]));
        Assert.Equal(3, after.Count);
    }

    [Fact]
    public async Task Changes_FromTheBeginning_AreWhatThePublicSees()
    {
        await Doors.UploadRegisterAsync();

        var (_, page) = await Doors.CallAsync(HttpMethod.Get, "/api/v1/public/changes?jurisdiction=jieshou", null);
        var record = page!["items"]![0]!;
        var enterprise = await Doors.EnterpriseAsync((string)record["code"]!);
        Assert.Equal(enterprise!["records"]![0]!.ToJsonString(), record["record"]!.ToJsonString());

        var (_, next) = await Doors.CallAsync(HttpMethod.Get, $"/api/v1/public/changes?after={page["through"]}", null);
        Assert.Empty(next!["items"]!.AsArray());

        // Of another ledger, or of this one before it was set back: told, and pointed to the snapshot, from which there is no gap.
        foreach (var gone in new[] { "99999", $"{page["through"]}-0123456789abcdef" })
        {
            var (refused, why) = await Doors.CallAsync(HttpMethod.Get, "/api/v1/public/changes?after=" + gone, null);
            Assert.Equal((HttpStatusCode.Gone, "EC1031"), (refused.StatusCode, (string?)why!["code"]));
            Assert.Contains("/api/v1/public/changes/snapshot", (string?)why["mend"], StringComparison.Ordinal);
        }

        var (_, snapshot) = await Doors.CallAsync(HttpMethod.Get, "/api/v1/public/changes/snapshot?jurisdiction=jieshou", null);
        Assert.Equal(page["items"]!.ToJsonString(), snapshot!["items"]!.ToJsonString());
        var (withdrawn, _) = await Doors.CallAsync(HttpMethod.Post, $"/api/v1/records/{record["id"]}/withdraw", "dev-jieshou-registrar", """{"reason":"登记有误"}""");
        Assert.Equal(HttpStatusCode.OK, withdrawn.StatusCode);
        var (_, since) = await Doors.CallAsync(HttpMethod.Get, $"/api/v1/public/changes?after={snapshot["cursor"]}", null);
        Assert.Equal(((string?)record["id"], "removed"), ((string?)since!["items"]![0]!["id"], (string?)since["items"]![0]!["change"]));
        foreach (var wrong in new[] { "after=-1", "after=x", "jurisdiction=nowhere" })
        {
            var (answer, problem) = await Doors.CallAsync(HttpMethod.Get, "/api/v1/public/changes?" + wrong, null);
            Assert.Equal((HttpStatusCode.BadRequest, "EC1005"), (answer.StatusCode, (string?)problem!["code"]));
        }
    }

    private async Task MoveAsync(string to)
    {
        var (moved, _) = await Doors.CallAsync(HttpMethod.Post, "/admin/local/clock", null, $$"""{"to":"{{to}}"}""");
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
    }

    private async Task<(JsonNode Head, List<JsonNode> Lines)> DeltaAsync(int sequence)
    {
        var head = await Doors.JsonBlobAsync("exports", "chongqing/latest.json") ?? throw new InvalidOperationException("No delta was written.");
        Assert.Equal(sequence, (int)head["sequence"]!);
        var bytes = await Doors.BlobAsync("exports", (string)head["path"]!);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), (string?)head["sha256"]);
        return (head, [.. Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)]);
    }
}
