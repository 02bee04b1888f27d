namespace EntCredit.Conformance.Tests.Hosts;

/// <summary>Puts a case's orchestrators and activities into the local runtime.</summary>
internal sealed class CaseRegistry(DurableRegistry registry)
{
    public void Orchestrator<TInput>(string name, Func<TaskOrchestrationContext, TInput?, Task<object?>> body) =>
        // One without input is given the context untouched: whether it used it before its first await matters.
        registry.AddOrchestrator(name, context => body(context, typeof(TInput) == typeof(object) ? default : context.GetInput<TInput>()));

    public void Activity<TInput>(string name, Func<TInput?, Task<object?>> body) =>
        registry.AddActivity(name, (call, _) => body((TInput?)call.GetInput(typeof(TInput))));
}
