using EntCredit.Domain.Corrections;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Obligations;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.Records;
using EntCredit.Stores.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Orchestrations.Objections;

/// <summary>
/// Where a command on an objection is carried out: decided by the law in force, and committed in one call with what follows for the record and for the
/// correction that an upheld objection starts.
/// </summary>
public sealed class ObjectionDesk(
    ILedger ledger, CaseEffects effects, Rulebook rulebook, [FromKeyedServices("legal")] TimeProvider legal)
{
    private const int Tries = 5;

    /// <summary>An objection as the ledger knows it.</summary>
    public async Task<CaseAnswer<Objection>> FindAsync(string id, CancellationToken cancellation)
    {
        var loaded = await ledger.LoadAsync(Instances.OfObjection(id), cancellation);
        var state = Objection.Fold(loaded.Events.Cast<ObjectionEvent>());
        return new CaseAnswer<Objection>(state, loaded.Version, state.Lodging is null ? ObjectionErrors.Unknown : null);
    }

    /// <summary>Carries out a command. A repeated one changes nothing and completes what an earlier one left undone.</summary>
    /// <param name="id">The case's id.</param>
    /// <param name="expected">The version that the caller saw, or null.</param>
    /// <param name="command">The command at the legal instant.</param>
    /// <param name="client">Wakes what keeps the time.</param>
    /// <param name="cancellation">Stops the work between ledger calls.</param>
    public async Task<CaseAnswer<Objection>> ActAsync(
        string id, long? expected, Func<DateTimeOffset, ObjectionCommand> command, DurableTaskClient client, CancellationToken cancellation)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await OnceAsync(id, expected, command, client, cancellation);
            }
            catch (LedgerConflictException) when (tried < Tries)
            {
                // Somebody else moved the case or the record meanwhile: both are read and decided again.
            }
        }
    }

    private async Task<CaseAnswer<Objection>> OnceAsync(
        string id, long? expected, Func<DateTimeOffset, ObjectionCommand> command, DurableTaskClient client, CancellationToken cancellation)
    {
        var stream = Instances.OfObjection(id);
        var loaded = await ledger.LoadAsync(stream, cancellation);
        var history = loaded.Events.Cast<ObjectionEvent>().ToList();
        var law = await rulebook.TodayAsync(cancellation);
        var state = history.Select(law.Today).Aggregate(Objection.Initial, Objection.Evolve);
        if (state.Lodging is not { } lodging) return new CaseAnswer<Objection>(state, 0, ObjectionErrors.Unknown);
        if (expected is { } seen && seen != loaded.Version) return new CaseAnswer<Objection>(state, loaded.Version, Stale: true);

        var now = legal.GetUtcNow();
        var rules = law.CaseRulesFor(lodging.About.Jurisdiction);
        var decision = ObjectionDecider.Decide(command(now), state, rules);
        if (decision.Error is { } error) return new CaseAnswer<Objection>(state, loaded.Version, error);
        history.AddRange(decision.Events);
        var effect = await effects.OnRecordAsync(stream, history, law, now, cancellation);
        if (effect.Error is { } obstacle) return new CaseAnswer<Objection>(state, loaded.Version, obstacle);

        List<Append> appends = [];
        if (decision.Events.Count > 0) appends.Add(new Append(stream, loaded.Partition!, loaded.Version, decision.Events));
        if (effect.Append is { } onRecord) appends.Add(onRecord);
        var following = await FollowAsync(id, history, lodging.About.Subject, rules, law, cancellation);
        if (following is not null) appends.Add(following);
        if (appends.Count > 0) await ledger.AppendAsync(appends, cancellation);

        await client.WakeObjectionAsync(id, cancellation);
        if (following is not null) await client.WakeCorrectionAsync(id, cancellation);
        if (effect.Cohort is { } cohort) await client.WakeCohortAsync(cohort, cancellation);
        return new CaseAnswer<Objection>(decision.Events.Aggregate(state, Objection.Evolve), loaded.Version + decision.Events.Count);
    }

    private async Task<Append?> FollowAsync(
        string id, IReadOnlyList<ObjectionEvent> history, string subject, CaseRules rules, LawInForce law, CancellationToken cancellation)
    {
        var commands = FollowingCorrection.Of(Instances.OfObjection(id), history, rules);
        if (commands.Count == 0) return null;
        var loaded = await ledger.LoadAsync(Instances.OfCorrection(id), cancellation);
        var state = loaded.Events.Cast<CorrectionEvent>().Select(law.Today).Aggregate(Correction.Initial, Correction.Evolve);
        List<CorrectionEvent> events = [];
        foreach (var command in commands)
        {
            var followed = CorrectionDecider.Decide(command, state, rules).Events;
            events.AddRange(followed);
            state = followed.Aggregate(state, Correction.Evolve);
        }

        return events.Count == 0 ? null : new Append(loaded.Stream, loaded.Partition ?? subject, loaded.Version, events);
    }
}
