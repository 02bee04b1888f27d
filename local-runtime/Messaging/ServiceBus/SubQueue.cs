namespace EntCredit.LocalRuntime.Messaging.ServiceBus;

/// <summary>What lies beside the messages of a queue or subscription.</summary>
public enum SubQueue
{
    /// <summary>The messages themselves.</summary>
    None = 0,

    /// <summary>The dead letters.</summary>
    DeadLetter = 1,

    /// <summary>Dead letters of transfers between entities; this runtime has none.</summary>
    TransferDeadLetter = 2,
}
