using System.Text.Json.Nodes;
using EntCredit.Domain.Departments;
using EntCredit.Functions.Tests.Access;

namespace EntCredit.Functions.Tests.OpenApi;

/// <summary>Calls that no story of these tests makes, as the document declares them.</summary>
[Collection(AccessTownCollection.Name)]
public sealed class RareCallTests(AccessTown town)
{
    // A department whose things no other test of the town asks for.
    private const string Abroad = "fujian-scjg";

    private static readonly string Provider = Personas.Of(DepartmentRole.Provider);

    [Fact]
    public async Task Post_ARecord_IsAnsweredWithItsResult()
    {
        var body = $$"""
            {"item":"penalty","secrecyReview":"done","records":[{"行政相对人名称":"某某样例有限公司","行政相对人类别":"法人及非法人组织","统一社会信用代码":"{{AccessTown.Code}}",
            "行政处罚决定文书号":"样罚〔2026〕2号","违法行为类型":"未按规定堆放","处罚类别":"罚款","处罚内容":"罚款","罚款金额(万元)":1.5,"处罚决定日期":"2026-01-05","处罚机关":"样例机关","适用程序":"一般程序"}]}
            """;
        var (status, answer) = await AskAsync("POST", "/api/v1/records", Provider, body, ("Idempotency-Key", "example-1"));
        Assert.Equal((200, "accepted"), (status, (string?)answer["results"]![0]!["outcome"]));
    }

    [Fact]
    public async Task Upload_ALink_IsIssued()
    {
        var (status, answer) = await AskAsync("POST", "/api/v1/uploads", Provider, """{"item":"penalty","fileName":"样例.csv","secrecyReview":"done"}""");
        Assert.Equal((201, "PUT"), (status, (string?)answer["method"]));
    }

    [Fact]
    public async Task Withdraw_RecordAndBatch_AreTakenBack()
    {
        var (record, taken) = await AskAsync("POST", $"/api/v1/records/{AccessTown.RecordOf(Abroad)}/withdraw", Abroad, """{"reason":"选错文件"}""");
        Assert.Equal((200, "withdrawn"), (record, (string?)taken["phase"]));
        Assert.Equal(202, (await AskAsync("POST", $"/api/v1/batches/{AccessTown.BatchOf(Abroad)}/withdraw", Abroad, """{"reason":"选错文件"}""")).Status);
    }

    [Fact]
    public async Task Sanction_ReceivedAndApplied_IsAnsweredWithItsShare()
    {
        var sanction = "/api/v1/sanctions/" + CaseTown.CaseOf(Personas.Neighbour);
        Assert.Equal(200, (await AskAsync("POST", sanction + "/receive", Personas.Neighbour)).Status);
        Assert.Equal(200, (await AskAsync("POST", sanction + "/apply", Personas.Neighbour, """{"result":"已限制其参加政府采购活动"}""")).Status);
        Assert.Equal(200, (await AskAsync("POST", "/api/v1/restrictions/" + CaseTown.CaseOf(Personas.Neighbour) + "/lift", Personas.Neighbour, """{"reason":"义务已履行"}""")).Status);
    }

    [Fact]
    public async Task Commitment_TheFileOfTheDigestThatWasWrittenDown_IsKeptAndShownToWhomTheNoticeConcerns()
    {
        var registrar = Personas.Of(DepartmentRole.Registrar);
        var path = $"/api/v1/dual-notices/{CaseTown.CaseOf(registrar)}/commitment";
        async Task<HttpResponseMessage> PutAsync(byte[] bytes) =>
            await town.Host.SendAsync("PUT", path, Personas.Key(registrar), $$"""{"content":"{{Convert.ToBase64String(bytes)}}"}""");

        using var kept = await PutAsync(CaseTown.EvidenceBytes);
        Assert.Equal(204, (int)kept.StatusCode);
        using var another = await PutAsync("%PDF-1.7 another"u8.ToArray());
        Assert.Contains("EC4417", await another.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var text = await PutAsync("text"u8.ToArray());
        Assert.Equal(415, (int)text.StatusCode);

        using var shown = await town.Host.SendAsync("GET", path, Personas.Key(Personas.Of(DepartmentRole.MarketSupervision)));
        Assert.Equal("application/pdf", shown.Content.Headers.ContentType?.MediaType);
        Assert.Equal(CaseTown.EvidenceBytes, await shown.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var hidden = await town.Host.SendAsync("GET", path, Personas.Key(Personas.Neighbour));
        Assert.Equal(404, (int)hidden.StatusCode);
    }

    [Fact]
    public async Task Explain_ADeadline_CountsEachDay()
    {
        var (status, answer) = await AskAsync("GET", "/api/v1/deadlines/explain?from=2020-06-30&workingDays=7", Provider);
        Assert.Equal((200, "2020-07-09"), (status, (string?)answer["due"]));
    }

    [Fact]
    public async Task LoadCalendar_ADryRun_SaysWhatItWouldChange()
    {
        var file = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "shared", "Domain", "Calendar", "notices.json"), TestContext.Current.CancellationToken))!;
        var notices = file["notices"]!.AsArray();
        while (notices.Count > 1) notices.RemoveAt(0);
        var (status, answer) = await AskAsync("POST", "/api/v1/operations/calendar-notices?dryRun=true", Personas.Of(DepartmentRole.Operator), file.ToJsonString());
        Assert.True(status == 200, answer.ToJsonString());
        Assert.Empty(answer["loaded"]!.AsArray());
    }

    [Fact]
    public async Task Search_ByWordsOfAName_TellsTheEnterprise()
    {
        var (status, answer) = await AskAsync("GET", "/api/v1/public/enterprises?q=" + Uri.EscapeDataString("公司"), Provider);
        Assert.Equal(200, status);
        Assert.NotEmpty(answer["items"]!.AsArray());
    }

    [Fact]
    public async Task LoadLaw_ADryRunOfACatalogueWithoutItsItems_NamesWhatIsWrong()
    {
        var (status, answer) = await AskAsync(
            "POST", "/api/v1/operations/law/catalogue?dryRun=true&file=items.json", Personas.Of(DepartmentRole.Operator), """{"version":"2026-1","items":[]}""");
        Assert.Equal((422, "EC1008"), (status, (string?)answer["code"]));
    }

    private async Task<(int Status, JsonNode Body)> AskAsync(string method, string path, string department, string? body = null, params (string, string)[] headers)
    {
        using var answer = await town.Host.SendAsync(method, path, Personas.Key(department), body, headers);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }
}
