using System.Text.Json.Nodes;
using static EntCredit.Demo.Answers;
using static EntCredit.Demo.Timeline;
using static EntCredit.Demo.Town;

namespace EntCredit.Demo.Chapters;

/// <summary>Steps 1 to 4: from three uploads to the public page and the compliance report.</summary>
public sealed class FirstHalf(Town town)
{
    private const string Registrar = "jieshou-registrar", Housing = "jieshou-housing", Enforcement = "jieshou-enforcement", Supervision = "jieshou-scjg";

    /// <summary>Plays them, from 2020-07-06 to 2020-08-03.</summary>
    public async Task PlayAsync()
    {
        Chapter("第一步（一）　登记机关上传企业名册（UTF-8 CSV）");
        var register = await UploadAsync(Registrar, "register", "register.csv", "done", Expected.Register);

        Chapter("第一步（二）　许可部门上传行政许可（GB18030 CSV），执法部门上传行政处罚（XLSX）");
        await town.MoveToAsync(new DateTime(2020, 7, 10, 9, 30, 30));
        var permits = await UploadAsync(Housing, "permit", "permits.csv", null, Expected.Permits);
        var penalties = await UploadAsync(Enforcement, "penalty", "penalties.xlsx", null, Expected.Penalties);
        var refused = await ReceiptAsync(Housing, permits, Expected.Permits.Refused);
        await ReceiptAsync(Enforcement, penalties, Expected.Penalties.Refused);

        Chapter("第二步　同一文件再次上传：回执相同，什么也不改变");
        var again = await town.UploadAsync(Housing, "permit", "permits.csv", asName: "permits-again.csv");
        Expect("重复上传的状态", "repeated", Text(again, "phase"));
        Expect("重复上传的回执", Text(permits, "receipt"), Text(again, "receipt"));
        At(again["collectedAt"], $"{Text(again, "path")} 与批次 {Text(again, "sameAs")} 内容相同，回执仍是 {Text(again, "receipt")}");

        Chapter("第三步（一）　退回的数据：到期前提醒，更正后保留原编号，逾期记录在案");
        await town.MoveToAsync(new DateTime(2020, 7, 14, 10, 0, 30));
        var mended = await UploadAsync(Housing, "permit", "permits-mended.csv", "done", Expected.Mended);
        await MendingAsync(refused);

        Chapter("第三步（二）　保密审查：未申报的信息先不公示，申报后公示");
        await ReviewAsync(penalties);

        Chapter("第三步（三）　公众看到的");
        await PublicAsync(register);

        Chapter("第四步　月末履职情况通报");
        await town.MoveToAsync(new DateTime(2020, 8, 3, 9, 0, 0));
        await ReportAsync();
    }

    private async Task<JsonNode> UploadAsync(string department, string item, string file, string? review, Counts expected)
    {
        var batch = await town.UploadAsync(department, item, file, review);
        var counts = batch["counts"]!;
        At(batch["collectedAt"], $"{department} 上传 {Text(batch, "path")}（{batch["bytes"]} 字节），批次 {Text(batch, "id")}");
        Also($"{counts["rows"]} 行：接收 {counts["accepted"]}，退回 {counts["refused"]}，重复 {counts["duplicates"]}，更正 {counts["mended"]}，主体未登记 {counts["parked"]}，有提示 {counts["warned"]}");
        if (batch["records"]!.AsObject().Count > 0) Also("记录状态：" + string.Join("，", batch["records"]!.AsObject().Select(pair => $"{PhaseName(pair.Key)} {pair.Value}")));
        Expect($"{file} 的状态", "receipted", Text(batch, "phase"));
        Expect($"{file} 的行数", expected.Rows, (int)counts["rows"]!);
        Expect($"{file} 接收的行数", expected.Accepted, (int)counts["accepted"]!);
        Expect($"{file} 退回的行数", expected.Refused, (int)counts["refused"]!);
        Expect($"{file} 重复的行数", expected.Duplicates, (int)counts["duplicates"]!);
        Expect($"{file} 更正的行数", expected.Mended, (int)counts["mended"]!);
        return batch;
    }

    private async Task<List<JsonNode>> ReceiptAsync(string department, JsonNode batch, int count)
    {
        var receipt = await town.AskAsync(department, $"/api/v1/batches/{Text(batch, "id")}/receipt.json");
        var refused = receipt["refused"]!.AsArray().Select(row => row!).ToList();
        Expect("回执中退回的行数", count, refused.Count);
        Expect("CSV 回执的内容", true, (await town.BlobAsync("receipts", Text(batch, "receipt") + ".csv")).Contains(Text(refused[0], "recordId"), StringComparison.Ordinal));
        Also($"回执 receipts/{Text(batch, "receipt")}.json 和 .csv，退回 {refused.Count} 行，例如：");
        foreach (var row in refused.Take(3))
        {
            var finding = row["findings"]!.AsArray().First(found => Text(found!, "severity") == "error")!;
            Also($"  第{row["line"]}行〔{Text(finding, "column")}〕{Text(finding, "code")} {Text(finding, "message")}；{Text(finding, "mend")}（更正期限 {row["correctionDue"]}）");
        }

        return refused;
    }

    private async Task MendingAsync(List<JsonNode> refused)
    {
        var records = new List<JsonNode>();
        foreach (var row in refused) records.Add(await town.AskAsync(Housing, "/api/v1/records/" + Text(row, "recordId")));
        var reminded = records.FirstOrDefault(record => Happened(record, "record.reminded") is not null)
            ?? throw new UnexpectedException("到期前没有任何提醒");
        At(Happened(reminded, "record.reminded"), $"提醒：{Text(reminded, "id")} 应于 {Duty(reminded, "T1-mend")["due"]} 前更正");
        var mended = records.Where(record => Happened(record, "record.collected") is not null).ToList();
        Expect("保留原编号的更正记录", Expected.Mended.Mended, mended.Count);
        At(Happened(mended[0], "record.collected"), $"{mended.Count} 条退回记录已更正，编号不变，例如 {Text(mended[0], "id")}：{PhaseName(Text(mended[0], "phase"))}");

        await town.MoveToAsync(new DateTime(2020, 7, 20, 9, 0, 0));
        var waiting = records.Except(mended).Select(record => Text(record, "id")).ToList();
        Expect("没有更正的记录", Expected.Permits.Refused - Expected.Mended.Mended, waiting.Count);
        foreach (var id in waiting.Take(2))
        {
            var record = await town.AskAsync(Housing, "/api/v1/records/" + id);
            var overdue = Happened(record, "record.overdue") ?? throw new UnexpectedException($"{id} 逾期没有记录");
            At(overdue, $"逾期：{id} 的更正期限 {Duty(record, "T1-mend")["due"]} 已过");
        }
    }

    private async Task ReviewAsync(JsonNode batch)
    {
        var id = Text(batch, "id");
        var before = await town.AskAsync(Enforcement, "/api/v1/batches/" + id);
        Expect("待审查的记录", Expected.PenaltiesHeld, Count(before, "heldForReview"));
        await town.DoAsync(Enforcement, $"/api/v1/batches/{id}/review");
        await town.MoveToAsync(new DateTime(2020, 7, 20, 9, 5, 30));
        var after = await town.AskAsync(Enforcement, "/api/v1/batches/" + id);
        Expect("审查后仍待审查的记录", 0, Count(after, "heldForReview"));
        Expect("审查后多公示的记录", Expected.PenaltiesHeld, Count(after, "published") - Count(before, "published"));
        Expect("只归集不公示的记录（简易程序）", Expected.PenaltiesCollectedOnly, Count(after, "collectedOnly"));
        Also($"{Enforcement} 申报审查完毕：{Count(before, "heldForReview")} 条由待审查转为公示；适用简易程序的 {Count(after, "collectedOnly")} 条只归集，不公示");
    }

    private async Task PublicAsync(JsonNode register)
    {
        var receipt = await town.AskAsync(Registrar, $"/api/v1/batches/{Text(register, "id")}");
        Expect("公示的登记信息", Expected.RegisterPublished, Count(receipt, "published"));
        var enterprise = await town.LookUpAsync(Expected.PublicCode) ?? throw new UnexpectedException($"公众查不到 {Expected.PublicCode}");
        Also($"{Text(enterprise, "name")}（{Text(enterprise, "creditCode")}），公示信息 {enterprise["records"]!.AsArray().Count} 条：");
        foreach (var record in enterprise["records"]!.AsArray())
            Also($"  {Text(record!, "itemName")}：产生 {record!["generatedOn"]}，归集 {record["collectedOn"]}，公示 {record["publishedOn"]}，由 {Text(record, "provider")} 提供");
        Expect("公示的种类", "penalty,permit,register", string.Join(',', enterprise["records"]!.AsArray().Select(record => Text(record!, "item")).Distinct().Order(StringComparer.Ordinal)));
        var page = await town.PageAsync("/enterprises/" + Expected.PublicCode);
        Expect("公示网页上的企业名称", true, page.Contains(Text(enterprise, "name"), StringComparison.Ordinal));
    }

    private async Task ReportAsync()
    {
        var report = await town.AskAsync(Supervision, "/api/v1/reports/2020-07.json");
        At(report["asOf"], $"reports/2020-07/compliance.json、.csv、.html（统计期 {report["from"]} 至 {report["through"]}）");
        Reports.Print(report);
        var housing = report["departments"]!.AsArray().First(department => Text(department!, "department") == Housing)!;
        var mending = housing["rules"]!.AsArray().First(rule => Text(rule!, "rule") == "T1-mend")!["counts"]!;
        Expect("住建局退回数据应更正数", Expected.Permits.Refused, (int)mending["owed"]!);
        Expect("住建局按时更正数", Expected.Mended.Mended, (int)mending["met"]!);
        Expect("网页通报", true, (await town.BlobAsync("reports", "2020-07/compliance.html")).Contains("履职情况通报", StringComparison.Ordinal));
    }
}
