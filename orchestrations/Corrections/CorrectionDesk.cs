using System.Globalization;
using System.Security.Cryptography;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Corrections;
using EntCredit.Domain.Records;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.Records;
using EntCredit.Stores.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Orchestrations.Corrections;

/// <summary>Where a command on a correction is carried out: decided by the law in force, and committed in one call with what follows for the record.</summary>
public sealed class CorrectionDesk(
    ILedger ledger, CaseEffects effects, Rulebook rulebook, RandomNumberGenerator random, [FromKeyedServices("legal")] TimeProvider legal)
{
    private const int Tries = 5;

    /// <summary>A correction as the ledger knows it.</summary>
    public async Task<CaseAnswer<Correction>> FindAsync(string id, CancellationToken cancellation)
    {
        var loaded = await ledger.LoadAsync(Instances.OfCorrection(id), cancellation);
        var state = Correction.Fold(loaded.Events.Cast<CorrectionEvent>());
        return new CaseAnswer<Correction>(state, loaded.Version, state.About is null ? CorrectionErrors.Unknown : null);
    }

    /// <summary>A provider finds an error of its own. The new case's id, or null where it is refused.</summary>
    /// <param name="record">What is wrong.</param>
    /// <param name="by">The provider.</param>
    /// <param name="discoveredOn">发现之日; null for today.</param>
    /// <param name="what">What is wrong with it, in Chinese.</param>
    /// <param name="client">Starts what keeps the time.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<(string? Id, CaseAnswer<Correction> Answer)> DiscoverAsync(
        string record, string by, DateOnly? discoveredOn, string what, DurableTaskClient client, CancellationToken cancellation)
    {
        var stream = await ledger.LoadAsync(record, cancellation);
        var about = Record.Fold(stream.Events.OfType<RecordEvent>());
        if (about is not { Origin: { } origin, Subject: { } subject, Finished: false } || origin.Provider != by)
            return (null, new CaseAnswer<Correction>(Correction.Initial, 0, RecordErrors.Unknown));
        var now = legal.GetUtcNow();
        var law = await rulebook.TodayAsync(cancellation);
        var discover = new CorrectionCommand.Discover(
            now, new CorrectionSubject(record, origin.Provider, origin.Jurisdiction, origin.Item), by, discoveredOn ?? LegalZone.DayOf(now), what);
        var decision = CorrectionDecider.Decide(discover, Correction.Initial, law.CaseRulesFor(origin.Jurisdiction));
        if (decision.Error is { } error) return (null, new CaseAnswer<Correction>(Correction.Initial, 0, error));

        var id = NewId(now);
        await ledger.AppendAsync([new Append(Instances.OfCorrection(id), subject, 0, decision.Events)], cancellation);
        await client.WakeCorrectionAsync(id, cancellation);
        return (id, new CaseAnswer<Correction>(Correction.Fold(decision.Events), decision.Events.Count));
    }

    /// <summary>Carries out a command. A repeated one changes nothing and completes what an earlier one left undone.</summary>
    /// <param name="id">The case's id.</param>
    /// <param name="expected">The version that the caller saw, or null.</param>
    /// <param name="command">The command at the legal instant.</param>
    /// <param name="client">Wakes what keeps the time.</param>
    /// <param name="cancellation">Stops the work between ledger calls.</param>
    public async Task<CaseAnswer<Correction>> ActAsync(
        string id, long? expected, Func<DateTimeOffset, CorrectionCommand> command, DurableTaskClient client, CancellationToken cancellation)
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

    private async Task<CaseAnswer<Correction>> OnceAsync(
        string id, long? expected, Func<DateTimeOffset, CorrectionCommand> command, DurableTaskClient client, CancellationToken cancellation)
    {
        var stream = Instances.OfCorrection(id);
        var loaded = await ledger.LoadAsync(stream, cancellation);
        var history = loaded.Events.Cast<CorrectionEvent>().ToList();
        var law = await rulebook.TodayAsync(cancellation);
        var state = history.Select(law.Today).Aggregate(Correction.Initial, Correction.Evolve);
        if (state.About is not { } about) return new CaseAnswer<Correction>(state, 0, CorrectionErrors.Unknown);
        if (expected is { } seen && seen != loaded.Version) return new CaseAnswer<Correction>(state, loaded.Version, Stale: true);

        // What an objection started is asked for and carried out there.
        if (state.Source?.StartsWith(Instances.OfObjection(string.Empty), StringComparison.Ordinal) == true)
            return new CaseAnswer<Correction>(state, loaded.Version, CorrectionErrors.FollowsObjection);

        var now = legal.GetUtcNow();
        var decision = CorrectionDecider.Decide(command(now), state, law.CaseRulesFor(about.Jurisdiction));
        if (decision.Error is { } error) return new CaseAnswer<Correction>(state, loaded.Version, error);
        history.AddRange(decision.Events);
        var effect = await effects.OnRecordAsync(stream, history, law, now, cancellation);
        if (effect.Error is { } obstacle) return new CaseAnswer<Correction>(state, loaded.Version, obstacle);

        List<Append> appends = [];
        if (decision.Events.Count > 0) appends.Add(new Append(stream, loaded.Partition!, loaded.Version, decision.Events));
        if (effect.Append is { } onRecord) appends.Add(onRecord);
        if (appends.Count > 0) await ledger.AppendAsync(appends, cancellation);
        await client.WakeCorrectionAsync(id, cancellation);
        if (effect.Cohort is { } cohort) await client.WakeCohortAsync(cohort, cancellation);
        return new CaseAnswer<Correction>(decision.Events.Aggregate(state, Correction.Evolve), loaded.Version + decision.Events.Count);
    }

    private string NewId(DateTimeOffset now)
    {
        var buffer = new byte[6];
        random.GetBytes(buffer);
        return LegalZone.DayOf(now).ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "-" + Convert.ToHexStringLower(buffer);
    }
}
