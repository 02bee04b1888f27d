using static EntCredit.Demo.Answers;
using static EntCredit.Demo.Timeline;
using static EntCredit.Demo.Town;

namespace EntCredit.Demo.Chapters;

/// <summary>Step 7, second part: a provider in Hunan finds its own error (湘商改〔2016〕7号 第十八条).</summary>
public sealed class Corrections(Town town)
{
    private const string Housing = "hunan-housing", Operator = "hunan-aic", Right = "建筑业企业资质证书（更正后）";

    /// <summary>On 2020-08-05.</summary>
    public async Task PlayAsync()
    {
        Chapter("第七步（二）　湖南：信息提供单位发现自己的错误，三个工作日内书面报请更正");
        var batch = await town.UploadAsync(Housing, "permit", "permits.csv");
        Expect("湖南许可接收的行数", 3, (int)batch["counts"]!["accepted"]!);
        var record = Text(Items((await town.LookUpAsync(Expected.HunanCode))!, "records").First(one => Text(one, "item") == "permit"), "id");

        var begun = await town.DoAsync(Housing, "/api/v1/corrections", new { record, what = "许可内容录入有误", discoveredOn = "2020-08-05" });
        var id = Text(begun, "id");
        await town.SettleAsync();
        var owed = Items(await town.AskAsync(Housing, "/api/v1/inbox")).Single(duty => Text(duty, "rule") == "T15");
        Expect("书面报请更正的期限", "2020-08-10", Text(owed, "due"));
        At(owed["since"], $"{Housing} 发现记录 {record} 有误，应于 {owed["due"]} 前书面报请更正");

        await town.DoAsync(Housing, $"/api/v1/corrections/{id}/request", new { notice = "湘建函〔2020〕5号", fields = new Dictionary<string, string> { ["XK_NR"] = Right } });
        await town.DoAsync(Operator, $"/api/v1/corrections/{id}/carry-out");
        await town.SettleAsync();
        var seen = await town.AskAsync(Housing, "/api/v1/corrections/" + id);
        Expect("更正的状态", "corrected", Text(seen, "phase"));
        Expect("书面报请更正期限的状态", "met", Text(Duty(seen, "T15"), "standing"));
        var corrected = Items((await town.LookUpAsync(Expected.HunanCode))!, "records").First(one => Text(one, "id") == record);
        Expect("更正后的内容", Right, Text(Items(corrected, "fields").First(field => Text(field, "code") == "XK_NR"), "value"));
        At(Happened(seen, "correction.carried-out"), $"{Housing} 书面报请（{Text(seen, "notice")}），{Operator} 更正；公众看到：{Text(corrected, "correctedBy")}于 {corrected["correctedOn"]} 更正");
    }
}
