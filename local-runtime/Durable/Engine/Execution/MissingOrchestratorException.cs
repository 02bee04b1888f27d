namespace EntCredit.LocalRuntime.Durable.Engine.Execution;

/// <summary>An instance's orchestrator is not registered.</summary>
#pragma warning disable CA1064 // It never leaves the engine.
internal sealed class MissingOrchestratorException(string name) : Exception($"No orchestrator task named '{name}' was found.")
#pragma warning restore CA1064
{
    public string Name => name;
}
