using System.Text.Json.Nodes;
using static EntCredit.Demo.Answers;
using static EntCredit.Demo.Timeline;
using static EntCredit.Demo.Town;

namespace EntCredit.Demo.Chapters;

/// <summary>Step 8, first part: Chongqing's months (渝府办发〔2016〕170号 三(二)(三)).</summary>
public sealed class Provision(Town town)
{
    private const string Transport = "chongqing-transport", Construction = "chongqing-construction", Environment = "chongqing-environment", Commerce = "chongqing-aic";

    /// <summary>On 2020-07-06, the last day of June's provision, as its 5th was a Sunday.</summary>
    public async Task BeginAsync()
    {
        Chapter("第八步（序）　重庆：系统启用之日，各部门先报六月");
        foreach (var department in new[] { Transport, Construction, Environment }) await NothingAsync(department, "2020-06", "2020-07-06");
    }

    /// <summary>On 2020-08-05, the last day of July's.</summary>
    public async Task PlayAsync()
    {
        Chapter("第八步（一）　重庆：每月5日前提供，当月加载");
        await town.MoveToAsync(new DateTime(2020, 8, 5, 15, 0, 0));
        var register = await town.UploadAsync(Commerce, "register", "register.csv");
        Expect("重庆名册接收的行数", 3, (int)register["counts"]!["accepted"]!);
        var batch = await town.UploadAsync(Transport, "permit", "permits.csv");
        var given = await MonthAsync(Transport, "2020-07");
        Expect("交通委提供的月份", "met", Text(Duty(given, "T6"), "standing"));
        At(batch["collectedAt"], $"{Transport} 提供七月产生的 {given["awaitingLoad"]} 条（期限 {Duty(given, "T6")["due"]}，按时）");
        Expect("待加载的记录", 3, (int)given["awaitingLoad"]!);
        await NothingAsync(Construction, "2020-07", "2020-08-05");

        var owed = Items(await town.AskAsync(Commerce, "/api/v1/inbox")).Single(duty => Text(duty, "rule") == "T7");
        Expect("加载的期限", "2020-08-31", Text(owed, "due"));
        var loaded = await town.DoAsync(Commerce, $"/api/v1/provisions/{Transport}/2020-07/load");
        await town.SettleAsync();
        Expect("加载期限的状态", "met", Text(Duty(loaded, "T7"), "standing"));
        At(loaded["loadedAt"], $"{Commerce} 加载到国家公示系统（期限 {owed["due"]}，按时）");
    }

    /// <summary>On 2020-09-01: who gave nothing and said nothing.</summary>
    public async Task LapseAsync()
    {
        Chapter("第八步（续）　重庆：没有提供的部门");
        var month = await MonthAsync(Environment, "2020-07");
        Expect("环保局提供的月份", "overdue", Text(Duty(month, "T6"), "standing"));
        Also($"{Environment} 应于 {Duty(month, "T6")["due"]} 前提供七月的信息，既未提供，也未报无新增：{StandingName("overdue")}");
    }

    private async Task NothingAsync(string department, string month, string due)
    {
        var said = await town.DoAsync(department, $"/api/v1/provisions/{month}/none");
        var duty = Duty(said, "T6");
        Expect($"{department} {month} 的期限", due, Text(duty, "due"));
        Expect($"{department} {month} 的状态", "met", Text(duty, "standing"));
        At(duty["closedAt"], $"{department} 报 {month} 本月无新增（期限 {due}，按时）");
        await town.SettleAsync();
    }

    private async Task<JsonNode> MonthAsync(string department, string month) =>
        Items(await town.AskAsync(department, "/api/v1/provisions")).Single(one => Text(one, "month") == month);
}
