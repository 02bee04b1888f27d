using EntCredit.Domain.Calendar;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Records;
using EntCredit.Stores.Views;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Orchestrations.Records;

/// <summary>
/// 公示期限 (A27): what has been displayed as long as its jurisdiction's profile lets it be leaves the public view, and stays in the ledger. A profile that sets
/// no period asks for nothing.
/// </summary>
public sealed class DisplayExpiry(
    IRecordBook records, RecordPages pages, JurisdictionProfiles profiles, [FromKeyedServices("legal")] TimeProvider legal)
{
    private const int AtOnce = 1000;

    // A month has 28 days or more, a working day is a day or more: nothing published after that can have come to its end. The decider computes the end itself.
    private const int LeastDaysOfMonth = 28;

    /// <summary>Ends what has come to its end. Repeating it changes nothing.</summary>
    /// <returns>How many records ended.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var ended = 0;
        foreach (var profile in profiles.All.Where(profile => profile.DisplayPeriods.Count > 0))
        {
            var before = legal.GetUtcNow().AddDays(-profile.DisplayPeriods.Min(period => LeastDays(period.AtMost)));
            string? after = null;
            while (true)
            {
                var shown = await records.DisplayedAsync(profile.Id, before, after, AtOnce, cancellation);
                var states = await pages.AskAsync(shown, (_, now) => new RecordCommand.Expire(now), cancellation);
                ended += states.Count(state => state.Phase == RecordPhase.Expired);
                if (shown.Count < AtOnce) break;
                after = shown[^1];
            }
        }

        return ended;
    }

    private static int LeastDays(Term term) => term.Unit switch
    {
        TermUnit.Months => term.Count * LeastDaysOfMonth,
        TermUnit.DayOfMonth => 0,
        _ => term.Count - 1,
    };
}
