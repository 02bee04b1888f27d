using EntCredit.Conformance.Tests.Hosts;

namespace EntCredit.Conformance.Tests.Running;

/// <summary>Shorter ways to register.</summary>
internal static class CaseRegistryExtensions
{
    /// <summary>An orchestrator without input.</summary>
    public static void Orchestrator(this CaseRegistry registry, string name, Func<TaskOrchestrationContext, Task<object?>> body) =>
        registry.Orchestrator<object>(name, (context, _) => body(context));

    /// <summary>An activity that answers at once.</summary>
    public static void Activity<TInput>(this CaseRegistry registry, string name, Func<TInput?, object?> body) =>
        registry.Activity<TInput>(name, input => Task.FromResult(body(input)));

    /// <summary>An activity without input.</summary>
    public static void Activity(this CaseRegistry registry, string name, Func<object?> body) =>
        registry.Activity<object>(name, _ => Task.FromResult(body()));

    /// <summary>An orchestrator "Waits" that ends with the next event "go", and an activity "Nothing".</summary>
    public static CaseRegistry WithWaits(this CaseRegistry registry)
    {
        registry.Orchestrator("Waits", async c => await c.WaitForExternalEvent<string?>("go"));
        registry.Activity("Nothing", () => null);
        return registry;
    }
}
