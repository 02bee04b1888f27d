using EntCredit.LocalRuntime.Durable.Engine.History;

namespace EntCredit.LocalRuntime.Tests.Durable.Stores;

/// <summary>Every step that the store takes, on the real one and on a naive one. Each says how it went.</summary>
internal interface IDurableSteps
{
    string Schedule(string id, bool replaces, int? startAt);

    string Tell(string id, MessageKind kind, string? name);

    string Turn(string id, TurnPlan plan);

    /// <summary>The first of the instance's queued activities has a result.</summary>
    string Answer(string id, bool succeeds, bool twice);

    string Fire(int now);

    string Terminate(string id, bool recursive);

    string Purge(string id);

    string PurgeAll(int limit);

    string Restart(string id);

    /// <summary>A piece of work that adds an instance and a message, and then throws.</summary>
    string Fail(string id);

    /// <summary>The database is closed, or left as a killed process leaves it, and opened again.</summary>
    string Reopen(bool killed);
}
