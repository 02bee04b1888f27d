using EntCredit.LocalRuntime.Durable.Engine.History;

namespace EntCredit.LocalRuntime.Durable.Engine.Storage;

/// <summary>What a committed transaction means for what is in memory.</summary>
internal abstract record StoreEffect
{
    /// <summary>An instance can start; its state is given so that nobody need read it.</summary>
    public sealed record Created(InstanceHeader Instance) : StoreEffect;

    /// <summary>A scheduled start has come.</summary>
    public sealed record Ready(long Instance) : StoreEffect;

    /// <summary>A message arrived at an instance.</summary>
    public sealed record Arrived(long Instance, Message Message) : StoreEffect;

    /// <summary>An activity waits to be run.</summary>
    public sealed record Queued(QueuedActivity Activity) : StoreEffect;

    /// <summary>A timer was set.</summary>
    public sealed record Armed(DurableClock Clock, long Due) : StoreEffect;

    /// <summary>An instance left the pending status, or ended.</summary>
    public sealed record Moved(string Id) : StoreEffect;

    /// <summary>An instance is gone or replaced: what memory holds of it is void.</summary>
    public sealed record Dropped(long Instance) : StoreEffect;
}
