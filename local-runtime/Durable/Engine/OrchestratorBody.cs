namespace EntCredit.LocalRuntime.Durable.Engine;

/// <summary>An orchestrator's code: deterministic, awaiting only durable tasks. The result is serialized as the instance's output.</summary>
public delegate Task<object?> OrchestratorBody(TaskOrchestrationContext context);
