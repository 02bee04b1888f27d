using EntCredit.Domain.Corrections;
using EntCredit.Domain.Events;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Records;
using EntCredit.Stores.Ledger;

namespace EntCredit.Orchestrations.Cases;

/// <summary>
/// What a case has decided and its record must show. It derives from the case's state, never from one event, so that asking again completes what was
/// interrupted and does nothing where it is done.
/// </summary>
public sealed class CaseEffects(ILedger ledger, IPersonalData personal)
{
    /// <summary>The effect on the record.</summary>
    /// <param name="stream">The case's stream.</param>
    /// <param name="history">Its events, those included that are appended together with the effect.</param>
    /// <param name="law">The law in force.</param>
    /// <param name="at">The legal instant.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<RecordEffect> OnRecordAsync(
        string stream, IReadOnlyList<DomainEvent> history, LawInForce law, DateTimeOffset at, CancellationToken cancellation)
    {
        var (record, commands) = (history is [var first, ..] ? first : null) switch
        {
            ObjectionEvent => await OfObjectionAsync(stream, history, at, cancellation),
            CorrectionEvent => await OfCorrectionAsync(stream, history, at, cancellation),
            _ => (string.Empty, []),
        };
        if (commands.Count == 0) return RecordEffect.None;
        var loaded = await ledger.LoadAsync(record, cancellation);
        var before = Record.Fold(loaded.Events.OfType<RecordEvent>());
        if (before.Origin is not { } origin) return RecordEffect.None;

        var state = before;
        List<RecordEvent> events = [];
        foreach (var command in commands)
        {
            var decision = RecordDecider.Decide(command, state, law.For(origin.Jurisdiction));
            if (decision.Error is { } error) return new RecordEffect(null, error, null);
            events.AddRange(decision.Events);
            state = decision.Events.Aggregate(state, Record.Evolve);
        }

        return events.Count == 0
            ? RecordEffect.None
            : new RecordEffect(
                new Append(record, loaded.Partition ?? record, loaded.Version, events), null, state.Phase == RecordPhase.Collected ? state.Cohort : null);
    }

    private async Task<(string Record, IReadOnlyList<RecordCommand> Commands)> OfObjectionAsync(
        string stream, IReadOnlyList<DomainEvent> history, DateTimeOffset at, CancellationToken cancellation)
    {
        var state = Objection.Fold(history.Cast<ObjectionEvent>());
        if (state.Lodging is not { } lodging) return (string.Empty, []);
        List<RecordCommand> commands = [];
        if (state is { Remedied: true, RemedyAsked: Remedy.Correction, Supplied: { } supplied })
            commands.Add(await AmendAsync(stream, history, supplied.Content, supplied.Digest, state.RemediedBy!, at, cancellation));

        // 谁产生、谁提供、谁负责: it is the provider's word by which the information is shown no more.
        if (state is { Remedied: true, RemedyAsked: Remedy.Removal }) commands.Add(new RecordCommand.Withdraw(at, lodging.About.Provider, stream));
        if (state.Hidden) commands.Add(new RecordCommand.Suspend(at, state.HiddenBy!, stream));
        else if (state.ResumedBy is { } by) commands.Add(new RecordCommand.Resume(at, by, stream));
        return (lodging.About.Record, commands);
    }

    private async Task<(string Record, IReadOnlyList<RecordCommand> Commands)> OfCorrectionAsync(
        string stream, IReadOnlyList<DomainEvent> history, DateTimeOffset at, CancellationToken cancellation)
    {
        var state = Correction.Fold(history.Cast<CorrectionEvent>());
        return state is { Phase: CorrectionPhase.Corrected, Supplied: { } supplied, About: { } about }
            ? (about.Record, [await AmendAsync(stream, history, supplied.Content, supplied.Digest, state.CarriedOutBy!, at, cancellation)])
            : (string.Empty, []);
    }

    private async Task<RecordCommand> AmendAsync(
        string stream, IReadOnlyList<DomainEvent> history, RecordContent content, string digest, string by, DateTimeOffset at, CancellationToken cancellation)
    {
        // The content was committed with the request, before anybody could carry it out; its personal data lies apart.
        var version = history.Index().Last(pair => pair.Item is ObjectionEvent.ContentSupplied or CorrectionEvent.ContentSupplied).Index + 1;
        var kept = (await personal.ReadPersonalAsync(stream, version, cancellation)).Event switch
        {
            ObjectionEvent.ContentSupplied e => e.Personal,
            CorrectionEvent.ContentSupplied e => e.Personal,
            _ => null,
        };
        return new RecordCommand.Amend(at, by, stream, kept is null ? content : content with { Personal = kept }, digest);
    }
}
