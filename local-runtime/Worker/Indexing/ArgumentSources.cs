using System.Reflection;
using EntCredit.LocalRuntime.Durable.Client;
using EntCredit.LocalRuntime.Durable.Engine;
using EntCredit.LocalRuntime.Worker.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.LocalRuntime.Worker.Indexing;

/// <summary>What a function may be given: this list and nothing else.</summary>
internal static class ArgumentSources
{
    /// <exception cref="StartupException">The parameter cannot be given; the message goes on after its name.</exception>
    public static ArgumentSource Of(ParameterInfo parameter, ParameterInfo trigger, TriggerRule rule)
    {
        Type type = parameter.ParameterType;

        // By its place: two hosts that start at once may each have been given objects of their own for the same parameter.
        if (parameter.Position == trigger.Position && type != typeof(FunctionContext))
            return context => context.Trigger.Value;
        if (parameter.GetCustomAttribute<DurableClientAttribute>() is { } client)
            return Client(client, type, rule);
        if (type == typeof(FunctionContext))
            return context => context;
        if (type == typeof(CancellationToken))
            return context => context.CancellationToken;
        if (type == typeof(ServiceBusMessageActions) && rule.BindingType == "serviceBusTrigger")
            return context => context.Features.Get<ServiceBusMessageActions>();
        if (rule.Captures.Contains(parameter.Name!))
            return Captured.Source(parameter);
        throw new StartupException(
            $"is a {type.Name}; besides the trigger this function may take FunctionContext, CancellationToken, [DurableClient] DurableTaskClient"
                + (rule.BindingType == "serviceBusTrigger" ? ", ServiceBusMessageActions" : "")
                + (rule.Captures.Count == 0 ? "" : $", and by name {string.Join(", ", rule.Captures.Order(StringComparer.Ordinal))}")
        );
    }

    private static ArgumentSource Client(DurableClientAttribute attribute, Type type, TriggerRule rule) =>
        type != typeof(DurableTaskClient) ? throw new StartupException($"is a {type.Name}; [DurableClient] gives a DurableTaskClient")
        : attribute.TaskHub is not null || attribute.ConnectionName is not null
            ? throw new StartupException("names a task hub or a connection; this host has one durable engine")
        : rule.BindingType == "orchestrationTrigger" ? throw new StartupException("gives an orchestrator a client; replay forbids it")
        : context => context.InstanceServices.GetRequiredService<DurableEngine>().Client;
}
