using EntCredit.Simulator.Tests.Naive;

namespace EntCredit.Simulator.Tests.Play;

/// <summary>The provision of a month.</summary>
internal sealed partial class Offices
{
    // 渝府办发〔2016〕170号 三(二)(三): given by the 5th of the next month, loaded by the month's last working day.
    private async Task ProvideAsync(DateOnly today)
    {
        const string Department = "chongqing-transport";
        var month = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        var stream = $"provision-{Department}-{month:yyyyMM}";
        if (!NaiveLaw.Holds("chongqing", month.AddMonths(1).AddDays(-1)) || book.Cases.Exists(one => one.Stream == stream)) return;
        if (Happens(0.3)) await RefusedAsync("provision", stream, "chongqing", "Provide", new { By = Department, Records = 3, Digest = "d-0" });
        var one = Begin(stream);
        await DoAsync("provision", stream, "chongqing", "Expect", new { Department, Jurisdiction = "chongqing", Month = month });
        one.Owe("T6", Department, month, NaiveLaw.FifthAfter(month), today);
        if (Happens(0.15)) return;
        Later(today, 0, 10, async on =>
        {
            var records = Happens(0.2) ? 0 : chance.Next(1, 50);
            await DoAsync("provision", stream, "chongqing", "Provide", new { By = Department, Records = records, Digest = "d-1" });
            one.Keep("T6", on);
            if (Happens(0.3)) await RefusedAsync("provision", stream, "chongqing", "Load", new { By = Department, Records = records });
            if (records == 0) return;
            one.Owe("T7", "chongqing-aic", on, NaiveLaw.LoadDay(on), on);
            if (Happens(0.85))
            {
                Later(on, 1, 35, async then =>
                {
                    await DoAsync("provision", stream, "chongqing", "Load", new { By = "chongqing-aic", Records = records });
                    one.Keep("T7", then);
                });
            }
        });
    }
}
