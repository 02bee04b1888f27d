using EntCredit.LocalRuntime.Durable.Engine.Execution;

namespace EntCredit.LocalRuntime.Durable.Engine;

/// <summary>The orchestrators and activities of a host, by name (case does not matter). Fill it before the engine starts.</summary>
public sealed class DurableRegistry
{
    private readonly Dictionary<string, OrchestratorBody> _orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ActivityBody> _activities = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds an orchestrator.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void AddOrchestrator(string name, OrchestratorBody body) => _orchestrators.Add(name, body);

    /// <summary>Adds an activity.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void AddActivity(string name, ActivityBody body) => _activities.Add(name, body);

    /// <summary>The code of an orchestrator; of one that is not registered, code that fails by saying so.</summary>
    internal OrchestratorBody Orchestrator(string name) => _orchestrators.GetValueOrDefault(name) ?? Missing;

    internal ActivityBody? Activity(string name) => _activities.GetValueOrDefault(name);

    private static Task<object?> Missing(TaskOrchestrationContext context) => throw new MissingOrchestratorException(context.Name);
}
