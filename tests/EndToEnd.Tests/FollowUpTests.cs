using System.Net;
using System.Text.Json.Nodes;
using EntCredit.EndToEnd.Tests.Running;
using EntCredit.Samples;

namespace EntCredit.EndToEnd.Tests;

/// <summary>What follows from a record that intake takes, on a running host: 双告知 for a registration (J 五(三)), a joint sanction for an entry on a list (C 三(四)).</summary>
[Collection(TownCollection.Name)]
public sealed class FollowUpTests(TownFixture fixture)
{
    private readonly Doors doors = fixture.Doors;

    [Fact]
    public async Task ARegistrationThatIsTaken_IsToldToTheApproverAtOnce()
    {
        var code = Enterprises.Code(71);
        await PostAsync("jieshou-registrar", "register", new JsonObject
        {
            ["QYMC"] = "界首样新建筑有限公司", ["TYSHXYDM"] = code, ["ZCRQ"] = "2020-07-08", ["JYFW"] = "建筑工程施工；化工产品销售（不含危险化学品）", ["BMSC"] = "是",
        });

        var notice = Assert.Single(await ItemsAsync("jieshou-housing", "dual-notices"), one => (string?)one!["enterprise"]!["creditCode"] == code)!;
        Assert.Equal(("construction", "pushed", "2020-07-17"), ((string?)notice["approvalItem"], (string?)notice["phase"], (string?)notice["duties"]![0]!["due"]));
    }

    [Fact]
    public async Task AnEntryOnAListOfChongqing_StartsASanctionAndItsRemovalLiftsIt()
    {
        var code = Enterprises.Code(72);
        JsonObject entry = new()
        {
            ["QYMC"] = "重庆样异贸易有限公司", ["TYSHXYDM"] = code, ["LRJDS"] = "渝工商异〔2020〕7号", ["SPECAUSE"] = "通过登记的住所或者经营场所无法联系", ["ABNTIME"] = "2020-07-08",
        };
        await PostAsync("chongqing-aic", "abnormal", entry);
        var sanction = await SanctionAsync(code);
        Assert.False(sanction.AsObject().ContainsKey("liftedAt"));
        Assert.Equal(3, sanction["deliveries"]!.AsArray().Count);

        var removed = entry.DeepClone().AsObject();
        removed["REMDATE"] = "2020-07-09";
        removed["REMEXCPRES"] = "已可取得联系";
        await PostAsync("chongqing-aic", "abnormal", removed);
        Assert.True((await SanctionAsync(code)).AsObject().ContainsKey("liftedAt"));
    }

    private async Task<JsonNode> SanctionAsync(string code) =>
        Assert.Single(await ItemsAsync("chongqing-aic", "sanctions"), one => (string?)one!["enterprise"]!["creditCode"] == code)!;

    private async Task<JsonArray> ItemsAsync(string department, string route) =>
        (await doors.SendAsync(HttpMethod.Get, $"/api/v1/{route}", "dev-" + department)).Body["items"]!.AsArray();

    private async Task PostAsync(string department, string item, JsonObject record)
    {
        var body = new JsonObject { ["item"] = item, ["records"] = new JsonArray(record) };
        var (answer, taken) = await doors.CallAsync(HttpMethod.Post, "/api/v1/records", "dev-" + department, body.ToJsonString(), ("Idempotency-Key", $"follow-{item}-{record.Count}"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEqual("refused", (string?)taken!["results"]![0]!["outcome"]);
        await doors.SettleAsync();
    }
}
