namespace EntCredit.LocalRuntime.Durable.Engine.Execution;

/// <summary>A task that was asked for and not answered.</summary>
internal sealed record OpenTask(string Name, TaskCompletionSource<string?> Source);
