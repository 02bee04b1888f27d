using EntCredit.LocalRuntime.Durable.Client;

namespace EntCredit.LocalRuntime.Durable.Engine.Storage;

/// <summary>Where an instance stands.</summary>
internal sealed record InstanceKey(long Sequence, int Execution, string Id, OrchestrationRuntimeStatus Status)
{
    public bool IsOpen => Status is OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Suspended;
}
