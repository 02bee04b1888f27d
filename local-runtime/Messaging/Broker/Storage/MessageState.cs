namespace EntCredit.LocalRuntime.Messaging.Broker.Storage;

/// <summary>Where a message stands. The numbers are kept in the store.</summary>
internal enum MessageState
{
    Ready = 0,
    Locked = 1,
    Scheduled = 2,
    Deferred = 3,
}
