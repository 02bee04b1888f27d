using EntCredit.Simulator.Tests.Naive;

namespace EntCredit.Simulator.Tests.Play;

/// <summary>Notices to approvers.</summary>
internal sealed partial class Offices
{
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
}
