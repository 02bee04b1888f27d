using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EntCredit.Orchestrations;

namespace EntCredit.Functions.Tests.Cases;

/// <summary>双随机、一公开 over HTTP (湘商改〔2016〕7号 第八条; 界政办〔2020〕5号 五(四)).</summary>
[Collection("cases")]
public sealed class InspectionDoorTests
{
    private static readonly string Digest = new('a', 64);

    [Fact]
    public async Task Hunan_ChangedRoster_IsUpdatedInTimeByOneAndNotedOverdueOfTheOther()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        foreach (var department in new[] { "hunan-housing", "hunan-aic" })
        {
            object change = new { changeId = "c-1", changedOn = "2020-07-01", inspector = "示例乙" };
            var stale = await host.DoAsync(department, "POST", "inspections/roster/changes", change);
            Assert.Equal("2020-07-01", Text(stale, "staleSince"));
            Assert.Equal(1, (await host.DoAsync(department, "POST", "inspections/roster/changes", change)).GetProperty("version").GetInt32());
        }

        host.MoveTo("2020-07-10 17:00");
        var updated = await host.DoAsync("hunan-housing", "PUT", "inspections/roster", new { rosterDigest = Digest });
        Assert.Equal("met", Text(updated.GetProperty("duties")[0], "standing"));
        host.MoveTo("2020-07-11 00:00");
        await host.EndAsync(Instances.OfRoster("hunan-aic"));

        Assert.Equal(["T16 hunan-aic 2020-07-10"], await host.NotedAsync(Instances.OfRoster("hunan-aic")));
        Assert.Empty(await host.NotedAsync(Instances.OfRoster("hunan-housing")));
        Assert.Equal(HttpStatusCode.OK, (await host.CallAsync("hunan-aic", "GET", "inspections/rosters/hunan-housing")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.CallAsync("hunan-housing", "GET", "inspections/rosters/hunan-aic")).Status);
    }

    [Fact]
    public async Task Hunan_EntityList_IsRefreshedEachDayByMarketSupervisionAlone()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        Assert.Equal(HttpStatusCode.Forbidden, (await host.CallAsync("hunan-housing", "PUT", "inspections/entities", new { entities = 1, listDigest = Digest })).Status);
        await host.DoAsync("hunan-aic", "PUT", "inspections/entities", new { entities = 1, listDigest = Digest });
        host.MoveTo("2020-07-02 10:00");
        var second = await host.DoAsync("hunan-aic", "PUT", "inspections/entities", new { entities = 2, listDigest = Digest });
        Assert.Equal(["met", "open"], second.GetProperty("duties").EnumerateArray().Select(duty => Text(duty, "standing")));
        Assert.Equal("2020-07-02", Text(await host.DoAsync("hunan-housing", "GET", "inspections/entities"), "refreshedOn"));
    }

    [Fact]
    public async Task Draw_OfTheSeedCommittedTo_IsPublishedAndFinishedByItsResults()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        const string Seed = "2020-07-02 双色球 01 02 03 04 05 06 07";
        var seedDigest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Seed)));
        object commitment = new { matter = "matter-1", seedDigest, listsDigest = Digest, joining = new[] { "jieshou-enforcement" } };
        var committed = await host.CallAsync("jieshou-housing", "POST", "inspections/draws", commitment);
        var id = Text(committed.Body, "id");
        Assert.Equal(HttpStatusCode.Created, committed.Status);
        Assert.Equal(id, Text(await host.DoAsync("jieshou-housing", "POST", "inspections/draws", commitment), "id"));

        object drawn = new { seed = Seed, enterprises = new[] { "91990000MA00000008" }, inspectors = new[] { "i-1", "i-2" } };
        Assert.Equal("EC4505", (await host.CallAsync("jieshou-housing", "POST", $"inspections/draws/{id}/draw", new { seed = "other", enterprises = new[] { "91990000MA00000008" }, inspectors = new[] { "i-1" } })).Code);
        Assert.Equal("EC4502", (await host.CallAsync("jieshou-enforcement", "POST", $"inspections/draws/{id}/draw", drawn)).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await host.CallAsync("jieshou-fgw", "POST", $"inspections/draws/{id}/draw", drawn)).Status);
        Assert.Equal("drawn", Text(await host.DoAsync("jieshou-housing", "POST", $"inspections/draws/{id}/draw", drawn), "phase"));

        var result = await host.DoAsync(
            "jieshou-enforcement", "POST", $"inspections/draws/{id}/results", new { enterprise = "91990000MA00000008", inspectedOn = "2020-07-01", outcome = "未发现问题" });
        Assert.Equal(("finished", "未发现问题"), (Text(result, "phase"), Text(result.GetProperty("drawn")[0], "outcome")));
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
