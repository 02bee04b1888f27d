using EntCredit.Domain.Errors;
using EntCredit.Domain.Events;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Sanctions;
using EntCredit.Orchestrations.Cases;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Orchestrations.Sanctions;

/// <summary>
/// Starts, extends and lifts sanctions. What a sanction's facts demand of its deliveries and of the restrictions that follow is written in the same
/// call of the ledger; where only part of it landed, asking again, or the reconciler, finds and writes the rest.
/// </summary>
public sealed class SanctionDesk(
    ILedger ledger, IPersonalData personal, Rulebook rulebook, ICaseIndex cases, CaseWriter writer, [FromKeyedServices("legal")] TimeProvider legal)
{
    private const int Tries = 5, MaxFollowing = 1000;

    /// <summary>Where a sanction stands in every department.</summary>
    public async Task<SanctionFile> LoadAsync(string id, CancellationToken cancellation) =>
        (await ReadAsync(id, await rulebook.TodayAsync(cancellation), cancellation)).File;

    /// <summary>责任人员 whom it restricts too (L7); none where their key was destroyed.</summary>
    public async Task<IReadOnlyList<ResponsiblePerson>> PersonsAsync(string id, CancellationToken cancellation)
    {
        var stream = await ledger.LoadAsync(Instances.OfSanction(id), cancellation);
        var version = stream.Events.ToList().FindIndex(happened => happened is SanctionEvent.Initiated) + 1;
        return version > 0 && (await personal.ReadPersonalAsync(stream.Stream, version, cancellation)).Event is SanctionEvent.Initiated { Persons: { } persons } ? persons : [];
    }

    /// <summary>Starts it and pushes it to its implementers. The same again is harmless; another content under the same id is refused.</summary>
    public Task<CaseAnswer<SanctionFile>> InitiateAsync(
        string id, CaseOrigin origin, SanctionCommand.Initiate command, DurableTaskClient client, CancellationToken cancellation) =>
        AskAsync(
            id,
            (file, rules, now) => file.Began is { } began && !IsSame(began, command)
                ? Decision<SanctionEvent>.Impossible(CaseErrors.OtherContent)
                : SanctionDecider.Decide(command with { At = now }, file.Sanction, rules),
            null,
            origin,
            client,
            cancellation);

    /// <summary>Asks who put the subject on a list to start it.</summary>
    public Task<CaseAnswer<SanctionFile>> ProposeAsync(
        string id, CaseOrigin origin, SanctionCommand.Propose command, DurableTaskClient client, CancellationToken cancellation) =>
        AskAsync(id, (file, rules, now) => SanctionDecider.Decide(command with { At = now }, file.Sanction, rules), null, origin, client, cancellation);

    /// <summary>Does not start what was proposed.</summary>
    public Task<CaseAnswer<SanctionFile>> DropAsync(string id, string by, string reason, DurableTaskClient client, CancellationToken cancellation) =>
        AskAsync(id, (file, rules, now) => SanctionDecider.Decide(new SanctionCommand.Drop(now, by, reason), file.Sanction, rules), null, null, client, cancellation);

    /// <summary>Pushes it to further departments.</summary>
    public Task<CaseAnswer<SanctionFile>> ExtendAsync(
        string id, string by, IReadOnlyList<string> implementers, long? expected, DurableTaskClient client, CancellationToken cancellation) =>
        AskAsync(
            id,
            (file, rules, now) => SanctionDecider.Decide(new SanctionCommand.Extend(now, by, implementers), file.Sanction, rules),
            expected,
            null,
            client,
            cancellation);

    /// <summary>Lifts it at once for everyone, with the restrictions that follow from it.</summary>
    public Task<CaseAnswer<SanctionFile>> LiftAsync(
        string id, string by, string reason, long? expected, DurableTaskClient client, CancellationToken cancellation) =>
        AskAsync(
            id,
            (file, rules, now) => SanctionDecider.Decide(new SanctionCommand.Lift(now, by, reason), file.Sanction, rules),
            expected,
            null,
            client,
            cancellation);

    /// <summary>Writes what its facts demand and is not there.</summary>
    public Task<CaseAnswer<SanctionFile>> SettleAsync(string id, DurableTaskClient client, CancellationToken cancellation) =>
        AskAsync(id, (_, _, _) => Decision<SanctionEvent>.Nothing, null, null, client, cancellation);

    /// <summary>An implementer's own act.</summary>
    /// <param name="id">The sanction.</param>
    /// <param name="department">The implementer.</param>
    /// <param name="share">The department whose share alone it sees, or null where it sees everything.</param>
    /// <param name="command">What it does, at the legal now.</param>
    /// <param name="expected">The version of what it saw, or null.</param>
    /// <param name="client">The durable client.</param>
    /// <param name="cancellation">Stops the work between ledger calls.</param>
    public async Task<ErrorDefinition?> AnswerAsync(
        string id,
        string department,
        string? share,
        Func<DateTimeOffset, DeliveryCommand> command,
        long? expected,
        DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (expected is { } version)
        {
            var file = await LoadAsync(id, cancellation);
            if (file.VersionFor(share) != version) return CaseErrors.Stale;
            expected = file.Versions[department];
        }

        var answer = await writer.AskAsync<DeliveryEvent, Delivery>(
            Instances.OfSanctionDelivery(id, department),
            Delivery.Fold,
            (now, state, rules) => DeliveryDecider.Decide(command(now), state, rules),
            expected,
            null,
            cancellation);
        if (answer.Error is null) await client.WakeSanctionDeliveryAsync(id, department, cancellation);
        return answer.Error;
    }

    private async Task<CaseAnswer<SanctionFile>> AskAsync(
        string id,
        Func<SanctionFile, CaseRules, DateTimeOffset, Decision<SanctionEvent>> decide,
        long? expected,
        CaseOrigin? origin,
        DurableTaskClient client,
        CancellationToken cancellation)
    {
        for (var tried = 1; ; tried++)
        {
            var law = await rulebook.TodayAsync(cancellation);
            var (file, partition) = await ReadAsync(id, law, cancellation);
            if (expected is { } version && version != file.VersionFor(null)) return new(file, file.VersionFor(null), CaseErrors.Stale);
            if ((file.Sanction.Target?.Jurisdiction ?? file.Sanction.Proposal?.Target.Jurisdiction ?? origin?.Jurisdiction) is not { } jurisdiction) return new(file, 0, SanctionErrors.Unknown);

            var rules = law.CaseRulesFor(jurisdiction);
            var now = legal.GetUtcNow();
            var decision = decide(file, rules, now);
            if (decision.Error is { } error) return new(file, file.VersionFor(null), error);
            var appends = await FollowingAsync(file, decision.Events, partition ?? origin!.Partition, rules, now, cancellation);
            if (file.OwnVersion == 0 && origin?.Also is { } also) appends.Insert(0, also);
            try
            {
                if (appends.Count > 0) await ledger.AppendAsync(appends, cancellation);
            }
            catch (LedgerConflictException) when (tried < Tries)
            {
                // Somebody else wrote meanwhile: all of it is read and decided again.
                if (origin?.Also is { } known && (await ledger.LoadAsync(known.Stream, cancellation)).Version > 0) origin = origin with { Also = null };
                continue;
            }
            catch (LedgerConflictException)
            {
                return new(file, file.VersionFor(null), CaseErrors.Busy);
            }

            var after = await LoadAsync(id, cancellation);
            await WakeAsync(after, appends, client, cancellation);
            return new(after, after.VersionFor(null), null, file.OwnVersion == 0);
        }
    }

    private static async Task WakeAsync(SanctionFile file, List<Append> appends, DurableTaskClient client, CancellationToken cancellation)
    {
        foreach (var department in file.Deliveries.Keys) await client.WakeSanctionDeliveryAsync(file.Id, department, cancellation);
        foreach (var restriction in appends.Where(append => append.Events[0] is RestrictionEvent))
            await client.WakeCaseAsync(RestrictionOrchestrator.Name, restriction.Stream, cancellation);
    }

    /// <summary>What is decided, and what it and the facts before it demand elsewhere.</summary>
    private async Task<List<Append>> FollowingAsync(
        SanctionFile file, IReadOnlyList<SanctionEvent> events, string partition, CaseRules rules, DateTimeOffset now, CancellationToken cancellation)
    {
        var after = events.Aggregate(file.Sanction, Sanction.Evolve);
        var stream = Instances.OfSanction(file.Id);
        List<Append> appends = events.Count == 0 ? [] : [new Append(stream, partition, file.OwnVersion, events)];
        if (after.Target is not { } target) return appends;
        foreach (var department in after.Implementers)
        {
            var push = new DeliveryCommand.Push(now, stream, target, after.Initiator!, department);
            var told = Tell(file.Deliveries.GetValueOrDefault(department, Delivery.Initial), push, after.LiftedAt is not null, rules);
            if (told.Count > 0)
                appends.Add(new Append(Instances.OfSanctionDelivery(file.Id, department), partition, file.Versions.GetValueOrDefault(department), told));
        }

        if (after.LiftedAt is not null) appends.AddRange(await LiftFollowingAsync(stream, rules, now, cancellation));
        return appends;
    }

    private static List<DeliveryEvent> Tell(Delivery delivery, DeliveryCommand.Push push, bool lifted, CaseRules rules)
    {
        List<DeliveryEvent> told = [.. DeliveryDecider.Decide(push, delivery, rules).Events];
        delivery = told.Aggregate(delivery, Delivery.Evolve);
        if (lifted) told.AddRange(DeliveryDecider.Decide(new DeliveryCommand.Lift(push.At), delivery, rules).Events);
        return told;
    }

    private async Task<List<Append>> LiftFollowingAsync(string sanction, CaseRules rules, DateTimeOffset now, CancellationToken cancellation)
    {
        var law = await rulebook.TodayAsync(cancellation);
        var following = await cases.FindAsync(CaseKind.Restriction, CasePart.FollowsFrom, sanction, null, MaxFollowing, cancellation);
        List<Append> appends = [];
        foreach (var loaded in (await ledger.LoadManyAsync(following, cancellation)).Values)
        {
            var state = Restriction.Fold(loaded.Events.Cast<RestrictionEvent>().Select(law.Today));
            var events = RestrictionDecider.Decide(new RestrictionCommand.Lift(now, "sanction-lifted"), state, rules).Events;
            if (events.Count > 0) appends.Add(new Append(loaded.Stream, loaded.Partition!, loaded.Version, events));
        }

        return appends;
    }

    private async Task<(SanctionFile File, string? Partition)> ReadAsync(string id, LawInForce law, CancellationToken cancellation)
    {
        var own = await ledger.LoadAsync(Instances.OfSanction(id), cancellation);
        var sanction = Sanction.Fold(own.Events.Cast<SanctionEvent>());
        var streams = sanction.Implementers.ToDictionary(department => department, department => Instances.OfSanctionDelivery(id, department));
        var loaded = await ledger.LoadManyAsync([.. streams.Values], cancellation);
        var file = new SanctionFile(
            id,
            sanction,
            own.Events.OfType<SanctionEvent.Initiated>().FirstOrDefault(),
            streams.ToDictionary(pair => pair.Key, pair => Delivery.Fold(loaded[pair.Value].Events.Cast<DeliveryEvent>().Select(law.Today))),
            own.Version,
            streams.ToDictionary(pair => pair.Key, pair => loaded[pair.Value].Version));
        return (file, own.Partition);
    }

    private static bool IsSame(SanctionEvent.Initiated began, SanctionCommand.Initiate command) =>
        began.By == command.By && began.Target == command.Target
        && began.Implementers.SequenceEqual(command.Implementers.Distinct().Order(StringComparer.Ordinal));
}
