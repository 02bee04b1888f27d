namespace EntCredit.LocalRuntime.Messaging.ServiceBus;

/// <summary>How messages are received.</summary>
public enum ServiceBusReceiveMode
{
    /// <summary>Locked until they are settled or the lock ends.</summary>
    PeekLock = 0,

    /// <summary>Deleted as they are given out.</summary>
    ReceiveAndDelete = 1,
}
