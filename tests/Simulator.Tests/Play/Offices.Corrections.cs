using EntCredit.Simulator.Tests.Naive;

namespace EntCredit.Simulator.Tests.Play;

/// <summary>Corrections.</summary>
internal sealed partial class Offices
{
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
