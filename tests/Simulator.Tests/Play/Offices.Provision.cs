using EntCredit.Simulator.Tests.Naive;

namespace EntCredit.Simulator.Tests.Play;

/// <summary>The provision of a month, which the product itself says to be owed, and for which uploads count as well.</summary>
internal sealed partial class Offices
{
    private readonly HashSet<DateOnly> provided = [];

    // 渝府办发〔2016〕170号 三(二)(三): given by the 5th of the next month, loaded by the month's last working day.
    private async Task ProvideAsync(DateOnly today)
    {
        const string Department = NaiveProvision.Department;
        var month = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        var stream = $"provision-{Department}-{month:yyyyMM}";
        if (!NaiveLaw.Holds("chongqing", month.AddMonths(1).AddDays(-1)) || !provided.Add(month)) return;
        await RefusedAsync("provision", stream, "chongqing", "Provide", new { By = "chongqing-aic", Records = 3, Digest = "d-0" });
        await DoAsync("provision", stream, "chongqing", "Provide", new { By = Department, Records = chance.Next(0, 50), Digest = "d-1" });
        await RefusedAsync("provision", stream, "chongqing", "Load", new { By = Department, Records = 1 });

        // Whether there is anything to load, uploads decide as well.
        Later(today, 1, 35, _ => host.DoAsync("provision", stream, "chongqing", "Load", new { By = "chongqing-aic", Records = 9 }, 1));
    }
}
