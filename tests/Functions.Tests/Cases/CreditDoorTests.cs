using System.Net;
using System.Text.Json;
using EntCredit.Domain.Records;
using EntCredit.Orchestrations.Credit;
using EntCredit.Stores.Ledger;

namespace EntCredit.Functions.Tests.Cases;

/// <summary>信用分类 and 风险预警 over HTTP (界政办〔2020〕5号 五(五); 湘商改〔2016〕7号 第十五条): what a department reads, the page explains.</summary>
[Collection("cases")]
public sealed class CreditDoorTests
{
    private static readonly (string, string) Purpose = ("X-Purpose", "%E6%8B%9B%E6%A0%87%E5%AE%A1%E6%A0%B8");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Jieshou_Listed_IsPoorForEveryDepartmentAndOnThePageUntilAnObjectionHidesTheRecord()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var facts = new RegisterFacts(host.Get<ILedger>(), host.Legal, "jieshou", "jieshou-registrar");
        await facts.RegisterAsync(1);
        await facts.CollectAsync(1, "r-abnormal", "abnormal", "jieshou-scjg", ("SPECAUSE", "样例原因"));
        var code = RegisterFacts.Code(1);

        Assert.Equal("EC1105", (await host.CallAsync("jieshou-housing", "GET", $"credit/enterprises/{code}")).Code);
        var seen = await host.DoAsync("jieshou-housing", "GET", $"credit/enterprises/{code}", null, Purpose);
        var credit = seen.GetProperty("credit");
        Assert.Equal(("poor", "信用状况不良", 2), (Text(credit, "class"), Text(credit, "className"), credit.GetProperty("inspectionWeight").GetInt32()));
        Assert.Equal(["r-abnormal"], credit.GetProperty("reasons")[0].GetProperty("records").EnumerateArray().Select(record => record.GetString()));
        Assert.False(seen.TryGetProperty("warnings", out _));
        Assert.Equal("listed", Text((await host.DoAsync("jieshou-scjg", "GET", $"credit/enterprises/{code}", null, Purpose)).GetProperty("warnings")[0], "signal"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.CallAsync("hunan-housing", "GET", $"credit/enterprises/{code}", null, Purpose)).Status);

        // The page says the same, with the record and the article.
        var open = await host.DoAsync("jieshou-housing", "GET", $"public/enterprises/{code}");
        Assert.Equal(credit.GetRawText(), open.GetProperty("credit").GetRawText());

        await facts.HappenAsync("r-abnormal", new RecordEvent.Suspended(host.Legal.GetUtcNow(), "jieshou-scjg", "objection-1"));
        var hidden = await host.DoAsync("jieshou-scjg", "GET", $"credit/enterprises/{code}", null, Purpose);
        Assert.Equal("plain", Text(hidden.GetProperty("credit"), "class"));
        Assert.Empty(hidden.GetProperty("warnings").EnumerateArray());
    }

    [Fact]
    public async Task Hunan_Warnings_AreKeptDailyListedForSupervisionAndEndWithWhatRaisedThem()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var facts = new RegisterFacts(host.Get<ILedger>(), host.Legal, "hunan", "hunan-aic");
        await facts.RegisterAsync(1);
        await facts.RegisterAsync(2);
        await facts.CollectAsync(1, "r-serious", "serious", "hunan-aic");
        Assert.Equal(1, await host.Get<CreditDesk>().SweepAsync(Cancellation));
        Assert.Equal(0, await host.Get<CreditDesk>().SweepAsync(Cancellation));

        var listed = Assert.Single((await host.DoAsync("hunan-aic", "GET", "credit/warnings")).GetProperty("items").EnumerateArray());
        Assert.Equal((RegisterFacts.Code(1), "poor"), (Text(listed.GetProperty("enterprise"), "creditCode"), Text(listed, "class")));
        Assert.Equal(("dishonest", "serious"), (Text(listed.GetProperty("warnings")[0], "signal"), Text(listed.GetProperty("warnings")[0], "level")));
        Assert.Equal(HttpStatusCode.Forbidden, (await host.CallAsync("hunan-housing", "GET", "credit/warnings")).Status);
        Assert.Empty((await host.DoAsync("jieshou-scjg", "GET", "credit/warnings")).GetProperty("items").EnumerateArray());

        await facts.HappenAsync("r-serious", new RecordEvent.Withdrawn(host.Legal.GetUtcNow(), "hunan-aic", "撤销"));
        Assert.Equal(1, await host.Get<CreditDesk>().SweepAsync(Cancellation));
        Assert.Empty((await host.DoAsync("hunan-aic", "GET", "credit/warnings")).GetProperty("items").EnumerateArray());
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
