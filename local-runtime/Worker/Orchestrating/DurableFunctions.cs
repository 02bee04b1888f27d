using EntCredit.LocalRuntime.Clocks;
using EntCredit.LocalRuntime.Durable.Engine;
using EntCredit.LocalRuntime.Worker.Hosting;
using EntCredit.LocalRuntime.Worker.Indexing;
using EntCredit.LocalRuntime.Worker.Invocation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Worker.Orchestrating;

/// <summary>Gives the durable engine the application's orchestrators and activities.</summary>
internal static class DurableFunctions
{
    public static DurableEngine CreateEngine(IServiceProvider services)
    {
        HostSettings settings = services.GetRequiredService<HostSettings>();
        FunctionRunner runner = services.GetRequiredService<FunctionRunner>();
        FunctionIndex index = services.GetRequiredService<FunctionIndex>();
        var registry = new DurableRegistry();
        foreach ((FunctionEntry function, OrchestrationTriggerAttribute trigger) in index.With<OrchestrationTriggerAttribute>())
            registry.AddOrchestrator(trigger.Orchestration ?? function.Name, c => runner.RunOrchestratorAsync(function, c));
        foreach ((FunctionEntry function, ActivityTriggerAttribute trigger) in index.With<ActivityTriggerAttribute>())
            registry.AddActivity(
                trigger.Activity ?? function.Name,
                (invocation, cancellation) => runner.RunAsync(function, ToTrigger(function, invocation), cancellation)
            );
        return new DurableEngine(
            new DurableEngineOptions
            {
                DatabasePath = services.GetRequiredService<StateFolder>().PathOf(
                    settings.HubName is { } hub ? $"durable-{hub}.db" : "durable.db"
                ),
                MaxConcurrentOrchestratorFunctions = settings.MaxOrchestrators,
                MaxConcurrentActivityFunctions = settings.MaxActivities,
                ActivityLease = settings.ActivityLease,
            },
            registry,
            services.GetRequiredKeyedService<TimeProvider>(ClockKeys.Legal),
            services.GetRequiredKeyedService<TimeProvider>(ClockKeys.Machine),
            services.GetRequiredService<ILoggerFactory>()
        );
    }

    private static Trigger ToTrigger(FunctionEntry function, ActivityInvocation invocation) =>
        new(
            function.TakesNoInput ? null : invocation.GetInput(function.TriggerParameter.ParameterType),
            new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["instanceId"] = invocation.InstanceId }
        )
        {
            TraceParent = invocation.TraceParent,
        };
}
