using System.Net;
using System.Text.Json;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Records;
using EntCredit.Stores.Audit;
using EntCredit.Stores.Ledger;

namespace EntCredit.Functions.Tests.Cases;

/// <summary>P4, P5 over HTTP (界政办〔2020〕5号 三(二), 五(八)): what is collected under an enterprise's name, as each may see it.</summary>
[Collection("cases")]
public sealed class EnterpriseFileTests
{
    private const string Route = "enterprises/";

    private static readonly (string, string) Purpose = ("X-Purpose", "%E6%8B%9B%E6%A0%87%E5%AE%A1%E6%A0%B8");

    private static readonly string Code = RegisterFacts.Code(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Jieshou_AnEnterprisesFile_IsAsWideAsEachReadersOffice()
    {
        await using var host = await DoorHost.StartAsync("2020-07-10 10:00");
        await SeedAsync(host);

        Assert.Equal("EC1105", (await host.CallAsync("jieshou-fgw", "GET", Route + Code)).Code);
        Assert.Equal("EC1003", (await host.CallAsync("jieshou-fgw", "GET", Route + "123", null, Purpose)).Code);
        Assert.Equal("EC1004", (await host.CallAsync("jieshou-fgw", "GET", Route + RegisterFacts.Code(99), null, Purpose)).Code);

        // Another department: what is public or shared, without state; nothing of what is refused, held or for inquiry by authorization alone.
        var neighbour = await FileAsync(host, "jieshou-fgw");
        Assert.Equal(["r-public", "r-register-1", "r-shared"], Ids(neighbour));
        Assert.Empty(neighbour.GetProperty("refused").EnumerateArray());
        Assert.False(neighbour.TryGetProperty("cases", out _));
        var shared = Record(neighbour, "r-shared");
        Assert.Equal(("适用简易程序作出的行政处罚信息", "界政办〔2020〕5号 三(二)6"), (Text(shared, "category"), Text(shared, "basis")));
        Assert.False(shared.GetProperty("public").GetBoolean());
        Assert.False(shared.TryGetProperty("phase", out _) || shared.TryGetProperty("duties", out _));
        Assert.Equal("样罚〔2020〕shared号", Text(Assert.Single(shared.GetProperty("fields").EnumerateArray(), field => Text(field, "code") == "CF_WSH"), "value"));
        Assert.Contains(neighbour.GetProperty("use").EnumerateArray(), term => Text(term, "text")!.Contains("不得擅自向社会公布") && Text(term, "source") == "界政办〔2020〕5号 五(八)");
        Assert.Equal(("penalty", "界首市城市管理行政执法局"), (Text(neighbour.GetProperty("suspended")[0], "item"), Text(neighbour.GetProperty("suspended")[0], "provider")));

        // Its own department and market supervision: everything, with what is owed.
        foreach (var office in new[] { "jieshou-enforcement", "jieshou-scjg" })
        {
            var whole = await FileAsync(host, office);
            Assert.Equal(["r-authorized", "r-held", "r-hidden", "r-public", "r-register-1", "r-shared"], Ids(whole));
            Assert.Equal("heldForReview", Text(Record(whole, "r-held"), "phase"));
            Assert.Equal("suspended", Text(Record(whole, "r-hidden"), "phase"));
            var refused = Assert.Single(whole.GetProperty("refused").EnumerateArray());
            Assert.Equal(("r-refused", "awaitingCorrection", "T1-mend"), (Text(refused, "id"), Text(refused, "phase"), Text(refused.GetProperty("duties")[0], "rule")));
        }

        var objection = Assert.Single((await FileAsync(host, "jieshou-scjg")).GetProperty("cases").EnumerateArray());
        Assert.Equal(("objection", "objection-1", "lodged"), (Text(objection, "kind"), Text(objection, "id"), Text(objection, "phase")));
        Assert.False((await FileAsync(host, "jieshou-enforcement")).TryGetProperty("cases", out _));

        // Another jurisdiction: what the public reads.
        Assert.Equal(["r-public", "r-register-1"], Ids(await FileAsync(host, "hunan-housing")));
    }

    [Fact]
    public async Task Jieshou_AConsent_OpensWhatItsGiverProvidesUntilItsLastDay()
    {
        await using var host = await DoorHost.StartAsync("2020-07-10 10:00");
        await SeedAsync(host);
        var consent = new { enterprise = Code, to = "jieshou-fgw", purpose = "招标审核", notice = "界城管函〔2020〕1号", until = "2020-07-31" };
        Assert.Equal("EC4904", (await host.CallAsync("jieshou-enforcement", "POST", "consents", consent with { to = "jieshou-nobody" })).Code);
        Assert.Equal("EC4901", (await host.CallAsync("hunan-housing", "POST", "consents", consent)).Code);
        Assert.Equal(HttpStatusCode.Created, (await host.CallAsync("jieshou-enforcement", "POST", "consents", consent)).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.CallAsync("jieshou-enforcement", "POST", "consents", consent)).Status);
        Assert.Equal("EC4905", (await host.CallAsync("jieshou-enforcement", "POST", "consents", consent with { until = "2020-08-31" })).Code);

        var listed = Assert.Single((await host.DoAsync("jieshou-fgw", "GET", "consents")).GetProperty("items").EnumerateArray());
        Assert.Equal(("界城管函〔2020〕1号", Code), (Text(listed, "notice"), Text(listed.GetProperty("enterprise"), "creditCode")));
        Assert.Empty((await host.DoAsync("jieshou-housing", "GET", "consents")).GetProperty("items").EnumerateArray());

        Assert.Equal(["r-authorized", "r-public", "r-register-1", "r-shared"], Ids(await FileAsync(host, "jieshou-fgw")));
        Assert.DoesNotContain("r-authorized", Ids(await FileAsync(host, "jieshou-housing")));
        host.MoveTo("2020-08-01 09:00");
        Assert.DoesNotContain("r-authorized", Ids(await FileAsync(host, "jieshou-fgw")));
    }

    [Fact]
    public async Task AFile_ThatIsRead_IsInTheAuditTrailWithItsPurposeAndWhoseItReached()
    {
        await using var host = await DoorHost.StartAsync("2020-07-10 10:00");
        await SeedAsync(host);
        await FileAsync(host, "jieshou-fgw");
        var entry = (await host.Get<IAuditTrail>().ReadAsync(new AuditQuery(["jieshou-fgw"], null, null, 10), Cancellation))[0].Entry;
        Assert.Equal(("GetEnterpriseFile", "招标审核", "jieshou-enforcement@jieshou"), (entry.Function, entry.Purpose, entry.Owners));
    }

    private static async Task SeedAsync(DoorHost host)
    {
        var facts = new RegisterFacts(host.Get<ILedger>(), host.Legal, "jieshou", "jieshou-registrar");
        await facts.RegisterAsync(1);
        await facts.CollectAsync(1, "r-public", "penalty", "jieshou-enforcement", ("CF_WSH", "样罚〔2020〕public号"));
        await facts.CollectAsync(1, "r-hidden", "penalty", "jieshou-enforcement", ("CF_WSH", "样罚〔2020〕hidden号"));
        await facts.HappenAsync("r-hidden", new RecordEvent.Suspended(host.Legal.GetUtcNow(), "jieshou-scjg", "objection-1"));
        await TakeAsync(host, "r-shared", Publicity.CollectedOnly, UseScope.Public, true, "简易程序");
        await TakeAsync(host, "r-authorized", Publicity.CollectedOnly, UseScope.OnAuthorization, true, "一般程序");
        await TakeAsync(host, "r-held", Publicity.Published, UseScope.Public, false, "一般程序");
        var at = host.Legal.GetUtcNow();
        await AppendAsync(host, "r-refused", "r-refused", new RecordEvent.Refused(at, Origin, Content("refused", UseScope.Public, "一般程序"), [])
        {
            Opened = [new OpenedDuty("T1-mend", "jieshou-enforcement", new DateOnly(2020, 7, 10), new DateOnly(2020, 7, 15), "2020-1")],
        });
        await AppendAsync(host, "objection-1", "subject-1", new ObjectionEvent.Lodged(
            at, new ObjectionSubject("r-hidden", "subject-1", "jieshou-enforcement", "jieshou", "penalty"), "jieshou-scjg", "c0ffee", ["ab12"], null));
    }

    private static RecordOrigin Origin => new("jieshou-enforcement", "jieshou", "penalty", "20200701020000-aabbccddee", 3);

    private static RecordContent Content(string name, UseScope scope, string procedure) => new(
        "penalty", new Dictionary<string, string> { ["CF_WSH"] = $"样罚〔2020〕{name}号" }, new Dictionary<string, string>(), new SubjectKey(Code, null, "样例第1有限公司"),
        $"样罚〔2020〕{name}号", new DateOnly(2020, 7, 1), ContentStatus.Valid, scope, true, procedure, null);

    private static Task TakeAsync(DoorHost host, string record, Publicity publicity, UseScope scope, bool reviewed, string procedure) => AppendAsync(
        host, record, "subject-1",
        new RecordEvent.Collected(host.Legal.GetUtcNow(), Origin, "subject-1", Content(record[2..], scope, procedure), "d-" + record, publicity, reviewed, true, null));

    private static Task AppendAsync(DoorHost host, string stream, string partition, Domain.Events.DomainEvent happened) =>
        host.Get<ILedger>().AppendAsync([new Append(stream, partition, 0, [happened])], Cancellation);

    private static Task<JsonElement> FileAsync(DoorHost host, string department) => host.DoAsync(department, "GET", Route + Code, null, Purpose);

    private static IEnumerable<string?> Ids(JsonElement file) => file.GetProperty("records").EnumerateArray().Select(record => Text(record, "id")).Order(StringComparer.Ordinal);

    private static JsonElement Record(JsonElement file, string id) => Assert.Single(file.GetProperty("records").EnumerateArray(), record => Text(record, "id") == id);

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
