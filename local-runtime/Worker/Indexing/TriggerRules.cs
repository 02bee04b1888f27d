using System.Collections.Frozen;
using Azure.Storage.Blobs;
using EntCredit.LocalRuntime.Durable;
using EntCredit.LocalRuntime.Messaging.ServiceBus;
using EntCredit.LocalRuntime.Worker.Blobs;
using EntCredit.LocalRuntime.Worker.Cosmos;
using EntCredit.LocalRuntime.Worker.Extensions.Abstractions;
using EntCredit.LocalRuntime.Worker.Hosting;
using EntCredit.LocalRuntime.Worker.Http;
using EntCredit.LocalRuntime.Worker.ServiceBus;
using EntCredit.LocalRuntime.Worker.Timers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace EntCredit.LocalRuntime.Worker.Indexing;

/// <summary>The triggers that this host knows.</summary>
internal static class TriggerRules
{
    /// <exception cref="StartupException">The trigger is unknown or what it says is wrong.</exception>
    public static TriggerRule Of(string function, TriggerBindingAttribute trigger, IConfiguration settings) =>
        trigger switch
        {
            HttpTriggerAttribute http => new(
                "httpTrigger",
                Exactly<HttpRequest>,
                t => t == typeof(IResult) || t == typeof(Task<IResult>) ? null : "an HTTP function returns IResult or Task<IResult>",
                Names(HttpRoute.Of(function, http, settings).ParameterNames)
            ),
            BlobTriggerAttribute blob => new(
                "blobTrigger",
                Exactly<BlobClient>,
                NoResult,
                Names(BlobPattern.Of(blob, settings).CaptureNames)
            ),
            TimerTriggerAttribute timer => Checked(
                new("timerTrigger", Exactly<TimerInfo>, NoResult, Names([])),
                TimerSchedule.Of(timer, settings)
            ),
            ServiceBusTriggerAttribute bus => new(
                "serviceBusTrigger",
                ServiceBusSource.Of(bus, settings).IsBatched ? Exactly<ServiceBusReceivedMessage[]> : Exactly<ServiceBusReceivedMessage>,
                NoResult,
                Names([])
            ),
            CosmosDBTriggerAttribute cosmos => Checked(
                new("cosmosDBTrigger", CosmosItems, NoResult, Names([])),
                CosmosTarget.Of(cosmos, settings)
            ),
            OrchestrationTriggerAttribute => new("orchestrationTrigger", Exactly<TaskOrchestrationContext>, TaskOrResult, Names([])),
            ActivityTriggerAttribute => new("activityTrigger", ActivityInput, TaskOrResult, Names(["instanceId"])),
            _ => throw new StartupException($"the trigger {trigger.GetType().Name} is not known to this host"),
        };

    /// <summary>What no two functions may share.</summary>
    public static IEnumerable<(string Identity, FunctionEntry Function)> Identities(FunctionEntry function) =>
        function.Trigger switch
        {
            HttpTriggerAttribute http => (http.Methods is { Length: > 0 } methods ? methods : ["*"]).Select(m =>
                ($"the route {m.ToUpperInvariant()} {(http.Route ?? function.Name).Trim('/')}", function)
            ),
            OrchestrationTriggerAttribute o => [($"the orchestration {o.Orchestration ?? function.Name}", function)],
            ActivityTriggerAttribute a => [($"the activity {a.Activity ?? function.Name}", function)],
            _ => [],
        };

    private static TriggerRule Checked(TriggerRule rule, object _) => rule;

    private static string? Exactly<T>(Type type) => type == typeof(T) ? null : $"is a {type.Name}; this trigger gives a {typeof(T).Name}";

    private static string? CosmosItems(Type type) =>
        CosmosBatch.ItemOf(type) is null ? $"is a {type.Name}; this trigger gives an IReadOnlyList of items" : null;

    private static string? NoResult(Type type) =>
        type == typeof(void) || type == typeof(Task) ? null : "a function with this trigger returns nothing or Task";

    private static string? TaskOrResult(Type type) =>
        type == typeof(ValueTask) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? "ValueTask is not awaited by the model; return Task"
            : null;

    private static string? ActivityInput(Type type) =>
        type == typeof(HttpRequest) || type == typeof(BlobClient) || type == typeof(CancellationToken) || type.IsByRef
            ? $"is a {type.Name}; an activity's input is one record, string or number"
            : null;

    private static FrozenSet<string> Names(IEnumerable<string> names) => names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
