using EntCredit.Simulator.Tests.Naive;

namespace EntCredit.Simulator.Tests.Play;

/// <summary>Sanctions delivered, and restrictions.</summary>
internal sealed partial class Offices
{
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

    private static object Target(string land, int id) => new { Subject = $"s-{id}", Jurisdiction = land, List = "“黑名单”", Cause = "cause-1" };
}
