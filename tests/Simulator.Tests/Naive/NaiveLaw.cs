using EntCredit.Domain.Calendar;

namespace EntCredit.Simulator.Tests.Naive;

/// <summary>The few rules that the simulated departments meet, written down again as plainly as can be: day by day, no index, no profile file.</summary>
internal static class NaiveLaw
{
    private static readonly Dictionary<string, (DateOnly Holds, string Publisher)> Lands = new(StringComparer.Ordinal)
    {
        ["jieshou"] = (new DateOnly(2020, 6, 28), "jieshou-scjg"),
        ["xinhui"] = (new DateOnly(2016, 11, 28), "xinhui-aic"),
        ["chongqing"] = (new DateOnly(2016, 8, 26), "chongqing-aic"),
        ["fujian"] = (new DateOnly(2016, 12, 23), "fujian-aic"),
        ["hunan"] = (new DateOnly(2016, 11, 11), "hunan-aic"),
    };

    /// <summary>归集: which rule a paper's provider owes it by, from which day, until which; null where nothing is owed.</summary>
    public static (string Rule, DateOnly From, DateOnly Due)? Collection(string provider, DateOnly arisenOn)
    {
        var land = LandOf(provider);
        var holds = Lands[land].Holds;

        // 界政办〔2020〕5号 四: three months for what is older; the other documents set no such period.
        if (arisenOn < holds) return land == "jieshou" ? ("T4", holds, Rolled(holds.AddMonths(3))) : null;

        // 渝府办发〔2016〕170号 三(二): 每月5日前.
        if (land == "chongqing") return ("T6", arisenOn, Rolled(new DateOnly(arisenOn.Year, arisenOn.Month, 5).AddMonths(1)));
        return ("T1", arisenOn, After(arisenOn, 7));
    }

    /// <summary>公示: until which day a paper is to be public; null where no day is set.</summary>
    public static DateOnly? Publication(string provider, DateOnly arisenOn)
    {
        var land = LandOf(provider);
        return land == "chongqing" || arisenOn < Lands[land].Holds ? null : After(arisenOn, 20);
    }

    /// <summary>Who publishes what a department gives.</summary>
    public static string Publisher(string provider) => Lands[LandOf(provider)].Publisher;

    /// <summary>Whether a paper is collected only: 界政办〔2020〕5号 三(二)6.</summary>
    public static bool OnlyCollected(string provider, bool simplePenalty) => simplePenalty && LandOf(provider) == "jieshou";

    /// <summary>Whether nothing is published before its provider has declared the review: 界政办〔2020〕5号 五(二); 江门市新会区 三, of central departments.</summary>
    public static bool ReviewRequired(string provider) => LandOf(provider) == "jieshou" || provider == "xinhui-customs";

    /// <summary>Whether a land's document holds on a day.</summary>
    public static bool Holds(string land, DateOnly day) => day >= Lands[land].Holds;

    /// <summary>60天内, 民法典 203条.</summary>
    public static DateOnly SixtyDaysAfter(DateOnly day) => Rolled(day.AddDays(60));

    /// <summary>每月5日前, of the month after.</summary>
    public static DateOnly FifthAfter(DateOnly month) => Rolled(new DateOnly(month.Year, month.Month, 5).AddMonths(1));

    /// <summary>每月加载: the last working day of the month, or of the next where that is past.</summary>
    public static DateOnly LoadDay(DateOnly given)
    {
        var last = Before(new DateOnly(given.Year, given.Month, 1).AddMonths(1));
        return last >= given ? last : Before(new DateOnly(given.Year, given.Month, 1).AddMonths(2));
    }

    /// <summary>The n-th working day after a day.</summary>
    public static DateOnly After(DateOnly day, int workingDays)
    {
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (Working(day)) left--;
        }

        return day;
    }

    /// <summary>The last working day before a day.</summary>
    public static DateOnly Before(DateOnly day)
    {
        do day = day.AddDays(-1);
        while (!Working(day));
        return day;
    }

    private static DateOnly Rolled(DateOnly day)
    {
        while (!Working(day)) day = day.AddDays(1);
        return day;
    }

    private static bool Working(DateOnly day) => WorkingCalendar.Default.IsWorkingDay(day);

    private static string LandOf(string provider) => provider[..provider.IndexOf('-', StringComparison.Ordinal)];
}
