using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Events;
using EntCredit.Domain.Obligations;
using EntCredit.Orchestrations.Cases;

namespace EntCredit.Orchestrations.DualNotice;

/// <summary>Notices of registrations to approvers: told, pushed or laid open, claimed, acknowledged, returned, completed, checked.</summary>
public sealed class NoticeDesk(CaseWriter writer)
{
    /// <summary>Where a notice stands.</summary>
    public Task<CaseAnswer<Notice>> LoadAsync(string id, CancellationToken cancellation) =>
        writer.LoadAsync<NoticeEvent, Notice>(Instances.OfNotice(id), Notice.Fold, cancellation);

    /// <summary>Begins a notice by one or several commands at once: all of them, or none. The same again is harmless.</summary>
    public Task<CaseAnswer<Notice>> BeginAsync(
        string id,
        CaseOrigin origin,
        Registration about,
        Func<DateTimeOffset, IReadOnlyList<NoticeCommand>> commands,
        DurableTaskClient client,
        CancellationToken cancellation) =>
        AskAsync(
            id,
            (now, state, rules) => state.About is null ? All(commands(now), state, rules)
                : state.About == about ? Decision<NoticeEvent>.Nothing
                : Decision<NoticeEvent>.Impossible(CaseErrors.OtherContent),
            null,
            origin,
            client,
            cancellation);

    /// <summary>Asks one thing of a notice that is there.</summary>
    public Task<CaseAnswer<Notice>> ActAsync(
        string id, Func<DateTimeOffset, NoticeCommand> command, long? expected, DurableTaskClient client, CancellationToken cancellation) =>
        AskAsync(id, (now, state, rules) => NoticeDecider.Decide(command(now), state, rules), expected, null, client, cancellation);

    private async Task<CaseAnswer<Notice>> AskAsync(
        string id,
        Func<DateTimeOffset, Notice, CaseRules, Decision<NoticeEvent>> decide,
        long? expected,
        CaseOrigin? origin,
        DurableTaskClient client,
        CancellationToken cancellation)
    {
        var answer = await writer.AskAsync<NoticeEvent, Notice>(Instances.OfNotice(id), Notice.Fold, decide, expected, origin, cancellation);
        if (answer.Error is null) await client.WakeDualNoticeAsync(id, cancellation);
        return answer;
    }

    private static Decision<NoticeEvent> All(IReadOnlyList<NoticeCommand> commands, Notice state, CaseRules rules)
    {
        List<NoticeEvent> events = [];
        foreach (var command in commands)
        {
            var decision = NoticeDecider.Decide(command, state, rules);
            if (decision.Error is not null) return decision;
            events.AddRange(decision.Events);
            state = decision.Events.Aggregate(state, Notice.Evolve);
        }

        return new(events, null);
    }
}
