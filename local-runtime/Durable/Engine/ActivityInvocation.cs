using EntCredit.LocalRuntime.Durable.Converters;

namespace EntCredit.LocalRuntime.Durable.Engine;

/// <summary>One run of an activity.</summary>
/// <param name="Name">The activity.</param>
/// <param name="InstanceId">The orchestration that called it.</param>
/// <param name="TaskId">Its sequence number there: with the instance id the same on every delivery.</param>
/// <param name="RawInput">The serialized input; null for none.</param>
/// <param name="TraceParent">The W3C trace parent of who scheduled the orchestration; null for none.</param>
public sealed record ActivityInvocation(string Name, string InstanceId, int TaskId, string? RawInput, string? TraceParent)
{
    /// <summary>The input as a type; null for none.</summary>
    public object? GetInput(Type type) => JsonDataConverter.Default.Deserialize(RawInput, type);
}
