using EntCredit.Simulator.Tests.Naive;

namespace EntCredit.Simulator.Tests.Play;

/// <summary>Objections.</summary>
internal sealed partial class Offices
{
    // 界政办〔2020〕5号 五(七): 20 working days from the provider's receipt; in Hunan 及时, which has no number.
    private async Task ObjectAsync(DateOnly today)
    {
        var land = Happens(0.8) ? "jieshou" : "hunan";
        if (!NaiveLaw.Holds(land, today)) return;
        var provider = land == "hunan" ? "hunan-housing" : Happens(0.5) ? "jieshou-housing" : "jieshou-enforcement";
        var id = ++numbered;
        var stream = $"objection-{id}";
        var direct = land == "hunan" || Happens(0.6);
        var one = Begin(stream);
        var lodge = new
        {
            About = new { Record = $"r-{id}", Subject = $"s-{id}", Provider = provider, Jurisdiction = land, Item = "penalty" },
            With = direct ? provider : "jieshou-scjg",
            GroundsDigest = $"g-{id}",
            Evidence = new[] { "e-1" },
            Applicant = new { Name = "样例公司", Contact = "0000", Grounds = "金额有误" },
        };
        await DoAsync("objection", stream, land, "Lodge", lodge);
        if (Happens(0.2)) await DoAsync("objection", stream, land, "Lodge", lodge);
        if (direct) await ReceivedAsync(today);
        else
        {
            Later(today, 0, 5, async on =>
            {
                await DoAsync("objection", stream, land, "Forward", new { By = "jieshou-scjg" });
                Later(on, 0, 4, async then =>
                {
                    await DoAsync("objection", stream, land, "Receive", new { By = provider });
                    await ReceivedAsync(then);
                });
            });
        }

        async Task ReceivedAsync(DateOnly on)
        {
            if (land == "jieshou") one.Owe("T14", provider, on, NaiveLaw.After(on, 20), on);
            if (Happens(0.3)) await RefusedAsync("objection", stream, land, "NotifyApplicant", new { By = provider, Notice = "n-1" });
            if (Happens(0.2)) await RefusedAsync("objection", stream, land, "Hide", new { By = provider });
            if (Happens(0.3) && land == "jieshou") await DoAsync("objection", stream, land, "DecideSuspension", new { By = provider, Reason = "需要", Notice = "w-1" });
            if (Happens(0.15)) return;
            if (Happens(0.15))
            {
                Later(on, 1, 45, async then =>
                {
                    await DoAsync("objection", stream, land, "Withdraw", new { Reason = "误会" });
                    one.Lapse(then, "withdrawn");
                });
                return;
            }

            Later(on, 1, 30, async then =>
            {
                await DoAsync("objection", stream, land, "Verify", new { By = provider, Finding = Happens(0.5) ? "Upheld" : "Rejected", Reason = "核查" });
                if (Happens(0.1)) return;
                Later(then, 0, 8, async told =>
                {
                    await DoAsync("objection", stream, land, "NotifyApplicant", new { By = provider, Notice = "n-1" });
                    one.Keep("T14", told);
                    Later(told, 0, 9, _ => DoAsync("objection", stream, land, "NotifyApplicant", new { By = provider, Notice = "n-2" }));
                });
            });
        }
    }
}
