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

    /// <summary>A department's list of matters.</summary>
    public Task<CaseAnswer<MatterList>> MattersAsync(string department, CancellationToken cancellation) =>
        writer.LoadAsync<MatterEvent, MatterList>(Instances.OfMatters(department), MatterList.Fold, cancellation);

    /// <summary>A matter put on a department's list, or taken off it.</summary>
    public Task<CaseAnswer<MatterList>> AskMattersAsync(
        string department, string jurisdiction, Func<DateTimeOffset, MatterCommand> command, long? expected, CancellationToken cancellation)
    {
        var stream = Instances.OfMatters(department);
        return writer.AskAsync<MatterEvent, MatterList>(
            stream, MatterList.Fold, (now, state, _) => MatterDecider.Decide(command(now), state), expected, new CaseOrigin(jurisdiction, stream), cancellation);
    }

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
}
