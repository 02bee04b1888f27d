using System.Text;
using System.Text.Json.Nodes;
using static EntCredit.Demo.Answers;
using static EntCredit.Demo.Timeline;
using static EntCredit.Demo.Town;

namespace EntCredit.Demo.Chapters;

/// <summary>Step 5: one objection is verified and mended, another is let lapse (界政办〔2020〕5号 五(七)).</summary>
public sealed class Objections(Town town)
{
    private const string Housing = "jieshou-housing", Enforcement = "jieshou-enforcement", Supervision = "jieshou-scjg";
    private const string Right = "建筑工程施工总承包二级", LastDay = "2020-08-31";
    private const string Upheld = "经核查，许可内容应为“建筑工程施工总承包二级”";

    private static readonly byte[] Proof = Encoding.ASCII.GetBytes("%PDF-1.4\n% a scan of the decision, as the applicant has it\n%%EOF\n");

    private (string Number, string Secret) lapsing;

    /// <summary>Both are lodged on 2020-08-03; the first is done by the next day.</summary>
    public async Task PlayAsync()
    {
        Chapter("第五步　公众对公示信息提出异议，不需要账号");
        var (number, secret) = await LodgeAsync(Text(await PublishedAsync("permit"), "id"), null, "许可内容与决定书不符");
        lapsing = await LodgeAsync(Text(await PublishedAsync("penalty"), "id"), "provider", "该处罚决定已被撤销");
        var mark = Text(await PublishedAsync("penalty"), "objectionMark");
        Expect("核实期间的异议标记", "异议处理中", mark);
        Also($"后一件直接向信息提供单位提出，没有暂停公示，公众看到的信息旁标注“{mark}”");
        await town.MoveToAsync(new DateTime(2020, 8, 3, 14, 0, 0));
        await SuspendAsync(number, secret);
        await MarkAsync();
        await CorrectAsync(number, secret);
    }

    /// <summary>On 2020-09-01: the twenty working days of the second have passed.</summary>
    public async Task LapseAsync()
    {
        Chapter("第五步（续）　另一件异议到期未核查");
        var status = await town.ObjectionAsync(lapsing.Number, lapsing.Secret) ?? throw new UnexpectedException("查不到另一件异议");
        var seen = await town.AskAsync(Enforcement, "/api/v1/objections/" + lapsing.Number);
        At(Happened(seen, "objection.overdue"), $"逾期：异议 {lapsing.Number} 应于 {status["due"]} 前完成核查并告知申请人，{Enforcement} 没有办理");
        Expect("另一件异议的期限", LastDay, Text(status, "due"));
        Expect("另一件异议逾期", true, (bool)status["overdue"]!);
        Expect("核查期限的状态", "overdue", Text(Duty(seen, "T14"), "standing"));
    }

    private async Task<(string Number, string Secret)> LodgeAsync(string record, string? with, string grounds)
    {
        var taken = await town.ObjectAsync(new
        {
            record,
            with,
            name = "样青建筑法务",
            contact = "0000-0000000",
            grounds,
            evidence = new[] { new { content = Convert.ToBase64String(Proof) } },
        });
        var (number, secret) = (Text(taken, "case"), Text(taken, "secret"));
        Expect("查询密码不正确时", true, await town.ObjectionAsync(number, secret + "0") is null);
        await town.SettleAsync();
        var status = await town.ObjectionAsync(number, secret) ?? throw new UnexpectedException("凭案号和查询密码查不到异议");
        Expect("所异议的记录", record, Text(status, "record"));
        At(status["lodgedAt"], $"异议 {number}（附证明材料 1 件，领到案号和查询密码），凭二者查询：{StateName(Text(status, "phase"))}");
        return (number, secret);
    }

    private async Task SuspendAsync(string number, string secret)
    {
        await town.DoAsync(Supervision, $"/api/v1/objections/{number}/forward");
        await town.SettleAsync();
        var waiting = Items(await town.AskAsync(Housing, "/api/v1/inbox/waiting"));
        Expect("信息提供单位待办中的异议", true, waiting.Any(one => Text(one, "about").EndsWith(number, StringComparison.Ordinal)));
        await town.DoAsync(Housing, $"/api/v1/objections/{number}/receive");
        await town.SettleAsync();
        var inbox = Items(await town.AskAsync(Housing, "/api/v1/inbox")).FirstOrDefault(duty => Text(duty, "rule") == "T14" && Text(duty, "about").EndsWith(number, StringComparison.Ordinal))
            ?? throw new UnexpectedException("信息提供单位的待办中没有核查期限");
        Expect("核查期限", LastDay, Text(inbox, "due"));
        At(inbox["since"], $"{Supervision} 转交，{Housing} 待办：{Text(inbox, "what")}，{inbox["due"]} 前（剩 {inbox["daysLeft"]} 天）");

        await town.DoAsync(Housing, $"/api/v1/objections/{number}/suspend", new { reason = "需调阅原始案卷", notice = "界住建函〔2020〕8号" });
        await town.DoAsync(Supervision, $"/api/v1/objections/{number}/hide");
        await town.SettleAsync();
        var seen = await town.AskAsync(Supervision, "/api/v1/objections/" + number);
        Expect("暂停公示", true, (bool)seen["hidden"]!);
        At(Happened(seen, "objection.hidden"), $"{Housing} 决定暂停公示并书面告知（{seen["suspension"]!["notice"]}），{Supervision} 办理");
        Expect("申请人看到的状态", "underVerification", Text((await town.ObjectionAsync(number, secret))!, "phase"));
    }

    private async Task MarkAsync()
    {
        var enterprise = await town.LookUpAsync(Expected.PublicCode) ?? throw new UnexpectedException($"公众查不到 {Expected.PublicCode}");
        Expect("公示的许可", 0, Items(enterprise, "records").Count(record => Text(record, "item") == "permit"));
        var mark = Items(enterprise, "suspended").Single();
        Expect("暂停公示处的标记", "该信息正在异议核实，暂停公示", Text(mark, "mark"));
        var page = await town.PageAsync("/enterprises/" + Expected.PublicCode);
        Expect("网页上的标记", true, page.Contains(Text(mark, "mark"), StringComparison.Ordinal));
        Also($"公众看到：{Text(mark, "itemName")}（{Text(mark, "provider")}）自 {mark["since"]} 起，“{Text(mark, "mark")}”");
    }

    private async Task CorrectAsync(string number, string secret)
    {
        await town.MoveToAsync(new DateTime(2020, 8, 4, 9, 0, 0));
        await town.DoAsync(Housing, $"/api/v1/objections/{number}/verify", new { finding = "upheld", reason = Upheld });
        await town.DoAsync(Housing, $"/api/v1/objections/{number}/remedy", new { remedy = "correction", notice = "界住建函〔2020〕9号", fields = new Dictionary<string, string> { ["XK_NR"] = Right } });
        await town.DoAsync(Supervision, $"/api/v1/objections/{number}/carry-out");
        await town.DoAsync(Supervision, $"/api/v1/objections/{number}/resume");
        await town.DoAsync(Housing, $"/api/v1/objections/{number}/notify", new { notice = "界住建告〔2020〕3号" });
        await town.SettleAsync();

        var permit = await PublishedAsync("permit");
        Expect("更正后的内容", Right, Text(Items(permit, "fields").First(field => Text(field, "code") == "XK_NR"), "value"));
        Expect("更正日期", "2020-08-04", Text(permit, "correctedOn"));
        Expect("更正单位", "界首市市场监督管理局", Text(permit, "correctedBy"));
        var seen = await town.AskAsync(Housing, "/api/v1/objections/" + number);
        At(Happened(seen, "objection.remedied"), $"核查属实，恢复公示并更正：{Text(permit, "correctedBy")}于 {permit["correctedOn"]} 更正，现为“{Right}”");
        Expect("核查期限的状态", "met", Text(Duty(seen, "T14"), "standing"));

        var status = await town.ObjectionAsync(number, secret) ?? throw new UnexpectedException("凭案号和查询密码查不到异议");
        Expect("告知申请人的文号", "界住建告〔2020〕3号", Text(status, "notice"));
        Expect("告知申请人的结果", "upheld", Text(status, "finding"));
        Expect("申请人看到已更正", true, (bool)status["mended"]!);
        At(Happened(seen, "objection.applicant-notified"), $"告知申请人（{status["notice"]}），凭案号查询：{StateName(Text(status, "phase"))}，{Text(status, "reason")}");
    }

    private async Task<JsonNode> PublishedAsync(string item)
    {
        var enterprise = await town.LookUpAsync(Expected.PublicCode) ?? throw new UnexpectedException($"公众查不到 {Expected.PublicCode}");
        return Items(enterprise, "records").FirstOrDefault(record => Text(record, "item") == item) ?? throw new UnexpectedException($"{Expected.PublicCode} 名下没有公示 {item}");
    }

    private static string StateName(string phase) => phase switch
    {
        "lodged" => "已提出",
        "underVerification" => "核查中",
        "verified" => "已核查",
        "closed" => "已办结",
        _ => phase,
    };
}
