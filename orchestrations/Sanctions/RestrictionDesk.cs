using EntCredit.Domain.Events;
using EntCredit.Domain.Sanctions;
using EntCredit.Orchestrations.Cases;

namespace EntCredit.Orchestrations.Sanctions;

/// <summary>A department's restricting decisions: decided, fed back, lifted.</summary>
public sealed class RestrictionDesk(CaseWriter writer, SanctionDesk sanctions)
{
    /// <summary>Where a restriction stands.</summary>
    public Task<CaseAnswer<Restriction>> LoadAsync(string id, CancellationToken cancellation) =>
        writer.LoadAsync<RestrictionEvent, Restriction>(Instances.OfRestriction(id), Restriction.Fold, cancellation);

    /// <summary>Writes down the decision. The same again is harmless; another content under the same id is refused.</summary>
    public async Task<CaseAnswer<Restriction>> DecideAsync(
        string id, CaseOrigin origin, RestrictionCommand.Decide command, DurableTaskClient client, CancellationToken cancellation)
    {
        var answer = await AskAsync(
            id,
            (now, state, rules) => state.Decision is { } decided && !IsSame(decided, command)
                ? Decision<RestrictionEvent>.Impossible(CaseErrors.OtherContent)
                : RestrictionDecider.Decide(command with { At = now }, state, rules),
            null,
            origin,
            client,
            cancellation);

        // The sanction that it follows from may have been lifted between the question and the decision.
        if (answer is { Error: null, Began: true } && command.Sanction is { } sanction)
        {
            await sanctions.SettleAsync(sanction[Instances.OfSanction(string.Empty).Length..], client, cancellation);
            answer = await LoadAsync(id, cancellation) with { Began = true };
        }

        return answer;
    }

    /// <summary>Feeds back how it is carried out.</summary>
    public Task<CaseAnswer<Restriction>> FeedBackAsync(
        string id, string by, string resultDigest, long? expected, DurableTaskClient client, CancellationToken cancellation) =>
        AskAsync(
            id,
            (now, state, rules) => RestrictionDecider.Decide(new RestrictionCommand.FeedBack(now, by, resultDigest), state, rules),
            expected,
            null,
            client,
            cancellation);

    /// <summary>Ends it: the department that decided it alone may.</summary>
    public Task<CaseAnswer<Restriction>> LiftAsync(
        string id, string by, string reason, long? expected, DurableTaskClient client, CancellationToken cancellation) =>
        AskAsync(
            id,
            (now, state, rules) => state.Decision?.By == by
                ? RestrictionDecider.Decide(new RestrictionCommand.Lift(now, reason), state, rules)
                : Decision<RestrictionEvent>.Impossible(SanctionErrors.NotYours),
            expected,
            null,
            client,
            cancellation);

    private async Task<CaseAnswer<Restriction>> AskAsync(
        string id,
        Func<DateTimeOffset, Restriction, Domain.Obligations.CaseRules, Decision<RestrictionEvent>> decide,
        long? expected,
        CaseOrigin? origin,
        DurableTaskClient client,
        CancellationToken cancellation)
    {
        var answer = await writer.AskAsync<RestrictionEvent, Restriction>(
            Instances.OfRestriction(id), Restriction.Fold, decide, expected, origin, cancellation);
        if (answer.Error is null) await client.WakeRestrictionAsync(id, cancellation);
        return answer;
    }

    private static bool IsSame(RestrictionEvent.Decided decided, RestrictionCommand.Decide command) =>
        decided.By == command.By && decided.Target == command.Target && decided.Sanction == command.Sanction
        && decided.DecidedOn == command.DecidedOn && decided.Measure == command.Measure;
}
