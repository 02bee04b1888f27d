namespace EntCredit.Conformance.Tests.Hosts;

/// <summary>Puts a case's orchestrators and activities into the real engine.</summary>
internal sealed class CaseRegistry(DurableTaskRegistry registry)
{
    public void Orchestrator<TInput>(string name, Func<TaskOrchestrationContext, TInput?, Task<object?>> body) =>
        registry.AddOrchestratorFunc<TInput?, object?>(name, (context, input) => body(context, input));

    public void Activity<TInput>(string name, Func<TInput?, Task<object?>> body) =>
        registry.AddActivityFunc<TInput?, object?>(name, (_, input) => body(input));
}
