using System.Net;
using System.Text.Json;
using EntCredit.Domain.Events;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger;

namespace EntCredit.Functions.Tests.Cases;

/// <summary>An enterprise with an old 工商注册号 that later gets a credit code (A30): two subjects, found to be one, and apart again.</summary>
[Collection("cases")]
public sealed class SubjectDoorTests
{
    private const string Code = "91990000MA00000008", OldNumber = "990000000000007";

    [Fact]
    public async Task Merge_ByWhoKeepsTheRegister_IsOnePageUntilItIsUndone()
    {
        await using var host = await StartAsync();
        object asked = new { number = OldNumber, kept = Code, reason = "换发统一社会信用代码" };
        Assert.Equal("旧名有限公司", Text(await host.DoAsync("jieshou-scjg", "GET", $"public/enterprises/{OldNumber}"), "name"));

        Assert.True((await host.DoAsync("jieshou-scjg", "POST", "subjects/merge", asked)).GetProperty("merged").GetBoolean());
        Assert.True((await host.DoAsync("jieshou-registrar", "POST", "subjects/merge", asked)).GetProperty("merged").GetBoolean());
        var page = await host.DoAsync("jieshou-scjg", "GET", $"public/enterprises/{OldNumber}");
        Assert.Equal(("新名有限公司", Code, OldNumber, "旧名有限公司"), (Text(page, "name"), Text(page, "creditCode"), Text(page, "registrationNumber"), page.GetProperty("formerNames")[0].GetString()));
        var hit = Assert.Single((await host.DoAsync("jieshou-scjg", "GET", "public/enterprises?q=" + Uri.EscapeDataString("旧名"))).GetProperty("items").EnumerateArray());
        Assert.Equal(("新名有限公司", "旧名有限公司"), (Text(hit, "name"), Text(hit, "formerName")));

        Assert.False((await host.DoAsync("jieshou-scjg", "POST", "subjects/separate", asked)).GetProperty("merged").GetBoolean());
        Assert.Equal("旧名有限公司", Text(await host.DoAsync("jieshou-scjg", "GET", $"public/enterprises/{OldNumber}"), "name"));
    }

    [Fact]
    public async Task Merge_WhatCannotBe_IsANumberedRefusal()
    {
        await using var host = await StartAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await host.CallAsync("jieshou-housing", "POST", "subjects/merge", new { number = OldNumber, kept = Code, reason = "x" })).Status);
        Assert.Equal("EC4701", (await host.CallAsync("jieshou-scjg", "POST", "subjects/merge", new { number = "没有", kept = Code, reason = "x" })).Code);
        Assert.Equal("EC4702", (await host.CallAsync("jieshou-scjg", "POST", "subjects/merge", new { number = Code, kept = Code, reason = "x" })).Code);
        Assert.Equal("EC4706", (await host.CallAsync("jieshou-scjg", "POST", "subjects/separate", new { number = OldNumber, kept = Code, reason = "x" })).Code);
        Assert.Equal("EC1503", (await host.CallAsync("jieshou-scjg", "POST", "subjects/merge", new { number = OldNumber, kept = Code, reason = " " })).Code);
    }

    [Fact]
    public async Task Search_ParameterThatCannotBeUsed_IsANumberedRefusal()
    {
        await using var host = await StartAsync();
        foreach (var query in new[] { "", "q=", "category=nothing", "q=x&from=2026-02-30", "from=2026-02-01&until=2026-01-01", "q=x&after=y" })
            Assert.Equal("EC1005", (await host.CallAsync("jieshou-scjg", "GET", "public/enterprises?" + query)).Code);
    }

    private static async Task<DoorHost> StartAsync()
    {
        var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var at = CaseHost.At("2020-06-01 10:00");
        await CommitAsync(host, "subject-old", new SubjectEvent.KnownAs(at, AliasKind.RegistrationNumber, OldNumber), new SubjectEvent.Registered(at, "旧名有限公司", "r-1"));
        await CommitAsync(host, "subject-new", new SubjectEvent.KnownAs(at, AliasKind.CreditCode, Code), new SubjectEvent.Registered(at, "新名有限公司", "r-2"));
        return host;
    }

    private static Task CommitAsync(DoorHost host, string stream, params DomainEvent[] events) =>
        host.Get<ILedger>().AppendAsync([new Append(stream, stream, 0, events)], TestContext.Current.CancellationToken);

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
