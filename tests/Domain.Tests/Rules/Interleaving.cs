using System.Text.Json;
using CsCheck;
using EntCredit.Domain.Events;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Tests.Calendar;

namespace EntCredit.Domain.Tests.Rules;

/// <summary>What holds for any decider and any order of commands, wrong actors, late and repeated ones included. A failure prints its seed.</summary>
internal static class Interleaving
{
    public static void Holds<TCommand, TEvent, TState>(
        Gen<TCommand> any,
        TState initial,
        Func<TCommand, TState, Decision<TEvent>> decide,
        Func<TState, TEvent, TState> evolve,
        Func<TState, DutyBook> duties,
        Func<TState, bool> finished,
        int mostCommands = 30)
        where TEvent : DomainEvent
    {
        long reached = 0;
        any.Array[1, mostCommands].Sample(
            commands =>
            {
                var state = initial;
                List<TEvent> history = [];
                foreach (var command in commands)
                {
                    var decision = decide(command, state);
                    Assert.True(decision.Error is null || decision.Events.Count == 0);
                    foreach (var happened in decision.Events)
                    {
                        Assert.All(happened.Closed ?? [], duty => Assert.True(Known(duty.Rule, state, happened, duties)));
                        state = evolve(state, happened);
                        history.Add(happened);
                    }

                    var again = decide(command, state);
                    Assert.Empty(again.Events);
                    if (decision.Events.Count > 0) Assert.Null(again.Error);
                    if (!finished(state)) continue;
                    Assert.Empty(duties(state).Open);
                    Interlocked.Increment(ref reached);
                }

                Assert.Equal(Dump(state), Dump(history.Aggregate(initial, evolve)));
            },
            iter: Cases.Count);

        // A property that never got to the end of a case would prove little.
        Assert.True(reached > 0);
    }

    private static bool Known<TEvent, TState>(string rule, TState state, TEvent happened, Func<TState, DutyBook> duties)
        where TEvent : DomainEvent =>
        duties(state).Open.ContainsKey(rule) || (happened.Opened ?? []).Any(duty => duty.Rule == rule);

    private static string Dump<TState>(TState state) => JsonSerializer.Serialize(state);
}
