using System.Net;
using System.Text.Json;
using EntCredit.Domain.Sanctions;
using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Reconciliation;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;

namespace EntCredit.Functions.Tests.Cases;

/// <summary>联合惩戒 over HTTP: 界政办〔2020〕5号 五(六) and 湘商改〔2016〕7号 第九条, played by their departments.</summary>
[Collection("cases")]
public sealed class SanctionDoorTests
{
    private const string Enterprise = "91990000MA00000008";

    private static readonly object Jieshou = new
    {
        enterprise = Enterprise, list = "“黑名单”", cause = "cause-1", implementers = new[] { "jieshou-housing", "jieshou-enforcement" },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Jieshou_TwoDepartments_OneReceivesInThreeDaysTheOtherIsNotedOverdue()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var id = (await host.DoAsync("jieshou-fgw", "POST", "sanctions", Jieshou)).GetProperty("id").GetString()!;

        var owed = (await host.DoAsync("jieshou-housing", "GET", "inbox")).GetProperty("items").EnumerateArray().Single();
        Assert.Equal(("T12", "2020-07-06", 5, false), (Text(owed, "rule"), Text(owed, "due"), owed.GetProperty("daysLeft").GetInt32(), owed.GetProperty("overdue").GetBoolean()));
        Assert.Equal(Enterprise, owed.GetProperty("enterprise").GetProperty("creditCode").GetString());
        var why = await host.DoAsync("jieshou-housing", "GET", Text(owed, "explanation")!["/api/v1/".Length..]);
        Assert.Equal("2020-07-06", Text(why, "due"));
        Assert.Contains(why.GetProperty("text").EnumerateArray(), line => line.GetString()!.Contains("界政办〔2020〕5号", StringComparison.Ordinal));

        host.MoveTo("2020-07-06 17:00");
        var received = await host.DoAsync("jieshou-housing", "POST", $"sanctions/{id}/receive");
        Assert.Equal(["received"], Phases(received));
        Assert.Empty((await host.DoAsync("jieshou-housing", "GET", "inbox")).GetProperty("items").EnumerateArray());

        host.MoveTo("2020-07-07 00:00");
        await host.EndAsync(Instances.OfSanctionDelivery(id, "jieshou-enforcement"));
        Assert.Equal(["T12 jieshou-enforcement 2020-07-06"], await host.NotedAsync(Instances.OfSanctionDelivery(id, "jieshou-enforcement")));
        Assert.Empty(await host.NotedAsync(Instances.OfSanctionDelivery(id, "jieshou-housing")));

        var all = await host.DoAsync("jieshou-fgw", "GET", $"sanctions/{id}");
        Assert.Equal(["pushed", "received"], Phases(all));
        Assert.Equal(
            ["overdue", "met"],
            all.GetProperty("deliveries").EnumerateArray().SelectMany(one => one.GetProperty("duties").EnumerateArray()).Select(duty => Text(duty, "standing")));
        Assert.True((await host.DoAsync("jieshou-enforcement", "GET", "inbox")).GetProperty("items")[0].GetProperty("overdue").GetBoolean());
    }

    [Fact]
    public async Task Hunan_TwoDepartmentsRestrict_OneFeedsBackInFifteenDaysTheOtherIsNotedOverdue()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var sanction = (await host.DoAsync("hunan-high-court", "POST", "sanctions", new
        {
            enterprise = Enterprise, list = "失信被执行人", cause = "cause-1", implementers = new[] { "hunan-housing", "hunan-aic" },
            persons = new[] { new { name = "示例甲", idNumber = "000000000000000000", post = "法定代表人" } },
        })).GetProperty("id").GetString();
        object decision = new { sanction, decidedOn = "2020-07-01", measure = "限制参加政府采购活动" };
        var housing = Text(await host.DoAsync("hunan-housing", "POST", "restrictions", decision), "id");
        var aic = Text(await host.DoAsync("hunan-aic", "POST", "restrictions", decision), "id");

        host.MoveTo("2020-07-22 18:00");
        var fedBack = await host.DoAsync("hunan-housing", "POST", $"restrictions/{housing}/feedback", new { result = "已限制参加2020年第三批采购" });
        Assert.Equal(("fedBack", "met"), (Text(fedBack, "phase"), Text(fedBack.GetProperty("duties")[0], "standing")));

        host.MoveTo("2020-07-23 00:00");
        await host.EndAsync(Instances.OfRestriction(aic!));
        Assert.Equal(["T13 hunan-aic 2020-07-22"], await host.NotedAsync(Instances.OfRestriction(aic!)));
        Assert.Empty(await host.NotedAsync(Instances.OfRestriction(housing!)));

        // The feedback is the initiator's to see; another implementer's decision is not an implementer's.
        var following = await host.DoAsync("hunan-high-court", "GET", $"restrictions?sanction={sanction}");
        Assert.Equal([aic, housing], following.GetProperty("items").EnumerateArray().Select(one => Text(one, "id")));
        Assert.Equal(HttpStatusCode.OK, (await host.CallAsync("hunan-high-court", "GET", $"restrictions/{housing}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.CallAsync("hunan-housing", "GET", $"restrictions/{aic}")).Status);
    }

    [Fact]
    public async Task Lift_ReachesWhoReceivedRecallsTheRestAndEndsWhatFollows()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var sanction = Text(
            await host.DoAsync("hunan-high-court", "POST", "sanctions", new
            {
                enterprise = Enterprise, list = "失信被执行人", cause = "cause-1", implementers = new[] { "hunan-housing", "hunan-aic" },
            }),
            "id");
        await host.DoAsync("hunan-housing", "POST", $"sanctions/{sanction}/receive");
        var restriction = Text(
            await host.DoAsync("hunan-housing", "POST", "restrictions", new { sanction, decidedOn = "2020-07-01", measure = "限制参加政府采购活动" }), "id");

        var lifted = await host.DoAsync("hunan-high-court", "POST", $"sanctions/{sanction}/lift", new { reason = "已履行生效法律文书确定的义务" });

        Assert.Equal(["recalled", "liftingSent"], Phases(lifted));
        var ended = await host.DoAsync("hunan-housing", "GET", $"restrictions/{restriction}");
        Assert.Equal(("lifted", "cancelled"), (Text(ended, "phase"), Text(ended.GetProperty("duties")[0], "standing")));
        var waiting = await host.DoAsync("hunan-housing", "GET", "inbox/waiting");
        Assert.Equal([$"sanction-{sanction}-hunan-housing"], waiting.GetProperty("items").EnumerateArray().Select(one => Text(one, "about")));
        Assert.Equal(["lifted"], Phases(await host.DoAsync("hunan-housing", "POST", $"sanctions/{sanction}/receive-lifting")));
        Assert.Equal(
            "EC4307",
            (await host.CallAsync("hunan-housing", "POST", "restrictions", new { sanction, decidedOn = "2020-07-01", measure = "限制表彰" })).Code);
        Assert.Empty(await host.Get<ICaseIndex>().UnsettledSanctionsAsync(10, Cancellation));
    }

    [Fact]
    public async Task Initiate_TheSameAgain_IsOneSanctionAndAnotherContentUnderTheKeyIsRefused()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var first = await host.CallAsync("jieshou-fgw", "POST", "sanctions", Jieshou, ("Idempotency-Key", "k-1"));
        var again = await host.CallAsync("jieshou-fgw", "POST", "sanctions", Jieshou, ("Idempotency-Key", "k-1"));
        var other = await host.CallAsync(
            "jieshou-fgw", "POST", "sanctions", new { enterprise = Enterprise, list = "“黑名单”", cause = "cause-2", implementers = new[] { "jieshou-housing" } }, ("Idempotency-Key", "k-1"));
        var others = await host.CallAsync("jieshou-housing", "POST", "sanctions", Jieshou, ("Idempotency-Key", "k-1"));
        var another = await host.CallAsync("jieshou-fgw", "POST", "sanctions", Jieshou, ("Idempotency-Key", "k-2"));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.Status, again.Status));
        Assert.Equal(Text(first.Body, "id"), Text(again.Body, "id"));
        Assert.Equal((HttpStatusCode.Conflict, "EC1501"), (other.Status, other.Code));
        Assert.Equal(HttpStatusCode.Created, others.Status);
        Assert.NotEqual(Text(first.Body, "id"), Text(another.Body, "id"));

        // Without a key the content tells; once it was lifted, only a key begins another.
        var plain = await host.CallAsync("jieshou-fgw", "POST", "sanctions", Jieshou);
        Assert.Equal(Text(plain.Body, "id"), Text((await host.CallAsync("jieshou-fgw", "POST", "sanctions", Jieshou)).Body, "id"));
        await host.DoAsync("jieshou-fgw", "POST", $"sanctions/{Text(plain.Body, "id")}/lift", new { reason = "已解除" });
        Assert.Equal("EC1504", (await host.CallAsync("jieshou-fgw", "POST", "sanctions", Jieshou)).Code);
    }

    [Fact]
    public async Task Act_UponAnOldVersion_IsRefusedAndChangesNothing()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var begun = await host.CallAsync("jieshou-fgw", "POST", "sanctions", Jieshou);
        var id = Text(begun.Body, "id");
        var seen = await host.CallAsync("jieshou-housing", "GET", $"sanctions/{id}");
        await host.DoAsync("jieshou-housing", "POST", $"sanctions/{id}/receive", null, ("If-Match", seen.Tag!));

        var stale = await host.CallAsync("jieshou-fgw", "POST", $"sanctions/{id}/lift", new { reason = "已解除" }, ("If-Match", begun.Tag!));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "EC1502"), (stale.Status, stale.Code));
        var now = await host.CallAsync("jieshou-fgw", "GET", $"sanctions/{id}");
        Assert.False(now.Body.TryGetProperty("liftedAt", out _));
        Assert.Equal(HttpStatusCode.OK, (await host.CallAsync("jieshou-fgw", "POST", $"sanctions/{id}/lift", new { reason = "已解除" }, ("If-Match", now.Tag!))).Status);
    }

    [Fact]
    public async Task Sanction_ForWhoHasNothingToDoWithIt_IsNotThere()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var id = Text(await host.DoAsync("jieshou-fgw", "POST", "sanctions", Jieshou), "id");

        Assert.Equal(HttpStatusCode.NotFound, (await host.CallAsync("jieshou-registrar", "GET", $"sanctions/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.CallAsync("hunan-housing", "POST", $"sanctions/{id}/receive")).Status);
        Assert.Equal("EC4306", (await host.CallAsync("jieshou-fgw", "POST", $"sanctions/{id}/receive")).Code);
        Assert.Equal("EC4305", (await host.CallAsync("jieshou-housing", "POST", $"sanctions/{id}/lift", new { reason = "已解除" })).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.CallAsync("jieshou-housing", "GET", "sanctions?scope=jurisdiction")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.CallAsync("nobody", "GET", $"sanctions/{id}")).Status);

        // An implementer sees its own share, who supervises sees all.
        Assert.Single(Phases(await host.DoAsync("jieshou-housing", "GET", $"sanctions/{id}")));
        Assert.Equal(2, Phases(await host.DoAsync("jieshou-scjg", "GET", $"sanctions/{id}")).Count);
        Assert.Single((await host.DoAsync("jieshou-scjg", "GET", "sanctions?scope=jurisdiction")).GetProperty("items").EnumerateArray());
        Assert.Empty((await host.DoAsync("jieshou-housing", "GET", "sanctions?role=initiator")).GetProperty("items").EnumerateArray());
        Assert.Single((await host.DoAsync("jieshou-housing", "GET", "sanctions?role=implementer")).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("""{ "enterprise": "91990000MA00000009", "list": "x", "cause": "c", "implementers": ["jieshou-housing"] }""")]
    [InlineData("""{ "enterprise": "91990000MA00000008", "list": "x", "cause": "c", "implementers": [] }""")]
    [InlineData("""{ "enterprise": "91990000MA00000008", "list": "x", "cause": "c" }""")]
    [InlineData("""{ "enterprise": "91990000MA00000008", "list": "x", "cause": "c", "implementers": [null] }""")]
    [InlineData("""{ "enterprise": "91990000MA00000008", "list": "x", "cause": "c", "implementers": ["jieshou-housing"], "more": 1 }""")]
    [InlineData("""{ "enterprise": "91990000MA00000008", "list": "x", "cause": "c", "implementers": ["jieshou-housing"], "persons": [null] }""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Initiate_WithABodyThatIsNone_IsRefusedAsAProblem(string body)
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var answer = await host.CallAsync("jieshou-fgw", "POST", "sanctions", JsonDocument.Parse(body).RootElement);
        Assert.True(answer.Status == HttpStatusCode.BadRequest && answer.Code is "EC1111" or "EC1503", answer.Code);
    }

    // Another store may land part of a call: the reconciler finds the rest by the ledger.
    [Fact]
    public async Task Reconciler_OnlyTheSanctionLanded_PushesAndLiftsWhatIsMissing()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        const string Id = "00000000000000000001";
        var target = new SanctionTarget("subject-1", "jieshou", "“黑名单”", "cause-1");
        await CommitAsync(host, Instances.OfSanction(Id), 0, new SanctionEvent.Initiated(host.Legal.GetUtcNow(), "jieshou-fgw", target, ["jieshou-housing"]));

        Assert.Equal(1, (await host.Get<Reconciler>().RunAsync(host.Client, Cancellation)).UnsettledSanctions);
        Assert.Equal(["pushed"], Phases(await host.DoAsync("jieshou-fgw", "GET", $"sanctions/{Id}")));

        await CommitAsync(host, Instances.OfSanction(Id), 1, new SanctionEvent.Lifted(host.Legal.GetUtcNow(), "jieshou-fgw", "已解除"));
        Assert.Equal(1, (await host.Get<Reconciler>().RunAsync(host.Client, Cancellation)).UnsettledSanctions);
        Assert.Equal(["recalled"], Phases(await host.DoAsync("jieshou-fgw", "GET", $"sanctions/{Id}")));
        Assert.Equal(0, (await host.Get<Reconciler>().RunAsync(host.Client, Cancellation)).UnsettledSanctions);
    }

    [Fact]
    public async Task Extend_PushesToTheFurtherDepartmentAlone()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var id = Text(await host.DoAsync("jieshou-fgw", "POST", "sanctions", Jieshou), "id");
        host.MoveTo("2020-07-03 10:00");
        await host.DoAsync("jieshou-fgw", "POST", $"sanctions/{id}/extend", new { implementers = new[] { "jieshou-registrar", "jieshou-housing" } });

        var owed = (await host.DoAsync("jieshou-registrar", "GET", "inbox")).GetProperty("items").EnumerateArray().Single();
        Assert.Equal("2020-07-08", Text(owed, "due"));
        Assert.Equal("2020-07-06", Text((await host.DoAsync("jieshou-housing", "GET", "inbox")).GetProperty("items").EnumerateArray().Single(), "due"));
    }

    private static Task CommitAsync(DoorHost host, string stream, long version, SanctionEvent happened) =>
        host.Get<ILedger>().AppendAsync([new Append(stream, "subject-1", version, [happened])], Cancellation);

    private static List<string?> Phases(JsonElement sanction) => [.. sanction.GetProperty("deliveries").EnumerateArray().Select(one => Text(one, "phase"))];

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
