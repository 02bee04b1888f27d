using EntCredit.EndToEnd.Tests.Running;
using EntCredit.Samples;

namespace EntCredit.EndToEnd.Tests;

/// <summary>What was public and what was answered stays so.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task Restart_AfterSigkill_PublicViewBatchesAndClockAreTheSame()
    {
        await using var town = await Town.StartAsync();
        await town.Doors.UploadRegisterAsync();
        await town.Doors.UploadAsync($"{Doors.Housing}/permit/few.csv", PermitFile.Of(50, "乙"), "done");
        await town.Doors.SettleAsync();
        var before = await SeenAsync(town.Doors);
        Assert.Contains("界住建许乙〔2020〕1号", before, StringComparison.Ordinal);

        await town.KillAndRestartAsync();
        Assert.Equal(before, await SeenAsync(town.Doors));

        // Nothing is taken again by the listings that follow the restart.
        await town.Doors.SettleAsync();
        Assert.Equal(before, await SeenAsync(town.Doors));
    }

    private static async Task<string> SeenAsync(Doors doors)
    {
        var enterprises = new List<string?>();
        foreach (var n in new[] { 1, 11, 39, Enterprises.OldOne }) enterprises.Add((await doors.EnterpriseAsync(Enterprises.Code(n)))?.ToJsonString(Readable.Json));
        using var page = await doors.AnswerAsync(HttpMethod.Get, "/enterprises/" + Enterprises.Code(1));
        var batches = await doors.SendAsync(HttpMethod.Get, "/api/v1/batches", "dev-" + Doors.Housing);
        return string.Join('\n', [.. enterprises, await page.Content.ReadAsStringAsync(), batches.Body.ToJsonString(Readable.Json)]);
    }
}
