using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Events;

/// <summary>What a decider answers: events (none where nothing is new), or a numbered error where the command is impossible. Never an exception.</summary>
public sealed record Decision<TEvent>(IReadOnlyList<TEvent> Events, ErrorDefinition? Error)
    where TEvent : DomainEvent
{
    /// <summary>Nothing is new: the command repeats what is already there.</summary>
    public static Decision<TEvent> Nothing { get; } = new([], null);

    /// <summary>The facts that follow.</summary>
    public static Decision<TEvent> Of(params TEvent[] events) => new(events, null);

    /// <summary>The command is impossible in this state.</summary>
    public static Decision<TEvent> Impossible(ErrorDefinition error) => new([], error);
}
