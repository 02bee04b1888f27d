namespace EntCredit.LocalRuntime.Durable.Engine.Dispatch;

/// <summary>What an instance in memory is at.</summary>
internal enum SlotState
{
    /// <summary>Nothing: it may be put out of memory.</summary>
    Idle,

    /// <summary>It waits for its turn.</summary>
    Queued,

    /// <summary>A turn runs or commits.</summary>
    Running,
}
