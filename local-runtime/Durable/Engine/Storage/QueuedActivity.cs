namespace EntCredit.LocalRuntime.Durable.Engine.Storage;

/// <summary>An activity that was asked for and whose result is not recorded.</summary>
internal sealed record QueuedActivity(
    long Instance, int Execution, int TaskId, string InstanceId, string Name, string? Input, string? TraceParent, string? TraceState, int Deliveries)
{
    /// <summary>Whether the input is left on disk, to keep a long queue out of memory.</summary>
    public bool IsStub { get; init; }

    /// <summary>The same without what takes room.</summary>
    public QueuedActivity ToStub() => this with { Input = null, TraceParent = null, TraceState = null, IsStub = true };
}
