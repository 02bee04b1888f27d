using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EntCredit.Functions.Access;

namespace EntCredit.Functions.Tests.Cases;

/// <summary>C14 over HTTP (湘商改〔2016〕7号 第四条; 新会区方案 二(三)2): an account is applied for online, answered once, and its key shown to its applicant alone.</summary>
[Collection("cases")]
public sealed class AccountDoorTests
{
    private static readonly object Wanted = new
    {
        jurisdiction = "hunan", name = "样例住建局", level = "province", role = "provider", purpose = "业务系统", contactName = "张样例", contactPhone = "0731-0000000",
    };

    [Fact]
    public async Task Hunan_AnApplicationThatIsIssued_GivesItsApplicantAKeyThatOpensDoorsOnce()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var (id, secret) = await ApplyAsync(host);
        Assert.Equal("applied", Text((await OwnAsync(host, id, secret)).Body, "phase"));
        Assert.Equal("EC1306", (await OwnAsync(host, id, "another")).Code);
        Assert.Equal("EC1306", (await OwnAsync(host, "20200701-nosuch", secret)).Code);
        Assert.Equal("EC1217", (await KeyAsync(host, id, secret)).Code);

        // It waits for market supervision of the same level, which alone reads who answers for it.
        Assert.Equal("account-" + id, Text(Assert.Single((await host.DoAsync("hunan-aic", "GET", "inbox/waiting")).GetProperty("items").EnumerateArray()), "about"));
        var seen = Assert.Single((await host.DoAsync("hunan-aic", "GET", "accounts?open=true")).GetProperty("items").EnumerateArray());
        Assert.Equal((id, "张样例"), (Text(seen, "id"), Text(seen.GetProperty("contact"), "name")));
        Assert.Equal(HttpStatusCode.Forbidden, (await host.CallAsync("hunan-housing", "GET", "accounts/" + id)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.CallAsync("xinhui-aic", "GET", "accounts/" + id)).Status);

        Assert.Equal("EC1216", (await host.CallAsync("hunan-aic", "POST", $"accounts/{id}/issue", new { department = "jieshou-housing" })).Code);
        var issued = await host.DoAsync("hunan-aic", "POST", $"accounts/{id}/issue", new { department = "hunan-housing" });
        Assert.Equal(("issued", "hunan-housing"), (Text(issued, "phase"), Text(issued.GetProperty("department"), "id")));
        Assert.Equal("EC1215", (await host.CallAsync("hunan-aic", "POST", $"accounts/{id}/refuse", new { reason = "材料不全" })).Code);
        Assert.Empty((await host.DoAsync("hunan-aic", "GET", "inbox/waiting")).GetProperty("items").EnumerateArray());

        Assert.Equal("EC1306", (await KeyAsync(host, id, "another")).Code);
        var taken = await KeyAsync(host, id, secret);
        Assert.Equal((HttpStatusCode.Created, "hunan-housing"), (taken.Status, Text(taken.Body, "department")));
        Assert.Equal("EC1218", (await KeyAsync(host, id, secret)).Code);
        Assert.Equal("keyTaken", Text((await OwnAsync(host, id, secret)).Body, "phase"));
        Assert.Equal(Text(taken.Body, "id"), Text(await host.DoAsync("hunan-aic", "GET", "accounts/" + id), "key"));

        using var inbox = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/inbox", UriKind.Relative));
        inbox.Headers.Add(Authentication.KeyHeader, Text(taken.Body, "key"));
        Assert.Equal(HttpStatusCode.OK, (await host.SendAsync(inbox)).Status);
    }

    [Fact]
    public async Task Xinhui_AnApplicationThatIsRefused_TellsItsApplicantWhy()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var (id, secret) = await ApplyAsync(host, new { jurisdiction = "xinhui", name = "样例海关", level = "central", role = "provider", purpose = "报送", contactName = "张样例", contactPhone = "000" });
        await host.DoAsync("xinhui-aic", "POST", $"accounts/{id}/refuse", new { reason = "请先列入部门文件" });
        var own = (await OwnAsync(host, id, secret)).Body;
        Assert.Equal(("refused", "请先列入部门文件", "xinhui-aic"), (Text(own, "phase"), Text(own, "reason"), Text(own.GetProperty("with"), "id")));
        Assert.Equal("EC1217", (await KeyAsync(host, id, secret)).Code);
    }

    [Fact]
    public async Task Jieshou_WhoseDocumentKnowsNoAccounts_TakesNoApplication()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        foreach (var jurisdiction in new[] { "jieshou", "nowhere" })
        {
            var answer = await PostAsync(host, "public/accounts", new { jurisdiction, name = "样例局", level = "county", role = "provider", purpose = "报送", contactName = "张样例", contactPhone = "000" });
            Assert.Equal("EC1211", answer.Code);
        }

        Assert.Equal("EC1212", (await PostAsync(host, "public/accounts", new
        {
            jurisdiction = "hunan", name = "样例局", level = "province", role = "operator", purpose = "报送", contactName = "张样例", contactPhone = "000",
        })).Code);
    }

    private static async Task<(string Id, string Secret)> ApplyAsync(DoorHost host, object? body = null)
    {
        var answer = await PostAsync(host, "public/accounts", body ?? Wanted);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return (Text(answer.Body, "id")!, Text(answer.Body, "secret")!);
    }

    private static Task<DoorAnswer> PostAsync(DoorHost host, string route, object body) =>
        host.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/" + route, UriKind.Relative)) { Content = JsonContent.Create(body) });

    private static Task<DoorAnswer> OwnAsync(DoorHost host, string id, string secret) => SecretAsync(host, HttpMethod.Get, $"public/accounts/{id}", secret);

    private static Task<DoorAnswer> KeyAsync(DoorHost host, string id, string secret) => SecretAsync(host, HttpMethod.Post, $"public/accounts/{id}/key", secret);

    private static Task<DoorAnswer> SecretAsync(DoorHost host, HttpMethod method, string route, string secret)
    {
        var request = new HttpRequestMessage(method, new Uri("/api/v1/" + route, UriKind.Relative));
        request.Headers.Add("X-Case-Secret", secret);
        return host.SendAsync(request);
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
