namespace EntCredit.LocalRuntime.Messaging.ServiceBus;

/// <summary>How the delay between tries grows.</summary>
public enum ServiceBusRetryMode
{
    /// <summary>Not at all.</summary>
    Fixed = 0,

    /// <summary>Doubled with each try.</summary>
    Exponential = 1,
}
