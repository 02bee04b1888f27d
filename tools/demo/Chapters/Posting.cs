using System.Net;
using System.Text.Json.Nodes;
using static EntCredit.Demo.Answers;
using static EntCredit.Demo.Timeline;
using static EntCredit.Demo.Town;

namespace EntCredit.Demo.Chapters;

/// <summary>Step 7, first part: an app posts records and reads their state.</summary>
public sealed class Posting(Town town)
{
    private const string Housing = "jieshou-housing", OneKey = "app-2020-08-05-1", ListKey = "app-2020-08-05-2";

    /// <summary>On 2020-08-05.</summary>
    public async Task PlayAsync()
    {
        Chapter("第七步（一）　业务系统通过接口报送记录");
        await town.MoveToAsync(new DateTime(2020, 8, 5, 10, 30, 0));
        await OneAsync();
        await ListAsync();
    }

    private async Task OneAsync()
    {
        var body = new JsonObject { ["item"] = "permit", ["records"] = Permit(1, Expected.PostedCode) };
        var (status, first) = await town.PostAsync(Housing, OneKey, body);
        Expect("报送一条的状态", HttpStatusCode.OK, status);
        Expect("报送一条的结果", "accepted", Text(Items(first, "results").Single(), "outcome"));
        await town.SettleAsync();
        var id = Text(Items(first, "results").Single(), "record");
        var record = await town.AskAsync(Housing, "/api/v1/records/" + id);
        At(first["collectedAt"], $"{Housing} 报送一条（幂等键 {OneKey}），批次 {Text(first, "batch")}；记录 {id}：{PhaseName(Text(record, "phase"))}");
        Expect("报送的记录", "published", Text(record, "phase"));

        var (againStatus, again) = await town.PostAsync(Housing, OneKey, body);
        Expect("同一请求再次报送的状态", HttpStatusCode.OK, againStatus);
        Expect("同一请求再次报送的回答", first.ToJsonString(), again.ToJsonString());
        var (otherStatus, other) = await town.PostAsync(Housing, OneKey, new JsonObject { ["item"] = "permit", ["records"] = Permit(9, Expected.PostedCode) });
        Expect("同一幂等键、不同内容的状态", HttpStatusCode.Conflict, otherStatus);
        Also($"同一请求再发一次，回答逐字相同；同一幂等键换了内容：{(int)otherStatus} {Text(other, "code")} {Text(other, "detail")}");
    }

    private async Task ListAsync()
    {
        var wrong = Permit(3, Expected.PostedCode);
        wrong["XK_JDRQ"] = "2020-06-31";
        var body = new JsonObject { ["item"] = "permit", ["records"] = new JsonArray(Permit(1, Expected.PostedCode), Permit(2, Expected.PostedCode), wrong) };
        var (status, answer) = await town.PostAsync(Housing, ListKey, body);
        Expect("报送多条的状态", HttpStatusCode.OK, status);
        var results = Items(answer, "results");
        Expect("报送多条的结果", "duplicate,accepted,refused", string.Join(',', results.Select(result => Text(result, "outcome"))));
        await town.SettleAsync();
        var finding = Items(results[2], "findings").First(found => Text(found, "severity") == "error");
        At(answer["collectedAt"], $"{Housing} 报送三条（幂等键 {ListKey}），逐条回答：重复、接收、退回（{Text(finding, "code")} {Text(finding, "message")}，更正期限 {results[2]["correctionDue"]}）");
        foreach (var (result, phase) in results.Zip(["published", "published", "awaitingCorrection"]))
            Expect($"记录 {Text(result, "record")} 的状态", phase, Text(await town.AskAsync(Housing, "/api/v1/records/" + Text(result, "record")), "phase"));
    }

    private static JsonObject Permit(int n, string code) => new()
    {
        ["XK_XDR_MC"] = Expected.PostedName,
        ["XK_XDR_LB"] = "02",
        ["XK_XDR_SHXYM"] = code,
        ["XK_XKWS"] = "准予行政许可决定书",
        ["XK_WSH"] = $"界住建许报〔2020〕{n}号",
        ["XK_XKLB"] = "01",
        ["XK_NR"] = "建筑工程施工总承包三级",
        ["XK_JDRQ"] = "2020-08-03",
        ["XK_YXQZ"] = "2020-08-03",
        ["XK_YXQZI"] = "2025-08-02",
        ["XK_XKJG"] = "界首市住房和城乡建设局",
        ["XK_ZT"] = "1",
        ["BMSC"] = "是",
    };
}
