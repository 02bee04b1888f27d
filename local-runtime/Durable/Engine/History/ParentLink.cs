namespace EntCredit.LocalRuntime.Durable.Engine.History;

/// <summary>The execution and task that wait for a sub-orchestration.</summary>
internal sealed record ParentLink(long Sequence, int Execution, int TaskId, string Id, string Name);
