namespace EntCredit.LocalRuntime.Messaging.Broker.Storage;

/// <summary>Which clock a message waits for. The numbers are kept in the store.</summary>
internal enum BrokerClock
{
    /// <summary>Locks, times to live, duplicate windows.</summary>
    Machine = 0,

    /// <summary>Scheduled messages.</summary>
    Legal = 1,
}
