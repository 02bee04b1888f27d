namespace EntCredit.LocalRuntime.Messaging.ServiceBus;

/// <summary>How often and when an operation is tried again that failed for a passing reason.</summary>
public class ServiceBusRetryOptions
{
    /// <summary>How the delay grows.</summary>
    public ServiceBusRetryMode Mode { get; set; } = ServiceBusRetryMode.Exponential;

    /// <summary>How often it is tried again.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>The first delay.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(0.8);

    /// <summary>The longest delay.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one try may take.</summary>
    public TimeSpan TryTimeout { get; set; } = TimeSpan.FromSeconds(60);
}
