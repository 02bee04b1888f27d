namespace EntCredit.LocalRuntime.Messaging.ServiceBus;

/// <summary>Where a message stands.</summary>
public enum ServiceBusMessageState
{
    /// <summary>Available or locked.</summary>
    Active = 0,

    /// <summary>Put aside.</summary>
    Deferred = 1,

    /// <summary>Waiting for its time.</summary>
    Scheduled = 2,
}
