using System.Text.Json.Nodes;
using EntCredit.Domain.Departments;
using EntCredit.Functions.Access;
using EntCredit.Stores.Audit;

namespace EntCredit.Functions.Tests.Access;

/// <summary>Every access to what is not public is written down before it is answered; what cannot be written down does not happen.</summary>
[Collection(AccessTownCollection.Name)]
public sealed class AuditTests(AccessTown town)
{
    private const string Person = "539999199003070017";

    private static readonly string Auditor = Personas.Key(Personas.Of(DepartmentRole.Auditor));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Access_OfAnyOutcome_IsInTheTrailWithWhoWhatAndWhy()
    {
        var approver = Personas.Key(Personas.Of(DepartmentRole.Approver));
        var own = AccessTown.RecordOf(Personas.Of(DepartmentRole.Approver));
        var neighbour = AccessTown.RecordOf(Personas.Neighbour);
        var purpose = (Purpose.Header, Uri.EscapeDataString($"核查{Person}投诉"));
        using (await town.Host.SendAsync("GET", "/api/v1/records/" + own, approver, null, purpose, ("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")))
        using (await town.Host.SendAsync("GET", "/api/v1/records/" + neighbour, approver))
        using (await town.Host.SendAsync("GET", "/api/v1/operations/audit", approver))
        using (await town.Host.SendAsync("GET", "/api/v1/records/" + Person, approver))
        {
            var entries = (await town.Host.Get<IAuditTrail>().ReadAsync(new AuditQuery(["hunan-approver"], null, null, 4), Cancellation)).Select(stored => stored.Entry).ToList();
            Assert.Equal(
                [
                    ("GetRecord", 404, "id=****************17", null),
                    ("ListAudit", 403, "", null),
                    ("GetRecord", 404, "id=" + neighbour, null),
                    ("GetRecord", 200, "id=" + own, "核查****************17投诉"),
                ],
                entries.Select(entry => (entry.Function, entry.Status, entry.About, entry.Purpose)));
            Assert.Equal("4bf92f3577b34da6a3ce929d0e0e4736", entries[^1].Trace);
            Assert.Equal("GET /api/v1/records/{id}", entries[^1].Route);
        }
    }

    [Fact]
    public async Task Access_BeyondOnesOwn_NamesWhoseItWas()
    {
        using var answer = await town.Host.SendAsync("GET", "/api/v1/records/" + AccessTown.RecordOf(Personas.Neighbour), Auditor);
        var entry = Assert.Single(await town.Host.Get<IAuditTrail>().ReadAsync(new AuditQuery(["hunan-auditor"], null, null, 1), Cancellation)).Entry;
        Assert.Equal((200, "hunan-neighbour@hunan"), ((int)answer.StatusCode, entry.Owners));
    }

    [Fact]
    public async Task Change_OfAnything_IsWrittenDownBeforeItBeginsAndWhenItIsDone()
    {
        var operatorKey = Personas.Key(Personas.Of(DepartmentRole.Operator));
        using var answer = await town.Host.SendAsync("POST", "/api/v1/operations/departments/hunan-bank/keys", operatorKey, """{"label":"迹"}""");
        var entries = await town.Host.Get<IAuditTrail>().ReadAsync(new AuditQuery(["hunan-operator"], null, null, 2), Cancellation);
        Assert.Equal([("IssueKey", 201), ("IssueKey", 0)], entries.Select(stored => (stored.Entry.Function, stored.Entry.Status)));
    }

    [Fact]
    public async Task Access_WithoutAKeyOrToThePublic_IsNotInTheTrail()
    {
        await using var host = await AccessHost.StartAsync();
        using (await host.SendAsync("GET", "/api/v1/batches"))
        using (await host.SendAsync("GET", "/api/v1/errors"))
        {
            Assert.Empty(await host.Get<IAuditTrail>().ReadAsync(new AuditQuery(null, null, null, 9), Cancellation));
            Assert.Contains(host.Logs, line => line.Contains("ListBatches was asked for without a valid credential (EC1001)", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task List_ByASupervisor_PagesThroughItsOwnJurisdiction()
    {
        for (var n = 0; n < 101; n++)
        {
            using (await town.Host.SendAsync("GET", "/api/v1/batches", Personas.Key("hunan-registrar")))
            {
            }
        }

        using (await town.Host.SendAsync("GET", "/api/v1/batches", Personas.Key(Personas.Stranger)))
        {
            var first = await ListAsync("?department=hunan-registrar");
            Assert.Equal(100, first["items"]!.AsArray().Count);
            var second = await ListAsync($"?department=hunan-registrar&after={first["next"]}");
            Assert.NotEmpty(second["items"]!.AsArray());
            Assert.All(first["items"]!.AsArray().Concat(second["items"]!.AsArray()), item => Assert.Equal("hunan-registrar", (string?)item!["department"]));
            Assert.DoesNotContain("fujian", (await ListAsync("")).ToJsonString(), StringComparison.Ordinal);
            Assert.Empty((await ListAsync("?day=2020-01-01"))["items"]!.AsArray());
        }
    }

    [Theory]
    [InlineData("?day=2020-02-30", 400)]
    [InlineData("?after=x", 400)]
    [InlineData("?department=fujian-stranger", 404)]
    public async Task List_OfWhatIsNotThere_IsNumbered(string query, int status)
    {
        using var answer = await town.Host.SendAsync("GET", "/api/v1/operations/audit" + query, Auditor);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%00")]
    [InlineData("%FF%FE")]
    public async Task Purpose_ThatIsIllegible_Is400(string purpose)
    {
        using var answer = await town.Host.SendAsync("GET", "/api/v1/batches", Auditor, null, (Purpose.Header, purpose));
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Trail_ThatCannotBeWritten_ClosesTheDoors()
    {
        var file = Path.GetTempFileName();
        await using var host = await AccessHost.StartAsync("EntCredit:Audit:Path=" + Path.Combine(file, "audit.db"));
        var operatorKey = Personas.Key(Personas.Of(DepartmentRole.Operator));
        foreach (var method in new[] { "GET", "POST" })
        {
            using var answer = await host.SendAsync(method, "/api/v1/operations/departments/hunan-bank/keys", operatorKey, method == "GET" ? null : """{"label":"甲"}""");
            Assert.Equal(503, (int)answer.StatusCode);
            Assert.Equal("EC9003", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["code"]);
        }

        var bank = host.Get<DepartmentRegister>().Find("hunan-bank")!;
        Assert.Equal(2, (await host.Get<EntCredit.Stores.Departments.DepartmentKeys>().OfAsync(bank, Cancellation)).Keys.Length);
        File.Delete(file);
    }

    private async Task<JsonNode> ListAsync(string query)
    {
        using var answer = await town.Host.SendAsync("GET", "/api/v1/operations/audit" + query, Auditor);
        Assert.Equal(200, (int)answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;
    }
}
