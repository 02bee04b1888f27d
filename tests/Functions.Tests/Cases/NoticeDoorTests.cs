using System.Net;
using System.Text.Json;
using EntCredit.Orchestrations;

namespace EntCredit.Functions.Tests.Cases;

/// <summary>双告知 over HTTP (界政办〔2020〕5号 五(三); 湘商改〔2016〕7号 第七条).</summary>
[Collection("cases")]
public sealed class NoticeDoorTests
{
    private const string Enterprise = "91990000MA00000008";

    [Fact]
    public async Task Jieshou_ClaimedAndAcknowledgedInFiveDays_IsMetAndTheResultIsOwedAfterTheCompletion()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var id = await BeginAsync(host, "jieshou-registrar", new { enterprise = Enterprise, record = "r-1", approvalItem = "item-1", tellApplicant = true, pushTo = "jieshou-housing" });

        host.MoveTo("2020-07-07 10:00");
        await host.DoAsync("jieshou-housing", "POST", $"dual-notices/{id}/claim");
        host.MoveTo("2020-07-08 23:59");
        var acknowledged = await host.DoAsync("jieshou-housing", "POST", $"dual-notices/{id}/acknowledge");
        Assert.Equal(("claimed", "met"), (Text(acknowledged, "phase"), Standing(acknowledged, "T9")));

        host.MoveTo("2020-07-10 10:00");
        var completed = await host.DoAsync("jieshou-housing", "POST", $"dual-notices/{id}/complete", new { completedOn = "2020-07-10", outcome = "granted" });
        Assert.Equal(("open", "cancelled"), (Standing(completed, "T10"), Standing(completed, "T11")));
        var result = await host.DoAsync("jieshou-housing", "POST", $"dual-notices/{id}/result");
        Assert.Equal(("finished", "met"), (Text(result, "phase"), Standing(result, "T10")));
        await host.EndAsync(Instances.OfNotice(id));
    }

    [Fact]
    public async Task Jieshou_ClaimedButNotAcknowledged_IsNotedOverdueOfTheApprover()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var id = await BeginAsync(host, "jieshou-registrar", new { enterprise = Enterprise, record = "r-1", pushTo = "jieshou-housing" });
        await host.DoAsync("jieshou-housing", "POST", $"dual-notices/{id}/claim");

        // The clock goes on to the check: only the orchestrator's end tells that both last days were asked about.
        host.MoveTo("2020-12-01 00:00");
        await host.EndAsync(Instances.OfNotice(id));
        Assert.Equal(["T9 jieshou-housing 2020-07-08", "T11 jieshou-housing 2020-08-31"], (await host.NotedAsync(Instances.OfNotice(id))).OrderBy(noted => noted.Length));
    }

    [Fact]
    public async Task Hunan_SentBackWithAReason_IsConfirmedByHandAndPushedAgain()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var id = await BeginAsync(host, "hunan-aic", new { enterprise = Enterprise, record = "r-1", pushTo = "hunan-housing" });

        Assert.Equal("EC1503", (await host.CallAsync("hunan-housing", "POST", $"dual-notices/{id}/return", new { reason = " " })).Code);
        await host.DoAsync("hunan-housing", "POST", $"dual-notices/{id}/return", new { reason = "不属于本部门审批事项" });
        Assert.Equal("EC4409", (await host.CallAsync("hunan-aic", "POST", $"dual-notices/{id}/push", new { approver = "hunan-housing" })).Code);
        var waiting = await host.DoAsync("hunan-aic", "GET", "inbox/waiting");
        Assert.Equal("notice-" + id, Text(waiting.GetProperty("items").EnumerateArray().Single(), "about"));
        await host.DoAsync("hunan-aic", "POST", $"dual-notices/{id}/confirm", new { approver = "hunan-housing" });
        Assert.Equal("pushed", Text(await host.DoAsync("hunan-aic", "POST", $"dual-notices/{id}/push", new { approver = "hunan-housing" }), "phase"));
    }

    [Fact]
    public async Task Hunan_LaidOpen_IsSeenAndClaimedByAnApproverOfTheProvinceAlone()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var id = await BeginAsync(host, "hunan-aic", new { enterprise = Enterprise, record = "r-1", open = true });

        Assert.Equal(HttpStatusCode.NotFound, (await host.CallAsync("chongqing-transport", "POST", $"dual-notices/{id}/claim")).Status);
        Assert.Single((await host.DoAsync("hunan-housing", "GET", "dual-notices?open=true")).GetProperty("items").EnumerateArray());
        Assert.Equal("claimed", Text(await host.DoAsync("hunan-housing", "POST", $"dual-notices/{id}/claim"), "phase"));
        Assert.Empty((await host.DoAsync("hunan-housing", "GET", "dual-notices?open=true")).GetProperty("items").EnumerateArray());
        Assert.Single((await host.DoAsync("hunan-housing", "GET", "dual-notices")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Begin_ByWhoIsNoRegistrar_IsForbiddenAndBothPushedAndOpenIsNone()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        object pushed = new { enterprise = Enterprise, record = "r-1", pushTo = "jieshou-housing" };
        Assert.Equal(HttpStatusCode.Forbidden, (await host.CallAsync("jieshou-housing", "POST", "dual-notices", pushed)).Status);
        Assert.Equal("EC1503", (await host.CallAsync("jieshou-registrar", "POST", "dual-notices", new { enterprise = Enterprise, record = "r-1", pushTo = "jieshou-housing", open = true })).Code);
        Assert.Equal("EC4404", (await host.CallAsync("jieshou-registrar", "POST", "dual-notices", new { enterprise = Enterprise, record = "r-1", pushTo = "jieshou-fgw" })).Code);
    }

    [Fact]
    public async Task Hunan_ToldFirstAndLaidOpenLater_IsBoth()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var id = await BeginAsync(host, "hunan-aic", new { enterprise = Enterprise, record = "r-1", tellApplicant = true, commitment = new string('a', 64) });
        Assert.True((await host.DoAsync("hunan-aic", "POST", $"dual-notices/{id}/tell", new { commitment = new string('a', 64) })).GetProperty("applicantTold").GetBoolean());
        Assert.Equal("openForClaim", Text(await host.DoAsync("hunan-aic", "POST", $"dual-notices/{id}/open"), "phase"));
    }

    [Fact]
    public async Task Jieshou_CheckedOnSiteAfterTheClaim_KeepsTheDuty()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var id = await BeginAsync(host, "jieshou-registrar", new { enterprise = Enterprise, record = "r-1", pushTo = "jieshou-housing" });
        await host.DoAsync("jieshou-housing", "POST", $"dual-notices/{id}/claim");
        var fed = await host.DoAsync("jieshou-housing", "POST", $"dual-notices/{id}/check", new { checkedOn = "2020-07-01", result = "未发现擅自经营" });
        Assert.Equal("met", Standing(fed, "T11"));
    }

    private static async Task<string> BeginAsync(DoorHost host, string registrar, object body) =>
        Text(await host.DoAsync(registrar, "POST", "dual-notices", body), "id")!;

    private static string? Standing(JsonElement notice, string rule) =>
        Text(notice.GetProperty("duties").EnumerateArray().Single(duty => Text(duty, "rule") == rule), "standing");

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
