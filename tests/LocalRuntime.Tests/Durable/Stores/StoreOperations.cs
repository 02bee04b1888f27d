using CsCheck;
using EntCredit.LocalRuntime.Durable.Engine.History;

namespace EntCredit.LocalRuntime.Tests.Durable.Stores;

/// <summary>Random steps on few instances, so that they meet: the same id scheduled, told, ended, purged and started again.</summary>
internal static class StoreOperations
{
    private static readonly Gen<string> Id = Gen.Int[0, 4].Select(number => $"i{number}");
    private static readonly Gen<int> Due = Gen.Int[1, 9];

    private static readonly Gen<TurnPlan.Ask> Ask = Gen.Select(
        Gen.OneOf(ActionKind.Activity, ActionKind.Activity, ActionKind.Timer, ActionKind.SubOrchestration, ActionKind.Event), Id, Due,
        (kind, other, due) => new TurnPlan.Ask(kind, other, due));

    private static readonly Gen<TurnPlan> Plan = Gen.Select(
        Gen.OneOf(
            TurnEnd.Waits, TurnEnd.Waits, TurnEnd.Waits, TurnEnd.Suspends, TurnEnd.Continues, TurnEnd.Completes, TurnEnd.Fails, TurnEnd.Terminates),
        Gen.Int[0, 4], Ask.Array[0, 3], Gen.Int[0, 9],
        (ends, takes, asks, stale) => new TurnPlan(ends, takes, asks, stale == 0));

    private static readonly Gen<MessageKind> Message =
        Gen.OneOf(MessageKind.EventRaised, MessageKind.EventRaised, MessageKind.Suspended, MessageKind.Resumed);

    /// <summary>What clients, activities and clocks do side by side; each is one transaction.</summary>
    private static readonly Gen<StoreStep> Concurrent = Gen.OneOf(
        Gen.Select(Id, Gen.Bool, Gen.Int[-9, 9], (id, replaces, due) =>
            new StoreStep($"schedule {id} {replaces} {due}", s => s.Schedule(id, replaces, due > 0 ? due : null))),
        Gen.Select(Id, Message, (id, kind) =>
            new StoreStep($"tell {id} {kind}", s => s.Tell(id, kind, kind == MessageKind.EventRaised ? "e" : null))),
        Gen.Select(Id, Gen.Bool, (id, recursive) => new StoreStep($"terminate {id} {recursive}", s => s.Terminate(id, recursive))),
        Gen.Select(Id, Gen.Bool, Gen.Bool, (id, succeeds, twice) => new StoreStep($"answer {id} {succeeds} {twice}", s => s.Answer(id, succeeds, twice))),
        Id.Select(id => new StoreStep($"purge {id}", s => s.Purge(id))),
        Id.Select(id => new StoreStep($"restart {id}", s => s.Restart(id))),
        Due.Select(now => new StoreStep($"fire {now}", s => s.Fire(now))));

    /// <summary>Those, turns, work that fails, and the host's own end.</summary>
    private static readonly Gen<StoreStep> Any = Gen.Frequency(
        (7, Concurrent),
        (8, Gen.Select(Id, Plan, (id, plan) => new StoreStep($"turn {id} {plan}", s => s.Turn(id, plan)))),
        (1, Gen.Int[1, 2].Select(limit => new StoreStep($"purge {limit}", s => s.PurgeAll(limit)))),
        (1, Id.Select(id => new StoreStep($"fail {id}", s => s.Fail(id)))),
        (1, Gen.Bool.Select(killed => new StoreStep($"reopen {killed}", s => s.Reopen(killed)))));

    /// <summary>Steps one after the other; the results are compared too.</summary>
    public static GenOperation<RealStore, NaiveStore>[] OneByOne { get; } =
    [
        Any.Operation<RealStore, NaiveStore>(
            step => step.Name,
            (real, step) =>
            {
                real.Results.Add(step.Take(real));
                real.AssertToldAll();
            },
            (naive, step) => naive.Results.Add(step.Take(naive))),
    ];

    /// <summary>Steps side by side; in what order they came is not known, so only what they leave is compared.</summary>
    public static GenOperation<RealStore, NaiveStore>[] SideBySide { get; } =
        [Concurrent.Operation<RealStore, NaiveStore>(step => step.Name, (real, step) => step.Take(real), (naive, step) => step.Take(naive))];

    /// <summary>Steps that were taken before.</summary>
    public static Gen<StoreStep[]> Before { get; } = Any.Array[5, 40];
}
