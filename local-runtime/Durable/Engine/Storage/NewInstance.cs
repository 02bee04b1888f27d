namespace EntCredit.LocalRuntime.Durable.Engine.Storage;

/// <summary>An instance that is to be added.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its orchestrator.</param>
/// <param name="Version">Its version, empty for none.</param>
/// <param name="Input">Its serialized input.</param>
/// <param name="StartAt">When it is to start, in UTC ticks of the legal clock; null for at once.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="TraceParent">The W3C trace parent of who schedules it.</param>
/// <param name="TraceState">The W3C trace state of who schedules it.</param>
internal sealed record NewInstance(
    string Id, string Name, string Version, string? Input, long? StartAt, IReadOnlyDictionary<string, string>? Tags,
    string? TraceParent, string? TraceState);
