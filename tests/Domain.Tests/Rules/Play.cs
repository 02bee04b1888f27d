using EntCredit.Domain.Events;

namespace EntCredit.Domain.Tests.Rules;

/// <summary>One case played by commands.</summary>
internal sealed class Play<TCommand, TEvent, TState>(
    TState initial, Func<TCommand, TState, Decision<TEvent>> decide, Func<TState, TEvent, TState> evolve)
    where TEvent : DomainEvent
{
    public TState State { get; private set; } = initial;

    public List<TEvent> History { get; } = [];

    /// <summary>Plays commands that must be possible and gives the events of the last.</summary>
    public IReadOnlyList<TEvent> Do(params TCommand[] commands)
    {
        IReadOnlyList<TEvent> last = [];
        foreach (var command in commands)
        {
            var decision = decide(command, State);
            Assert.Null(decision.Error);
            last = decision.Events;
            History.AddRange(last);
            State = last.Aggregate(State, evolve);
        }

        return last;
    }

    /// <summary>The number of the error that a command meets; it must give no events.</summary>
    public string? Refused(TCommand command)
    {
        var decision = decide(command, State);
        Assert.Empty(decision.Events);
        return decision.Error?.Code;
    }

    /// <summary>What opened, in order.</summary>
    public IEnumerable<string> Opened => History.SelectMany(happened => happened.Opened ?? []).Select(duty => duty.Text());

    /// <summary>What closed, in order.</summary>
    public IEnumerable<string> Closed => History.SelectMany(happened => happened.Closed ?? []).Select(duty => duty.Text());
}
