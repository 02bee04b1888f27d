using System.Reflection;
using EntCredit.Orchestrations;

namespace EntCredit.Conformance.Tests.Histories;

/// <summary>Every orchestrator of the product, as the engine runs it.</summary>
internal static class Orchestrators
{
    public static IReadOnlyDictionary<string, OrchestratorBody> All { get; } = typeof(Instances).Assembly.GetTypes()
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(m => m.GetParameters() is [var first, ..] && first.IsDefined(typeof(OrchestrationTriggerAttribute)))
        .ToDictionary(m => m.GetCustomAttribute<FunctionAttribute>()!.Name, Body);

    private static OrchestratorBody Body(MethodInfo method)
    {
        var run = method.CreateDelegate<Func<TaskOrchestrationContext, Task>>();
        return async context =>
        {
            await run(context);
            return null;
        };
    }
}
