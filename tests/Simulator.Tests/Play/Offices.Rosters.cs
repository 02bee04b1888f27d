using EntCredit.Simulator.Tests.Naive;

namespace EntCredit.Simulator.Tests.Play;

/// <summary>Rosters of inspectors, and the list of market entities.</summary>
internal sealed partial class Offices
{
    private DateOnly? staleSince;
    private NaiveCase? roster;
    private NaiveCase? entities;
    private DateOnly refreshedOn;

    // 湘商改〔2016〕7号 第八条: 7 working days from the first change that the roster lacks.
    private async Task ChangeRosterAsync(DateOnly today)
    {
        if (!NaiveLaw.Holds("hunan", today)) return;
        const string Department = "hunan-housing";
        const string Stream = "roster-" + Department;
        roster ??= Begin(Stream);
        var changed = today.AddDays(-chance.Next(0, 4));
        await DoAsync("roster", Stream, "hunan", "Change", new
        {
            By = Department, Jurisdiction = "hunan", ChangeId = $"c-{++numbered}", ChangedOn = changed, Inspector = "样例某",
        });
        if (staleSince is null) roster.Owe("T16", Department, changed, NaiveLaw.After(changed, 7), today);
        else if (changed < staleSince) roster.Open("T16")!.Restart(changed, NaiveLaw.After(changed, 7));
        if (staleSince is null || changed < staleSince) staleSince = changed;
        if (Happens(0.3)) await RefusedAsync("roster", Stream, "hunan", "Update", new { By = "hunan-aic", RosterDigest = "x" });
        if (Happens(0.8))
        {
            Later(today, 0, 16, async on =>
            {
                await DoAsync("roster", Stream, "hunan", "Update", new { By = Department, RosterDigest = $"d-{++numbered}" });
                roster.Keep("T16", on);
                staleSince = null;
            });
        }
    }

    /// <summary>湘商改〔2016〕7号 第八条: 每日更新. As soon as Hunan's register holds somebody, the host refreshes the list by itself, on that very day and as each day begins.</summary>
    public void Dawn(DateOnly day)
    {
        if (!NaiveLaw.Holds("hunan", day) || !book.Records.Exists(record => record is { CollectedOn: not null, Withdrawn: false, Paper: { Provider: "hunan-aic", Item: "register" } })) return;
        if (refreshedOn < day.AddDays(-1) && NaiveLaw.Holds("hunan", day.AddDays(-1))) Refreshed(day.AddDays(-1));
        Refreshed(day);
    }

    // Before that somebody has to, and nothing keeps its time: the reconciler alone notes a day that was missed.
    private async Task RefreshAsync(DateOnly today)
    {
        if (!NaiveLaw.Holds("hunan", today) || refreshedOn == today) return;
        await DoAsync("entities", "entities-hunan", "hunan", "Refresh", new { By = "hunan-aic", Jurisdiction = "hunan", Entities = 9, ListDigest = $"d-{++numbered}" });
        Refreshed(today);
        if (Happens(0.5)) Later(today, 1, 2, RefreshAsync);
    }

    private void Refreshed(DateOnly day)
    {
        entities ??= Begin("entities-hunan");
        refreshedOn = day;
        entities.Keep("T17", day);
        entities.Owe("T17", "hunan-aic", day.AddDays(1), day.AddDays(1), day);
    }
}
