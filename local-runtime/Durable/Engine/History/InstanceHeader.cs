namespace EntCredit.LocalRuntime.Durable.Engine.History;

/// <summary>What does not change while an execution runs.</summary>
internal sealed record InstanceHeader(
    long Sequence,
    int Execution,
    string Id,
    string Name,
    string Version,
    string? Input,
    ParentLink? Parent,
    string? TraceParent,
    string? TraceState);
