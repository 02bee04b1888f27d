namespace EntCredit.LocalRuntime.Durable.Engine.History;

/// <summary>One run of an orchestrator's code up to where it waits: when, what it had received by then, what it asked for.</summary>
/// <param name="Number">Its place in the execution, from 0.</param>
/// <param name="Time">What the clocks said.</param>
/// <param name="Through">The ordinal of the last message that it had received.</param>
/// <param name="Actions">What it asked for.</param>
internal sealed record Turn(int Number, TurnTime Time, long Through, IReadOnlyList<ScheduledAction> Actions);
