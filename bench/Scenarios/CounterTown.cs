using System.Globalization;
using EntCredit.Domain.Events;
using EntCredit.Domain.Sanctions;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger;

namespace EntCredit.Bench.Scenarios;

/// <summary>Invented enterprises, of which each fifth is under a joint sanction and each tenth under a restriction of one department too.</summary>
internal static class CounterTown
{
    public const int Enterprises = 100_000;
    public const string Jurisdiction = "chongqing";
    private const int AtOnce = 1000;

    public static DateTimeOffset At { get; } = new(2026, 1, 5, 2, 30, 0, TimeSpan.Zero);

    /// <summary>The number of an enterprise: not a code that anybody could have.</summary>
    public static string CodeOf(int enterprise) => enterprise.ToString("D18", CultureInfo.InvariantCulture);

    /// <summary>Writes them. How many events that are.</summary>
    public static async Task<int> FillAsync(ILedger ledger, int count, CancellationToken stop)
    {
        var events = 0;
        foreach (var some in Enumerable.Range(0, count).Chunk(AtOnce))
        {
            List<Append> appends = [.. some.SelectMany(Of)];
            await ledger.AppendAsync(appends, stop);
            events += appends.Sum(append => append.Events.Count);
        }

        return events;
    }

    private static IEnumerable<Append> Of(int enterprise)
    {
        var subject = $"subject-{enterprise:D8}";
        yield return Begin(subject, subject, new SubjectEvent.KnownAs(At, AliasKind.CreditCode, CodeOf(enterprise)));
        if (enterprise % 5 != 0) yield break;
        var (sanction, target) = ($"sanction-{enterprise:D8}", new SanctionTarget(subject, Jurisdiction, "严重违法失信企业名单", "serious"));
        string[] implementers = ["chongqing-construction", "chongqing-environment", "chongqing-transport"];
        yield return Begin(sanction, subject, new SanctionEvent.Initiated(At, "chongqing-aic", target, implementers));
        foreach (var department in implementers)
            yield return Begin($"{sanction}-{department}", subject, new DeliveryEvent.Pushed(At, sanction, target, "chongqing-aic", department));
        if (enterprise % 10 == 0)
            yield return Begin($"restriction-{enterprise:D8}", subject, new RestrictionEvent.Decided(At, "chongqing-construction", target, sanction, new DateOnly(2026, 1, 5), "tender-listed"));
    }

    private static Append Begin(string stream, string partition, DomainEvent happened) => new(stream, partition, 0, [happened]);
}
