namespace EntCredit.LocalRuntime.Durable.Engine.History;

/// <summary>Something that arrived at an instance, in the order of arrival.</summary>
/// <param name="Ordinal">Its place among the instance's messages, from 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="TaskId">The task that it answers; -1 for none.</param>
/// <param name="Name">The name of a raised event.</param>
/// <param name="Data">A result, a payload, or recorded failure details.</param>
internal sealed record Message(long Ordinal, MessageKind Kind, int TaskId, string? Name, string? Data)
{
    /// <summary>Whether it is meant for the instance, whatever its execution.</summary>
    public bool OutlivesExecution => Kind is MessageKind.EventRaised or MessageKind.Suspended or MessageKind.Resumed or MessageKind.Terminated;
}
