using EntCredit.Domain.DualNotice;
using EntCredit.Domain.DualNotice.Approvals;
using EntCredit.Domain.Events;
using EntCredit.Domain.Records;
using EntCredit.Orchestrations.Cases;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Orchestrations.DualNotice;

/// <summary>Tells approvers of the registrations that were taken in. What was told already is left alone, so that this may be repeated.</summary>
public sealed class RegistrationDesk(
    ILedger ledger, ICaseIndex cases, Rulebook rulebook, ApprovalCatalogue approvals, [FromKeyedServices("legal")] TimeProvider legal)
{
    private const int AtOnce = 200, MostNotices = 200;

    /// <summary>Follows up registrations. How many were not followed up before.</summary>
    public async Task<int> FollowAsync(IReadOnlyList<string> records, DurableTaskClient client, CancellationToken cancellation)
    {
        var followed = 0;
        foreach (var some in records.Chunk(AtOnce)) followed += await FollowSomeAsync(some, client, cancellation);
        return followed;
    }

    private async Task<int> FollowSomeAsync(string[] records, DurableTaskClient client, CancellationToken cancellation)
    {
        var law = await rulebook.TodayAsync(cancellation);
        var loaded = await ledger.LoadManyAsync(records, cancellation);
        List<Append> appends = [];
        HashSet<string> subjects = new(StringComparer.Ordinal);
        List<string> later = [];
        var followed = 0;
        foreach (var stream in records.Distinct(StringComparer.Ordinal).Select(record => loaded[record]))
        {
            var state = Record.Fold(stream.Events.Cast<RecordEvent>());
            if (state.FollowKey is not { } standing || standing == state.FollowedUp) continue;

            // Two registrations of one enterprise: what the first tells, the second must know of.
            if (!subjects.Add(state.Subject!))
            {
                later.Add(stream.Stream);
                continue;
            }

            appends.AddRange(await AppendsAsync(stream, state, standing, law, cancellation));
            followed++;
        }

        try
        {
            if (appends.Count > 0) await ledger.AppendAsync(appends, cancellation);
        }
        catch (LedgerConflictException) when (records.Length > 1)
        {
            // Somebody wrote about one of them meanwhile: one by one, that one alone is left to the reconciler.
            return await EachAsync(records, client, cancellation);
        }
        catch (LedgerConflictException)
        {
            return 0;
        }

        foreach (var append in appends.Where(append => append.Events.Any(happened => happened is NoticeEvent { Opened.Count: > 0 } or NoticeEvent.Deregistered)))
            await client.WakeCaseAsync(DualNoticeOrchestrator.Name, append.Stream, cancellation);
        return followed + await EachAsync(later, client, cancellation);
    }

    private async Task<int> EachAsync(IEnumerable<string> records, DurableTaskClient client, CancellationToken cancellation)
    {
        var followed = 0;
        foreach (var record in records) followed += await FollowSomeAsync([record], client, cancellation);
        return followed;
    }

    /// <summary>The notices first, and last that the registration was followed up: where only part of it lands, it is asked again.</summary>
    private async Task<List<Append>> AppendsAsync(LoadedStream stream, Record state, string standing, LawInForce law, CancellationToken cancellation)
    {
        var rules = law.CaseRulesFor(state.Origin!.Jurisdiction);
        var (at, items) = (legal.GetUtcNow(), RegistrationDecider.ItemsOf(state, rules, approvals));
        List<Append> appends = [];
        if (rules.Profile.DualNotice is not null)
        {
            var streams = await cases.FindAsync(CaseKind.DualNotice, CasePart.Subject, state.Subject!, null, MostNotices, cancellation);
            var loaded = await ledger.LoadManyAsync(streams, cancellation);
            var known = loaded.ToDictionary(
                pair => pair.Key[Instances.OfNotice(string.Empty).Length..], pair => Notice.Fold(pair.Value.Events.Cast<NoticeEvent>().Select(law.Today)), StringComparer.Ordinal);
            foreach (var (id, command) in RegistrationDecider.Follow(at, stream.Stream, state, known, rules, approvals))
            {
                var notice = Instances.OfNotice(id);
                var before = known.GetValueOrDefault(id, Notice.Initial);
                var events = NoticeDecider.Decide(command, before, rules).Events;
                if (events.Count > 0)
                    appends.Add(new Append(notice, loaded.GetValueOrDefault(notice)?.Partition ?? state.Subject!, loaded.GetValueOrDefault(notice)?.Version ?? 0, events));
            }
        }

        appends.Add(new Append(stream.Stream, stream.Partition!, stream.Version, [new RecordEvent.FollowedUp(at, standing, approvals.Version, items)]));
        return appends;
    }
}
