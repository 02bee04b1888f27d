using EntCredit.Domain.Events;
using EntCredit.Domain.Inspections;
using EntCredit.Orchestrations.Cases;

namespace EntCredit.Orchestrations.Inspections;

/// <summary>Rosters of inspectors, lists of market entities, and draws by lot.</summary>
public sealed class InspectionDesk(CaseWriter writer)
{
    /// <summary>Where a department's roster stands.</summary>
    public Task<CaseAnswer<Roster>> RosterAsync(string department, CancellationToken cancellation) =>
        writer.LoadAsync<RosterEvent, Roster>(Instances.OfRoster(department), Roster.Fold, cancellation);

    /// <summary>Where a jurisdiction's list of market entities stands.</summary>
    public Task<CaseAnswer<EntityList>> EntitiesAsync(string jurisdiction, CancellationToken cancellation) =>
        writer.LoadAsync<EntityListEvent, EntityList>(Instances.OfEntityList(jurisdiction), EntityList.Fold, cancellation);

    /// <summary>Where a draw stands.</summary>
    public Task<CaseAnswer<InspectionDraw>> DrawAsync(string id, CancellationToken cancellation) =>
        writer.LoadAsync<DrawEvent, InspectionDraw>(Instances.OfDraw(id), InspectionDraw.Fold, cancellation);

    /// <summary>A change of a department's roster, or its update.</summary>
    public async Task<CaseAnswer<Roster>> AskRosterAsync(
        string department,
        string jurisdiction,
        Func<DateTimeOffset, RosterCommand> command,
        long? expected,
        DurableTaskClient client,
        CancellationToken cancellation)
    {
        var stream = Instances.OfRoster(department);
        var answer = await writer.AskAsync<RosterEvent, Roster>(
            stream,
            Roster.Fold,
            (now, state, rules) => RosterDecider.Decide(command(now), state, rules),
            expected,
            new CaseOrigin(jurisdiction, stream),
            cancellation);
        if (answer.Error is null) await client.WakeRosterAsync(department, cancellation);
        return answer;
    }

    /// <summary>The daily refresh of the list of market entities. Nothing waits for it: the reconciler notes a day that was missed.</summary>
    public Task<CaseAnswer<EntityList>> RefreshAsync(EntityListCommand.Refresh command, long? expected, CancellationToken cancellation)
    {
        var stream = Instances.OfEntityList(command.Jurisdiction);
        return writer.AskAsync<EntityListEvent, EntityList>(
            stream,
            EntityList.Fold,
            (now, state, rules) => EntityListDecider.Decide(command with { At = now }, state, rules),
            expected,
            new CaseOrigin(command.Jurisdiction, stream),
            cancellation);
    }

    /// <summary>Commits to a draw. The same again is harmless; another content under the same id is refused.</summary>
    public Task<CaseAnswer<InspectionDraw>> CommitAsync(string id, DrawCommand.Commit command, CancellationToken cancellation)
    {
        var stream = Instances.OfDraw(id);
        return writer.AskAsync<DrawEvent, InspectionDraw>(
            stream,
            InspectionDraw.Fold,
            (now, state, rules) => state.Commitment is { } committed && !IsSame(committed, command)
                ? Decision<DrawEvent>.Impossible(CaseErrors.OtherContent)
                : DrawDecider.Decide(command with { At = now }, state, rules),
            null,
            new CaseOrigin(command.Jurisdiction, stream),
            cancellation);
    }

    /// <summary>Asks one thing of a draw that is there.</summary>
    public Task<CaseAnswer<InspectionDraw>> ActAsync(
        string id, Func<DateTimeOffset, DrawCommand> command, long? expected, CancellationToken cancellation) =>
        writer.AskAsync<DrawEvent, InspectionDraw>(
            Instances.OfDraw(id),
            InspectionDraw.Fold,
            (now, state, rules) => DrawDecider.Decide(command(now), state, rules),
            expected,
            null,
            cancellation);

    private static bool IsSame(DrawEvent.Committed committed, DrawCommand.Commit command) =>
        committed.Departments.SequenceEqual(command.Departments) && committed.Jurisdiction == command.Jurisdiction
        && committed.Matter == command.Matter && committed.SeedDigest == command.SeedDigest && committed.ListsDigest == command.ListsDigest;
}
