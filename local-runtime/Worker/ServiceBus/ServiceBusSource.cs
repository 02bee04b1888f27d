using System.Reflection;
using EntCredit.LocalRuntime.Worker.Hosting;
using Microsoft.Extensions.Configuration;

namespace EntCredit.LocalRuntime.Worker.ServiceBus;

/// <summary>Where a function's messages come from, and how it takes them.</summary>
/// <param name="Path">The queue's name, or <c>topic/Subscriptions/name</c>.</param>
/// <param name="Connection">The name of the setting that says where.</param>
/// <param name="IsBatched">Whether it takes several at once.</param>
internal sealed record ServiceBusSource(string Path, string Connection, bool IsBatched)
{
    private const string DefaultConnection = "AzureWebJobsServiceBus";

    /// <exception cref="StartupException">The trigger says what this host does not do.</exception>
    public static ServiceBusSource Of(ServiceBusTriggerAttribute trigger, IConfiguration settings)
    {
        if (trigger.IsSessionsEnabled)
            throw new StartupException("IsSessionsEnabled is set; this host has no sessions");
        string path = trigger.QueueName is { } queue
            ? SettingExpression.Resolve(queue, settings)
            : $"{SettingExpression.Resolve(trigger.TopicName!, settings)}/Subscriptions/{SettingExpression.Resolve(trigger.SubscriptionName!, settings)}";
        string connection = trigger.Connection ?? DefaultConnection;
        ServiceBusConnections.Check(connection, settings);
        return new(path, connection, trigger.IsBatched);
    }

    /// <summary>Whether the trigger's parameter says itself if messages are completed; null where it does not.</summary>
    public static bool? AutoCompletes(ParameterInfo parameter) =>
        parameter
            .GetCustomAttributesData()
            .First(a => a.AttributeType == typeof(ServiceBusTriggerAttribute))
            .NamedArguments.Where(a => a.MemberName == nameof(ServiceBusTriggerAttribute.AutoCompleteMessages))
            .Select(a => (bool?)a.TypedValue.Value)
            .FirstOrDefault();
}
