using System.Text.Json.Nodes;
using EntCredit.Domain.Departments;
using EntCredit.Functions.Access;

namespace EntCredit.Functions.Tests.Access;

/// <summary>An operator issues, lists and revokes keys while the system runs.</summary>
[Collection(AccessTownCollection.Name)]
public sealed class KeyDoorTests(AccessTown town)
{
    private const string Court = "hunan-court", Route = "/api/v1/operations/departments/hunan-court/keys";

    private static readonly string Operator = Personas.Key(Personas.Of(DepartmentRole.Operator));

    [Fact]
    public async Task Key_IssuedListedAndRevoked_OpensDoorsJustSoLong()
    {
        var (status, issued) = await AskAsync("POST", Route, Operator, """{"label":"新系统"}""");
        var key = (string)issued!["key"]!;
        Assert.Equal((201, true), (status, KeyText.IsWhole(key)));
        Assert.Equal(200, (await AskAsync("GET", "/api/v1/batches", key)).Status);

        var (_, listed) = await AskAsync("GET", Route, Operator);
        var text = listed!.ToJsonString();
        Assert.DoesNotContain(key, text, StringComparison.Ordinal);
        Assert.DoesNotContain(KeyText.HashOf(key), text, StringComparison.Ordinal);
        Assert.Contains(listed["items"]!.AsArray(), item => (string)item!["id"]! == (string)issued["id"]! && (bool)item["holds"]!);

        Assert.Equal(204, (await AskAsync("DELETE", $"{Route}/{issued["id"]}", Operator)).Status);
        Assert.Equal(401, (await AskAsync("GET", "/api/v1/batches", key)).Status);
        Assert.Equal(200, (await AskAsync("GET", "/api/v1/batches", Personas.Key(Court))).Status);
        Assert.DoesNotContain(town.Host.Logs, line => line.Contains(key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hunan-court")]
    [InlineData("hunan-bank")]
    public async Task Issue_ByMarketSupervision_WhereTheDocumentHasDepartmentsApplyToIt(string department)
    {
        // 湘商改〔2016〕7号 第四条; courts and banks take part as 第五条 says. Fujian's document says nothing of accounts: there only its operator could.
        var supervision = Personas.Key(Personas.Of(DepartmentRole.MarketSupervision));
        var (status, issued) = await AskAsync("POST", $"/api/v1/operations/departments/{department}/keys", supervision, """{"label":"申请开通账号"}""");
        Assert.Equal(201, status);
        Assert.Equal(200, (await AskAsync("GET", "/api/v1/inbox", (string)issued!["key"]!)).Status);
        Assert.Equal(404, (await AskAsync("POST", "/api/v1/operations/departments/fujian-stranger/keys", Personas.Key("fujian-scjg"), """{"label":"甲"}""")).Status);
        Assert.Equal(404, (await AskAsync("GET", "/api/v1/operations/departments/fujian-stranger/keys", supervision)).Status);
    }

    [Theory]
    [InlineData("""{"label":"甲","from":"2020-01-01","until":"2020-12-31"}""", 422, "EC1203")]
    [InlineData("""{"label":"甲","until":"2099-12-31"}""", 422, "EC1203")]
    [InlineData("""{"label":" "}""", 400, "EC1005")]
    public async Task Issue_WhatCannotBe_IsNumbered(string body, int status, string code)
    {
        var (answered, problem) = await AskAsync("POST", Route, Operator, body);
        Assert.Equal((status, code), (answered, (string?)problem!["code"]));
    }

    [Theory]
    [InlineData("/api/v1/operations/departments/fujian-stranger/keys/000000000000")]
    [InlineData("/api/v1/operations/departments/nobody/keys/000000000000")]
    [InlineData(Route + "/000000000000")]
    [InlineData(Route + "/%27%20OR%201=1")]
    public async Task Revoke_WhatIsNotThere_Is404(string path) => Assert.Equal(404, (await AskAsync("DELETE", path, Operator)).Status);

    private async Task<(int Status, JsonNode? Body)> AskAsync(string method, string path, string key, string? body = null)
    {
        using var answer = await town.Host.SendAsync(method, path, key, body);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }
}
