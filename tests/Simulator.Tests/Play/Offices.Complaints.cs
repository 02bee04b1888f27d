using EntCredit.Simulator.Tests.Naive;

namespace EntCredit.Simulator.Tests.Play;

/// <summary>Objections and corrections.</summary>
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

    // 湘商改〔2016〕7号 第十八条: 3 working days from the discovery, or from the confirmation of what was reported.
    private async Task CorrectAsync(DateOnly today)
    {
        if (!NaiveLaw.Holds("hunan", today)) return;
        const string Provider = "hunan-housing";
        var id = ++numbered;
        var stream = $"correction-{id}";
        var about = new { Record = $"r-{id}", Provider, Jurisdiction = "hunan", Item = "permit" };
        if (Happens(0.2))
            await RefusedAsync("correction", stream, "hunan", "Discover", new { About = about, By = Provider, DiscoveredOn = today.AddDays(1), What = "金额" });
        var one = Begin(stream);
        if (Happens(0.6))
        {
            var found = today.AddDays(-chance.Next(0, 7));
            await DoAsync("correction", stream, "hunan", "Discover", new { About = about, By = Provider, DiscoveredOn = found, What = "金额" });
            Owed(found, today);
            return;
        }

        await DoAsync("correction", stream, "hunan", "Report", new { About = about, Source = "public-1" });
        Later(today, 1, 12, async on =>
        {
            await DoAsync("correction", stream, "hunan", "Confirm", new { By = Provider, What = "金额" });
            Owed(on, on);
        });

        void Owed(DateOnly from, DateOnly on)
        {
            one.Owe("T15", Provider, from, NaiveLaw.After(from, 3), on);
            if (Happens(0.15)) return;
            Later(on, 0, 7, async then =>
            {
                if (Happens(0.2))
                {
                    await DoAsync("correction", stream, "hunan", "Dismiss", new { By = Provider, Reason = "无误" });
                    one.Lapse(then, "no-error");
                    return;
                }

                if (Happens(0.3)) await RefusedAsync("correction", stream, "hunan", "Request", new { By = Provider, Notice = "", ContentDigest = "d-1" });
                await DoAsync("correction", stream, "hunan", "Request", new { By = Provider, Notice = "w-1", ContentDigest = "d-1" });
                one.Keep("T15", then);
                if (Happens(0.7)) Later(then, 0, 5, _ => DoAsync("correction", stream, "hunan", "CarryOut", new { By = "hunan-aic" }));
            });
        }
    }
}
