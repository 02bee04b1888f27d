using EntCredit.LocalRuntime.Durable.Engine.History;
using EntCredit.LocalRuntime.Durable.Engine.Storage;

namespace EntCredit.LocalRuntime.Durable.Engine.Dispatch;

/// <summary>An instance in memory. Its fields are guarded by the cache's lock; its history by being run by one turn at a time.</summary>
internal sealed class Slot(long sequence)
{
    public long Sequence => sequence;

    /// <summary>What the slot is at.</summary>
    public SlotState State { get; set; }

    /// <summary>Whether something came while a turn ran.</summary>
    public bool IsDirty { get; set; }

    /// <summary>Whether what is loaded is void: the instance was replaced, purged, or continues as new.</summary>
    public bool IsVoid { get; set; }

    /// <summary>The instance with its history; null where it is not loaded.</summary>
    public StoredInstance? Loaded { get; set; }

    /// <summary>What came since.</summary>
    public List<Message> Arrived { get; } = [];

    /// <summary>Its place among the idle ones.</summary>
    public LinkedListNode<Slot>? Idle { get; set; }
}
