namespace EntCredit.LocalRuntime.Messaging.ServiceBus;

/// <summary>Options of a <see cref="ServiceBusClient"/>.</summary>
public class ServiceBusClientOptions
{
    /// <summary>When operations are tried again.</summary>
    public ServiceBusRetryOptions RetryOptions { get; set; } = new();

    /// <summary>A name for the client in logs; null is a made one.</summary>
    public string? Identifier { get; set; }
}
