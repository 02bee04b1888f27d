namespace EntCredit.LocalRuntime.Durable.Engine.Execution;

/// <summary>How an orchestration continues as new.</summary>
/// <param name="Input">The serialized input.</param>
/// <param name="Version">The version; null keeps it.</param>
/// <param name="Events">Events that go on to the next execution, in their order: name and payload.</param>
internal sealed record NextExecution(string? Input, string? Version, IReadOnlyList<(string Name, string? Data)> Events);
