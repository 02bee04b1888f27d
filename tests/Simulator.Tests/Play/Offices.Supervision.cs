using EntCredit.Simulator.Tests.Naive;

namespace EntCredit.Simulator.Tests.Play;

/// <summary>Sanctions, notices to approvers, rosters and lists, monthly provision.</summary>
internal sealed partial class Offices
{
    private DateOnly? staleSince;
    private NaiveCase? roster;
    private NaiveCase? entities;
    private DateOnly refreshedOn;

    // 界政办〔2020〕5号 五(六): 3 working days from the push.
    private async Task DeliverAsync(DateOnly today)
    {
        if (!NaiveLaw.Holds("jieshou", today)) return;
        var id = ++numbered;
        var to = Happens(0.5) ? "jieshou-housing" : "jieshou-enforcement";
        var stream = $"sanction-{id}-{to}";
        var one = Begin(stream);
        await DoAsync("delivery", stream, "jieshou", "Push", new { Sanction = $"sanction-{id}", Target = Target("jieshou", id), Initiator = "jieshou-fgw", To = to });
        one.Owe("T12", to, today, NaiveLaw.After(today, 3), today);
        if (Happens(0.3)) await RefusedAsync("delivery", stream, "jieshou", "Receive", new { By = "jieshou-scjg" });
        if (Happens(0.2)) return;
        Later(today, 0, 8, async on =>
        {
            if (Happens(0.2))
            {
                await DoAsync("delivery", stream, "jieshou", "Lift", new { });
                one.Lapse(on, "lifted");
                return;
            }

            await DoAsync("delivery", stream, "jieshou", "Receive", new { By = to });
            one.Keep("T12", on);
            if (Happens(0.5)) Later(on, 0, 20, _ => DoAsync("delivery", stream, "jieshou", "Lift", new { }));
        });
    }

    // 湘商改〔2016〕7号 第九条: 15 working days from the decision.
    private async Task RestrictAsync(DateOnly today)
    {
        if (!NaiveLaw.Holds("hunan", today)) return;
        var id = ++numbered;
        var by = Happens(0.5) ? "hunan-housing" : "hunan-high-court";
        var stream = $"restriction-{id}";
        var decided = today.AddDays(-chance.Next(0, 6));
        var one = Begin(stream);
        await DoAsync("restriction", stream, "hunan", "Decide", new
        {
            By = by, Target = Target("hunan", id), Sanction = $"sanction-{id}", DecidedOn = decided, Measure = "限制", Persons = Array.Empty<string>(),
        });
        one.Owe("T13", by, decided, NaiveLaw.After(decided, 15), today);
        if (Happens(0.2)) await RefusedAsync("restriction", stream, "hunan", "FeedBack", new { By = "hunan-aic", ResultDigest = "d-1" });
        if (Happens(0.2)) return;
        Later(today, 1, 32, async on =>
        {
            if (Happens(0.2))
            {
                await DoAsync("restriction", stream, "hunan", "Lift", new { Reason = "信用修复" });
                one.Lapse(on, "lifted");
                return;
            }

            await DoAsync("restriction", stream, "hunan", "FeedBack", new { By = by, ResultDigest = "d-1" });
            one.Keep("T13", on);
            if (Happens(0.3)) await RefusedAsync("restriction", stream, "hunan", "FeedBack", new { By = by, ResultDigest = "d-2" });
        });
    }

    // 界政办〔2020〕5号 五(三): claimed and acknowledged within 5 working days; a result told within 7; without approval looked at within 60 days.
    private async Task NotifyAsync(DateOnly today)
    {
        if (!NaiveLaw.Holds("jieshou", today)) return;
        const string Approver = "jieshou-housing";
        var id = ++numbered;
        var stream = $"notice-{id}";
        var one = Begin(stream);
        var (claimed, acknowledged, licensed, gone) = (false, false, false, false);
        await DoAsync("notice", stream, "jieshou", "Push", new
        {
            About = new { Record = $"r-{id}", Subject = $"s-{id}", Jurisdiction = "jieshou", Registrar = "jieshou-registrar", ApprovalItem = "item-1" },
            By = "jieshou-registrar",
            To = Approver,
        });
        one.Owe("T9", Approver, today, NaiveLaw.After(today, 5), today);
        one.Untracked = Approver;
        if (Happens(0.3)) await RefusedAsync("notice", stream, "jieshou", "FeedBackResult", new { By = Approver });
        if (Happens(0.8)) Later(today, 0, 12, ClaimAsync);
        if (Happens(0.8)) Later(today, 0, 12, AcknowledgeAsync);
        if (Happens(0.5)) Later(today, 1, 70, CompleteAsync);
        if (Happens(0.1)) Later(today, 1, 60, DeregisterAsync);

        async Task ClaimAsync(DateOnly on)
        {
            if (gone) return;
            await DoAsync("notice", stream, "jieshou", "Claim", new { By = Approver });
            claimed = true;
            if (one.Untracked is not null && !licensed) one.Owe("T11", Approver, on, NaiveLaw.SixtyDaysAfter(on), on);
            one.Untracked = null;
            if (acknowledged) one.Keep("T9", on);
            if (Happens(0.6)) Later(on, 1, 75, CheckAsync);
        }

        async Task AcknowledgeAsync(DateOnly on)
        {
            if (gone) return;
            await DoAsync("notice", stream, "jieshou", "Acknowledge", new { By = Approver });
            acknowledged = true;
            if (claimed) one.Keep("T9", on);
        }

        async Task CompleteAsync(DateOnly on)
        {
            if (gone) return;
            var completed = on.AddDays(-chance.Next(0, 5));
            licensed = Happens(0.7);
            await DoAsync("notice", stream, "jieshou", "Complete", new { By = Approver, CompletedOn = completed, Outcome = licensed ? "Granted" : "Refused" });
            one.Owe("T10", Approver, completed, NaiveLaw.After(completed, 7), on);
            if (licensed)
            {
                one.Open("T11")?.Lapse(on, "licensed", completed);
                one.Untracked = null;
            }

            if (Happens(0.8)) Later(on, 0, 14, ResultAsync);
        }

        async Task ResultAsync(DateOnly on)
        {
            if (gone) return;
            await DoAsync("notice", stream, "jieshou", "FeedBackResult", new { By = Approver });
            one.Keep("T10", on);
        }

        async Task CheckAsync(DateOnly on)
        {
            var check = new { By = Approver, CheckedOn = on, ResultDigest = "c-1" };
            if (gone || licensed) await RefusedAsync("notice", stream, "jieshou", "FeedBackCheck", check);
            else
            {
                await DoAsync("notice", stream, "jieshou", "FeedBackCheck", check);
                one.Keep("T11", on);
            }
        }

        async Task DeregisterAsync(DateOnly on)
        {
            await DoAsync("notice", stream, "jieshou", "Deregister", new { });
            gone = true;
            one.Untracked = null;
            one.Lapse(on, "deregistered");
        }
    }

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

    // 湘商改〔2016〕7号 第八条: 每日更新. Nothing keeps its time: the reconciler alone notes a day that was missed.
    private async Task RefreshAsync(DateOnly today)
    {
        if (!NaiveLaw.Holds("hunan", today) || refreshedOn == today) return;
        entities ??= Begin("entities-hunan");
        await DoAsync("entities", "entities-hunan", "hunan", "Refresh", new { By = "hunan-aic", Jurisdiction = "hunan", Entities = 9, ListDigest = $"d-{++numbered}" });
        refreshedOn = today;
        entities.Keep("T17", today);
        entities.Owe("T17", "hunan-aic", today.AddDays(1), today.AddDays(1), today);
        if (Happens(0.5)) Later(today, 1, 2, RefreshAsync);
    }

    private static object Target(string land, int id) => new { Subject = $"s-{id}", Jurisdiction = land, List = "“黑名单”", Cause = "cause-1" };
}
