using static EntCredit.Demo.Answers;
using static EntCredit.Demo.Timeline;
using static EntCredit.Demo.Town;

namespace EntCredit.Demo.Chapters;

/// <summary>Step 7, third part: a department takes a wrong batch back before it is published.</summary>
public sealed class Withdrawal(Town town)
{
    private const string Housing = "jieshou-housing";

    /// <summary>On 2020-08-05.</summary>
    public async Task PlayAsync()
    {
        Chapter("第七步（三）　传错的文件在公示前撤回");
        var batch = await town.UploadAsync(Housing, "permit", "permits-wrong.csv");
        var id = Text(batch, "id");
        await town.SettleAsync();
        var rows = (int)batch["counts"]!["accepted"]!;
        Expect("撤回前待审查的记录", 3, Count(await town.AskAsync(Housing, "/api/v1/batches/" + id), "heldForReview"));
        At(batch["collectedAt"], $"{Housing} 上传 {Text(batch, "path")}，{rows} 条待审查，尚未公示");

        await town.DoAsync(Housing, $"/api/v1/batches/{id}/withdraw", new { reason = "选错文件" });
        await town.SettleAsync();
        var after = await town.AskAsync(Housing, "/api/v1/batches/" + id);
        var withdrawal = after["withdrawal"]!;
        Expect("撤回办完", true, (bool)withdrawal["done"]!);
        Expect("撤回的记录", rows, (int)withdrawal["records"]!);
        Expect("已公示而未撤回的记录", 0, (int)withdrawal["public"]!);
        Expect("撤回后的状态", rows, Count(after, "withdrawn"));
        At(withdrawal["at"], $"撤回（{Text(withdrawal, "reason")}）：{withdrawal["records"]} 条已撤回，公众没有看到过");
    }
}
