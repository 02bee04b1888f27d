using EntCredit.Domain.Events;
using EntCredit.Domain.Obligations;

namespace EntCredit.Orchestrations.Cases;

/// <summary>An area of the law whose cases have duties: how its streams are known and read, and how it is asked which duty was not kept.</summary>
/// <param name="orchestrator">The name of the orchestrator that keeps the time of its cases; null where none waits.</param>
public abstract class CaseArea(string? orchestrator)
{
    /// <summary>The name of the orchestrator that keeps the time of its cases; null where none waits.</summary>
    public string? Orchestrator { get; } = orchestrator;

    /// <summary>Whether a fact belongs to this area.</summary>
    public abstract bool Owns(DomainEvent happened);

    /// <summary>What follows for a case from the days that have ended by an instant, and where it stands then.</summary>
    public abstract (IReadOnlyList<DomainEvent> Events, CaseOutcome After) NoteOverdue(
        IReadOnlyList<DomainEvent> history, LawInForce law, DateTimeOffset at);
}

/// <summary>An area by its state and decider.</summary>
/// <param name="orchestrator">The name of its orchestrator, or null.</param>
/// <param name="initial">The state before the first event.</param>
/// <param name="evolve">The state after one more event.</param>
/// <param name="dutiesOf">The duties of a state.</param>
/// <param name="isFinished">Whether nothing more is owed or expected.</param>
/// <param name="noteOverdue">The decider's answer to the command to note what was not kept.</param>
internal sealed class CaseArea<TEvent, TState>(
    string? orchestrator,
    TState initial,
    Func<TState, TEvent, TState> evolve,
    Func<TState, DutyBook> dutiesOf,
    Func<TState, bool> isFinished,
    Func<DateTimeOffset, TState, CaseRules, Decision<TEvent>> noteOverdue) : CaseArea(orchestrator)
    where TEvent : DomainEvent
{
    public override bool Owns(DomainEvent happened) => happened is TEvent;

    public override (IReadOnlyList<DomainEvent> Events, CaseOutcome After) NoteOverdue(
        IReadOnlyList<DomainEvent> history, LawInForce law, DateTimeOffset at)
    {
        // Where nothing says whose law holds, nothing can have been owed.
        if (history.OfType<IOfJurisdiction>().FirstOrDefault() is not { } place) return ([], new CaseOutcome(0, null));
        var state = history.Cast<TEvent>().Select(law.Today).Aggregate(initial, evolve);
        var events = noteOverdue(at, state, law.CaseRulesFor(place.Jurisdiction)).Events;
        state = events.Aggregate(state, evolve);
        var duties = dutiesOf(state);
        var due = duties.Open.Values.Where(duty => !duties.Overdue.Contains(duty.Rule)).Min(duty => (DateOnly?)duty.Due);
        return (events, new CaseOutcome(isFinished(state) ? 1 : 0, due));
    }
}
