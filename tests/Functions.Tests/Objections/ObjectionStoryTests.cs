using System.Net;
using System.Net.Http.Headers;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Records;
using EntCredit.Orchestrations.Reconciliation;
using EntCredit.Stores.Ledger;

namespace EntCredit.Functions.Tests.Objections;

/// <summary>An objection from the citizen's form to the corrected page, by the doors only (界政办〔2020〕5号 五(七); 湘商改〔2016〕7号 第十八条).</summary>
[Collection("cases")]
public sealed class ObjectionStoryTests(CaseStorage storage)
{
    private const string Provider = "jieshou-enforcement", Supervision = "jieshou-scjg", Stranger = "jieshou-housing", Record = "r-1";
    private static readonly byte[] Pdf = [.. "%PDF-1.7 证明"u8];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Objection_SuspendedUpheldAndCorrected_IsShownAsItGoes()
    {
        await using var town = await CaseTown.StartAsync(storage, "2020-07-13 10:00");
        await town.PublishPenaltyAsync(Record, Provider, "jieshou");
        var (id, secret) = await LodgeAsync(town);

        // A11: the mark stands beside it while it is shown.
        Assert.Equal("异议处理中", (string?)(await town.PublicAsync())["records"]![0]!["objectionMark"]);
        await town.ActAsync("objections", id, "forward", Supervision);
        await town.ActAsync("objections", id, "receive", Provider);
        Assert.Equal([$"T14 {Provider} 2020-08-10 Open"], await town.DutiesAsync("objection-" + id));

        await town.ActAsync("objections", id, "suspend", Provider, new { reason = "核实期间避免误导", notice = "界综执告〔2020〕1号" });
        Assert.Single((await town.PublicAsync())["records"]!.AsArray());
        await town.ActAsync("objections", id, "hide", Supervision);
        var hidden = await town.PublicAsync();
        Assert.Empty(hidden["records"]!.AsArray());
        Assert.Equal("该信息正在异议核实，暂停公示", (string?)hidden["suspended"]![0]!["mark"]);
        Assert.Equal("2020-07-13", (string?)hidden["suspended"]![0]!["since"]);
        Assert.DoesNotContain("罚款", hidden.ToJsonString(), StringComparison.Ordinal);
        var page = await town.SendAsync(HttpMethod.Get, "/enterprises/" + CaseTown.Code);
        Assert.Contains("该信息正在异议核实，暂停公示", page.Text, StringComparison.Ordinal);

        town.MoveTo("2020-07-20 10:00");
        await town.ActAsync("objections", id, "verify", Provider, new { finding = "upheld", reason = "金额录入有误" });
        await town.ActAsync("objections", id, "remedy", Provider, new { remedy = "correction", notice = "界综执更〔2020〕1号", fields = new Dictionary<string, string> { ["CF_NR_FK"] = "0.5" } });
        await town.ActAsync("objections", id, "carry-out", Supervision);
        await town.ActAsync("objections", id, "carry-out", Supervision);
        await town.ActAsync("objections", id, "resume", Supervision);
        await town.ActAsync("objections", id, "notify", Provider, new { notice = "界综执复〔2020〕1号" });

        var corrected = (await town.PublicAsync())["records"]![0]!;
        Assert.Equal(("2020-07-20", "界首市市场监督管理局"), ((string?)corrected["correctedOn"], (string?)corrected["correctedBy"]));
        Assert.Contains(corrected["fields"]!.AsArray(), field => (string?)field!["code"] == "CF_NR_FK" && (string?)field["value"] == "0.5");
        Assert.Null(corrected["objectionMark"]);
        Assert.Equal([$"T14 {Provider} 2020-08-10 Met"], await town.DutiesAsync("objection-" + id));
        await town.EndAsync("objection-" + id);

        // The identity number stays with the record, apart; it was never supplied again and never shown.
        var stream = await town.Get<ILedger>().LoadAsync(Record, Cancellation);
        var kept = await town.Get<IPersonalData>().ReadPersonalAsync(Record, stream.Events.Index().Last(pair => pair.Item is RecordEvent.Corrected).Index + 1, Cancellation);
        Assert.Equal("110101199003070000", ((RecordEvent.Corrected)kept.Event!).Personal!["CF_FR_ZJHM"]);

        var own = await town.SendAsync(HttpMethod.Get, "/api/v1/public/objections/" + id, secret: secret);
        Assert.Equal(("closed", "upheld", true), ((string?)own.Json["phase"], (string?)own.Json["finding"], (bool)own.Json["mended"]!));
    }

    [Fact]
    public async Task Objection_LetLapse_IsNotedOverdue()
    {
        await using var town = await CaseTown.StartAsync(storage, "2020-07-13 10:00");
        await town.PublishPenaltyAsync(Record, Provider, "jieshou");
        var (id, secret) = await LodgeAsync(town, with: "provider");
        Assert.Equal([$"T14 {Provider} 2020-08-10 Open"], await town.DutiesAsync("objection-" + id));

        town.MoveTo("2020-08-11 00:00");
        await town.EndAsync("objection-" + id);
        var own = (await town.SendAsync(HttpMethod.Get, "/api/v1/public/objections/" + id, secret: secret)).Json;
        Assert.Equal((true, "2020-08-10"), ((bool)own["overdue"]!, (string?)own["due"]));
    }

    // 确认应予更正的,按照前款规定予以处理 (H 第十八条): upheld, T15 starts; the written request keeps it.
    [Fact]
    public async Task Objection_UpheldInHunan_StartsTheThreeDaysOfTheCorrection()
    {
        await using var town = await CaseTown.StartAsync(storage, "2020-07-13 10:00");
        await town.PublishPenaltyAsync(Record, "hunan-housing", "hunan");
        var wrongDoor = await town.SendAsync(HttpMethod.Post, "/api/v1/public/objections", body: Body(with: "marketSupervision"));
        Assert.Equal("EC4102", wrongDoor.ErrorCode);
        var (id, _) = await LodgeAsync(town);
        var none = await town.SendAsync(HttpMethod.Post, $"/api/v1/objections/{id}/suspend", "hunan-housing", new { reason = "x", notice = "y" });
        Assert.Equal("EC4107", none.ErrorCode);

        await town.ActAsync("objections", id, "verify", "hunan-housing", new { finding = "upheld", reason = "金额有误" });
        Assert.Equal(["T15 hunan-housing 2020-07-16 Open"], await town.DutiesAsync("correction-" + id));
        var apart = await town.SendAsync(HttpMethod.Post, $"/api/v1/corrections/{id}/dismiss", "hunan-housing", new { reason = "x" });
        Assert.Equal("EC4210", apart.ErrorCode);
        await town.ActAsync("objections", id, "remedy", "hunan-housing", new { remedy = "correction", notice = "湘样〔2020〕1号", fields = new Dictionary<string, string> { ["罚款金额(万元)"] = "0.5" } });
        Assert.Equal(["T15 hunan-housing 2020-07-16 Met"], await town.DutiesAsync("correction-" + id));
        await town.ActAsync("objections", id, "carry-out", "hunan-aic");
        Assert.Equal("corrected", (string?)(await town.SendAsync(HttpMethod.Get, "/api/v1/corrections/" + id, "hunan-housing")).Json["phase"]);
        Assert.Equal("0.5", (await town.RecordAsync(Record)).Content!.Fields["CF_NR_FK"]);
    }

    [Fact]
    public async Task Objection_RemovedOrTakenBack_TheRecordFollows()
    {
        await using var town = await CaseTown.StartAsync(storage, "2020-07-13 10:00");
        await town.PublishPenaltyAsync(Record, Provider, "jieshou");
        var (first, secret) = await LodgeAsync(town, with: "provider");
        await town.ActAsync("objections", first, "suspend", Provider, new { reason = "核实", notice = "n-1" });
        await town.ActAsync("objections", first, "hide", Supervision);
        var (second, _) = await LodgeAsync(town, with: "provider", grounds: "另一理由");
        await town.ActAsync("objections", second, "suspend", Provider, new { reason = "核实", notice = "n-2" });
        await town.ActAsync("objections", second, "hide", Supervision);

        var back = await town.SendAsync(HttpMethod.Post, $"/api/v1/public/objections/{first}/withdraw", secret: secret);
        Assert.Equal("withdrawn", (string?)back.Json["phase"]);
        await town.ActAsync("objections", first, "resume", Supervision);
        Assert.Equal(RecordPhase.Suspended, (await town.RecordAsync(Record)).Phase);

        await town.ActAsync("objections", second, "verify", Provider, new { finding = "upheld", reason = "处罚决定已撤销" });
        await town.ActAsync("objections", second, "remedy", Provider, new { remedy = "removal", notice = "n-3" });
        await town.ActAsync("objections", second, "carry-out", Supervision);
        Assert.Equal(RecordPhase.Withdrawn, (await town.RecordAsync(Record)).Phase);
        var shown = await town.PublicAsync();
        Assert.Empty(shown["records"]!.AsArray());
        Assert.Null(shown["suspended"]?.AsArray().FirstOrDefault());
    }

    // On a store that writes two streams in two steps, only the case's fact may have landed.
    [Fact]
    public async Task Reconciler_RecordLacksWhatItsCaseDecided_CompletesIt()
    {
        await using var town = await CaseTown.StartAsync(storage, "2020-07-13 10:00");
        await town.PublishPenaltyAsync(Record, Provider, "jieshou");
        var (id, _) = await LodgeAsync(town, with: "provider");
        await town.ActAsync("objections", id, "suspend", Provider, new { reason = "核实", notice = "n-1" });
        await town.CommitAsync("objection-" + id, new ObjectionEvent.Hidden(town.Legal.GetUtcNow(), Supervision));
        Assert.Equal(RecordPhase.Published, (await town.RecordAsync(Record)).Phase);

        Assert.Equal(1, (await town.Get<Reconciler>().RunAsync(town.Client, Cancellation)).LackingEffect);
        Assert.Equal(RecordPhase.Suspended, (await town.RecordAsync(Record)).Phase);
        Assert.Equal(0, (await town.Get<Reconciler>().RunAsync(town.Client, Cancellation)).LackingEffect);

        // The same by a repetition of the command.
        await town.ActAsync("objections", id, "lift", Provider, new { notice = "n-2" });
        await town.CommitAsync("objection-" + id, new ObjectionEvent.Resumed(town.Legal.GetUtcNow(), Supervision));
        await town.ActAsync("objections", id, "resume", Supervision);
        Assert.Equal(RecordPhase.Published, (await town.RecordAsync(Record)).Phase);
    }

    [Fact]
    public async Task Objection_ReadByWhom_ShowsTheApplicantToProviderAndTakerOnly()
    {
        await using var town = await CaseTown.StartAsync(storage, "2020-07-13 10:00");
        await town.PublishPenaltyAsync(Record, Provider, "jieshou");
        var (id, secret) = await LodgeAsync(town, with: "provider");
        var path = "/api/v1/objections/" + id;

        Assert.Equal("示例申请人", (string?)(await town.SendAsync(HttpMethod.Get, path, Provider)).Json["applicant"]!["name"]);
        var overseen = await town.SendAsync(HttpMethod.Get, path, Supervision);
        Assert.Equal(HttpStatusCode.OK, overseen.Status);
        Assert.DoesNotContain("示例申请人", overseen.Text, StringComparison.Ordinal);
        Assert.Equal("EC4101", (await town.SendAsync(HttpMethod.Get, path, Stranger)).ErrorCode);
        Assert.Equal(HttpStatusCode.NotFound, (await town.SendAsync(HttpMethod.Post, path + "/receive", Stranger)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await town.SendAsync(HttpMethod.Get, path)).Status);

        var digest = (string)(await town.SendAsync(HttpMethod.Get, path, Provider)).Json["evidence"]![0]!;
        var file = await town.SendAsync(HttpMethod.Get, $"{path}/evidence/{digest}", Provider);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (file.Status, file.MediaType));
        Assert.Equal(HttpStatusCode.NotFound, (await town.SendAsync(HttpMethod.Get, $"{path}/evidence/{digest}", Supervision)).Status);

        // Listed where it concerns, and nowhere else.
        Assert.Single((await town.SendAsync(HttpMethod.Get, "/api/v1/objections", Provider)).Json["items"]!.AsArray());
        Assert.Single((await town.SendAsync(HttpMethod.Get, "/api/v1/objections?phase=underVerification", Supervision)).Json["items"]!.AsArray());
        Assert.Empty((await town.SendAsync(HttpMethod.Get, "/api/v1/objections?phase=closed", Provider)).Json["items"]!.AsArray());
        Assert.Empty((await town.SendAsync(HttpMethod.Get, "/api/v1/objections", Stranger)).Json["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.BadRequest, (await town.SendAsync(HttpMethod.Get, "/api/v1/objections?phase=x", Provider)).Status);

        // By the applicant with the secret; a wrong case and a wrong secret answer alike.
        var own = "/api/v1/public/objections/";
        Assert.Equal(HttpStatusCode.OK, (await town.SendAsync(HttpMethod.Get, own + id, secret: secret)).Status);
        var wrong = await town.SendAsync(HttpMethod.Get, own + id, secret: "00");
        var unknown = await town.SendAsync(HttpMethod.Get, own + "20200713-000000000000", secret: secret);
        Assert.Equal((HttpStatusCode.NotFound, wrong.Text), (unknown.Status, unknown.Text));
        Assert.Equal(HttpStatusCode.NotFound, (await town.SendAsync(HttpMethod.Get, own + id)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await town.SendAsync(HttpMethod.Post, own + id + "/withdraw", secret: "00")).Status);
    }

    [Fact]
    public async Task Act_RepeatedStaleOrWrong_ChangesNothing()
    {
        await using var town = await CaseTown.StartAsync(storage, "2020-07-13 10:00");
        await town.PublishPenaltyAsync(Record, Provider, "jieshou");
        var (id, _) = await LodgeAsync(town);
        var path = "/api/v1/objections/" + id;
        var before = (await town.SendAsync(HttpMethod.Get, path, Supervision)).ETag;

        Assert.Equal(HttpStatusCode.OK, (await town.SendAsync(HttpMethod.Post, path + "/forward", Supervision, ifMatch: before)).Status);
        var repeated = await town.SendAsync(HttpMethod.Post, path + "/forward", Supervision);
        Assert.Equal(HttpStatusCode.OK, repeated.Status);
        Assert.NotEqual(before, repeated.ETag);
        Assert.Equal("EC1307", (await town.SendAsync(HttpMethod.Post, path + "/receive", Provider, ifMatch: before)).ErrorCode);
        Assert.Equal("EC4105", (await town.SendAsync(HttpMethod.Post, path + "/receive", Supervision)).ErrorCode);
        Assert.Equal(HttpStatusCode.NotFound, (await town.SendAsync(HttpMethod.Post, path + "/burn", Provider)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await town.SendAsync(HttpMethod.Post, path + "/verify", Provider, new { finding = "perhaps" })).Status);
        using var noJson = new StringContent("{");
        Assert.Equal("EC1111", (await town.SendAsync(HttpMethod.Post, path + "/receive", Provider, content: noJson)).ErrorCode);

        // What would not pass as an upload is not shown as a correction.
        await town.ActAsync("objections", id, "receive", Provider);
        await town.ActAsync("objections", id, "verify", Provider, new { finding = "upheld", reason = "有误" });
        foreach (var (field, value, code) in new[]
                 {
                     ("CF_JDRQ", "2020-13-01", "EC4211"), ("没有的字段", "1", "EC4211"), ("CF_NR_FK", "1.5", "EC4212"), ("CF_XDR_SHXYM", "91990000MA0000002E", "EC4213"),
                 })
        {
            var refused = await town.SendAsync(
                HttpMethod.Post, path + "/remedy", Provider, new { remedy = "correction", notice = "n", fields = new Dictionary<string, string> { [field] = value } });
            Assert.True(refused.ErrorCode == code, $"{field}: {refused.Text}");
        }
    }

    [Fact]
    public async Task Lodge_WhatIsNotTaken_IsRefusedWithItsNumber()
    {
        await using var town = await CaseTown.StartAsync(storage, "2020-07-13 10:00");
        await town.PublishPenaltyAsync(Record, Provider, "jieshou");
        await LodgeAsync(town);
        var pdf = Convert.ToBase64String(Pdf);
        var big = Convert.ToBase64String([.. Pdf, .. new byte[5 * 1024 * 1024]]);
        foreach (var (body, code) in new (object Body, string Code)[]
                 {
                     (Body(record: "r-9"), "EC4001"), (Body(), "EC4104"), (Body(name: ""), "EC1302"), (Body(grounds: new string('长', 4001)), "EC1302"),
                     (Body(grounds: "二", evidence: []), "EC4103"), (Body(grounds: "二", evidence: [pdf, pdf, pdf, pdf, pdf, pdf]), "EC1303"),
                     (Body(grounds: "二", evidence: [big]), "EC1304"), (Body(grounds: "二", evidence: [Convert.ToBase64String("MZ exe"u8.ToArray())]), "EC1305"),
                     (Body(grounds: "二", evidence: ["***"]), "EC1301"), (Body(with: "nobody"), "EC1005"), ("text", "EC1111"),
                 })
        {
            var answer = await town.SendAsync(HttpMethod.Post, "/api/v1/public/objections", body: body);
            Assert.True(answer.ErrorCode == code, $"{code}: {answer.Text}");
        }
    }

    [Fact]
    public async Task Lodge_ByTheFormOfThePage_TellsCaseAndSecret()
    {
        await using var town = await CaseTown.StartAsync(storage, "2020-07-13 10:00");
        await town.PublishPenaltyAsync(Record, Provider, "jieshou");
        Assert.Contains("value=\"r-1\"", (await town.SendAsync(HttpMethod.Get, "/objections/new?record=r-1")).Text, StringComparison.Ordinal);
        Assert.Contains("/objections/new?record=r-1", (await town.SendAsync(HttpMethod.Get, "/enterprises/" + CaseTown.Code)).Text, StringComparison.Ordinal);

        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { ("record", Record), ("name", "示例申请人"), ("contact", "0558-0000000"), ("grounds", "金额有误") })
            form.Add(new StringContent(value), name);
        var file = new ByteArrayContent(Pdf) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
        form.Add(file, "evidence", "证明.pdf");
        var answer = await town.SendAsync(HttpMethod.Post, "/api/v1/public/objections", content: form);
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
        Assert.Equal(32, ((string)answer.Json["secret"]!).Length);
    }

    [Fact]
    public async Task Lodge_AFormThatEndsBeforeItsEnd_IsRefusedWithItsNumber()
    {
        await using var town = await CaseTown.StartAsync(storage, "2020-07-13 10:00");
        using var cut = new ByteArrayContent("--part\r\nContent-Disposition: form-data; name=\"evidence\"; filename=\"a.pdf\"\r\n\r\n%PDF"u8.ToArray());
        cut.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=part");
        var answer = await town.SendAsync(HttpMethod.Post, "/api/v1/public/objections", content: cut);
        Assert.Equal((HttpStatusCode.BadRequest, "EC1301"), (answer.Status, answer.ErrorCode));
    }

    // A department takes it at its counter for a citizen; only where the document names that department.
    [Fact]
    public async Task Take_AtACounter_IsTheDepartmentsOwn()
    {
        await using var town = await CaseTown.StartAsync(storage, "2020-07-13 10:00");
        await town.PublishPenaltyAsync(Record, Provider, "jieshou");
        var taken = await town.SendAsync(HttpMethod.Post, "/api/v1/objections", Supervision, Body());
        Assert.Equal(HttpStatusCode.Created, taken.Status);
        var seen = (await town.SendAsync(HttpMethod.Get, "/api/v1/objections/" + taken.Json["id"], Supervision)).Json;
        Assert.Equal((Supervision, "示例申请人"), ((string?)seen["with"], (string?)seen["applicant"]!["name"]));
        Assert.Equal("EC4102", (await town.SendAsync(HttpMethod.Post, "/api/v1/objections", Stranger, Body(grounds: "二"))).ErrorCode);
    }

    private static async Task<(string Id, string Secret)> LodgeAsync(CaseTown town, string? with = null, string grounds = "处罚金额有误")
    {
        var answer = await town.SendAsync(HttpMethod.Post, "/api/v1/public/objections", body: Body(with: with, grounds: grounds));
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
        return ((string)answer.Json["case"]!, (string)answer.Json["secret"]!);
    }

    private static object Body(
        string record = Record, string name = "示例申请人", string grounds = "处罚金额有误", string? with = null, IReadOnlyList<string>? evidence = null) => new
        {
            record,
            name,
            contact = "0558-0000000",
            grounds,
            with,
            evidence = (evidence ?? [Convert.ToBase64String(Pdf)]).Select(content => new { content }),
        };
}
