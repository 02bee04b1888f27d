using EntCredit.LocalRuntime.Worker.Extensions.Abstractions;

namespace EntCredit.LocalRuntime.Worker;

/// <summary>The function runs for each message of a queue or subscription. Names may hold <c>%Setting%</c>.</summary>
public sealed class ServiceBusTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Runs for the messages of a queue.</summary>
    /// <param name="queueName">The queue's name.</param>
    public ServiceBusTriggerAttribute(string queueName) => QueueName = queueName;

    /// <summary>Runs for the messages of a subscription.</summary>
    /// <param name="topicName">The topic's name.</param>
    /// <param name="subscriptionName">The subscription's name.</param>
    public ServiceBusTriggerAttribute(string topicName, string subscriptionName) =>
        (TopicName, SubscriptionName) = (topicName, subscriptionName);

    /// <summary>The setting that says where the messages are: a connection string, or a section with <c>fullyQualifiedNamespace</c>; none means
    /// <c>AzureWebJobsServiceBus</c>.</summary>
    public string? Connection { get; set; }

    /// <summary>The queue's name; null for a subscription.</summary>
    public string? QueueName { get; }

    /// <summary>The topic's name; null for a queue.</summary>
    public string? TopicName { get; }

    /// <summary>The subscription's name; null for a queue.</summary>
    public string? SubscriptionName { get; }

    /// <summary>Whether the messages are of sessions. This host refuses it.</summary>
    public bool IsSessionsEnabled { get; set; }

    /// <summary>Whether the function takes several messages at once, as an array.</summary>
    public bool IsBatched { get; set; }

    /// <summary>Whether a message is completed when the run succeeded. Where it is not set, <c>autoCompleteMessages</c> of host.json says it.</summary>
    public bool AutoCompleteMessages { get; set; }
}
