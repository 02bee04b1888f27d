using System.Text.Json.Nodes;
using static EntCredit.Demo.Answers;
using static EntCredit.Demo.Timeline;
using static EntCredit.Demo.Town;

namespace EntCredit.Demo.Chapters;

/// <summary>Step 6: sanctions in Jieshou (界政办〔2020〕5号 五(六)) and restrictions in Hunan (湘商改〔2016〕7号 第九条), each by its own document.</summary>
public sealed class Sanctions(Town town)
{
    private const string Planning = "jieshou-fgw", Housing = "jieshou-housing", Enforcement = "jieshou-enforcement";
    private const string Court = "hunan-high-court", HunanHousing = "hunan-housing", HunanCommerce = "hunan-aic";

    private string jieshou = "", hunan = "", fedBack = "", silent = "";

    /// <summary>On 2020-08-04 and 05: they are started, and half of what follows is done in time.</summary>
    public async Task PlayAsync()
    {
        Chapter("第六步　联合惩戒：界首三个工作日接收，湖南十五个工作日反馈");
        await PushAsync();
        await RestrictAsync();

        await town.MoveToAsync(new DateTime(2020, 8, 5, 9, 0, 0));
        var received = await town.DoAsync(Housing, $"/api/v1/sanctions/{jieshou}/receive");
        var share = Items(received, "deliveries").Single();
        Expect("住建局接收期限的状态", "met", Text(Duty(share, "T12"), "standing"));
        At(share["receivedAt"], $"{Housing} 接收下载联合惩戒信息（期限 {Duty(share, "T12")["due"]}，按时）");
        await town.DoAsync(Housing, $"/api/v1/sanctions/{jieshou}/apply", new { result = "已列为资质审批重点审查对象" });
        var restriction = await town.DoAsync(HunanHousing, $"/api/v1/restrictions/{fedBack}/feedback", new { result = "已限制参加工程招投标" });
        Expect("住建厅反馈期限的状态", "met", Text(Duty(restriction, "T13"), "standing"));
        At(restriction["fedBackAt"], $"{HunanHousing} 反馈执行限制情况（期限 {Duty(restriction, "T13")["due"]}，按时）");
        await town.SettleAsync();
    }

    /// <summary>On 2020-09-01: what was not done.</summary>
    public async Task LapseAsync()
    {
        Chapter("第六步（续）　没有接收的、没有反馈的");
        await town.MoveToAsync(new DateTime(2020, 9, 1, 9, 0, 0));
        var sanction = await town.AskAsync(Planning, "/api/v1/sanctions/" + jieshou);
        var late = Duty(Share(sanction, Enforcement), "T12");
        Expect("综合执法局接收期限的状态", "overdue", Text(late, "standing"));
        Also($"界首：{Enforcement} 应于 {late["due"]} 前接收下载，没有接收，{StandingName(Text(late, "standing"))}");
        var restriction = await town.AskAsync(HunanCommerce, "/api/v1/restrictions/" + silent);
        var owed = Duty(restriction, "T13");
        Expect("工商局反馈期限的状态", "overdue", Text(owed, "standing"));
        Also($"湖南：{HunanCommerce} 应于 {owed["due"]} 前反馈，没有反馈，{StandingName(Text(owed, "standing"))}");
    }

    /// <summary>On 2020-09-01: who started them lifts them.</summary>
    public async Task LiftAsync()
    {
        Chapter("第六步（末）　发起部门解除惩戒");
        var lifted = await town.DoAsync(Planning, $"/api/v1/sanctions/{jieshou}/lift", new { reason = "已移出“黑名单”" });
        await town.DoAsync(Court, $"/api/v1/sanctions/{hunan}/lift", new { reason = "被执行人已履行义务" });
        await town.SettleAsync();
        var told = await town.DoAsync(Housing, $"/api/v1/sanctions/{jieshou}/receive-lifting");
        Expect("住建局的惩戒", "lifted", Text(Items(told, "deliveries").Single(), "phase"));
        Expect("综合执法局的惩戒", "recalled", Text(Share(await town.AskAsync(Planning, "/api/v1/sanctions/" + jieshou), Enforcement), "phase"));
        At(lifted["liftedAt"], $"{Planning} 解除：已接收的 {Housing} 知悉解除，未接收的 {Enforcement} 撤回推送");
        foreach (var (department, id) in new[] { (HunanHousing, fedBack), (HunanCommerce, silent) })
            Expect($"{department} 的限制", "lifted", Text(await town.AskAsync(department, "/api/v1/restrictions/" + id), "phase"));
        At((await town.AskAsync(Court, "/api/v1/sanctions/" + hunan))["liftedAt"], $"{Court} 解除，两个部门据此作出的限制一并解除");
    }

    private async Task PushAsync()
    {
        var sanction = await town.DoAsync(Planning, "/api/v1/sanctions", new
        {
            enterprise = Expected.PublicCode,
            list = "“黑名单”",
            cause = "样例事由",
            implementers = new[] { Housing, Enforcement },
        });
        jieshou = Text(sanction, "id");
        await town.SettleAsync();
        sanction = await town.AskAsync(Planning, "/api/v1/sanctions/" + jieshou);
        At(sanction["initiatedAt"], $"界首：{Planning} 发起对 {Text(sanction["enterprise"]!, "name")} 的联合惩戒，推送 {Housing}、{Enforcement}");
        foreach (var department in new[] { Housing, Enforcement })
        {
            var owed = Items(await town.AskAsync(department, "/api/v1/inbox")).Single(duty => Text(duty, "rule") == "T12");
            Expect($"{department} 的接收期限", "2020-08-07", Text(owed, "due"));
            Expect($"{department} 看到的实施部门", department, Text(Items(await town.AskAsync(department, "/api/v1/sanctions/" + jieshou), "deliveries").Single()["department"]!, "id"));
        }
    }

    private async Task RestrictAsync()
    {
        var register = await town.UploadAsync(HunanCommerce, "register", "register.csv");
        Expect("湖南名册接收的行数", 3, (int)register["counts"]!["accepted"]!);
        var sanction = await town.DoAsync(Court, "/api/v1/sanctions", new
        {
            enterprise = Expected.HunanCode,
            list = "失信被执行人名单",
            cause = "样例事由",
            implementers = new[] { HunanHousing, HunanCommerce },
        });
        hunan = Text(sanction, "id");
        await town.SettleAsync();
        At(sanction["initiatedAt"], $"湖南：{Court} 依据失信被执行人名单，对 {Text(sanction["enterprise"]!, "name")} 发起惩戒");
        fedBack = await DecideAsync(HunanHousing, "限制参加招投标");
        silent = await DecideAsync(HunanCommerce, "限制担任法定代表人");
        Expect("法院看到的限制决定", 2, Items(await town.AskAsync(Court, "/api/v1/restrictions?sanction=" + hunan)).Count);
    }

    private async Task<string> DecideAsync(string department, string measure)
    {
        var decided = await town.DoAsync(department, "/api/v1/restrictions", new { sanction = hunan, decidedOn = "2020-08-04", measure });
        await town.SettleAsync();
        var owed = Items(await town.AskAsync(department, "/api/v1/inbox")).Single(duty => Text(duty, "rule") == "T13");
        Expect($"{department} 的反馈期限", "2020-08-25", Text(owed, "due"));
        Also($"{department} 于 {decided["decidedOn"]} 决定{measure}，应于 {owed["due"]} 前反馈执行情况");
        return Text(decided, "id");
    }

    private static JsonNode Share(JsonNode sanction, string department) =>
        Items(sanction, "deliveries").Single(delivery => Text(delivery["department"]!, "id") == department);
}
