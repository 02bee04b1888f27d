using System.Threading.Channels;
using EntCredit.LocalRuntime.Durable.Engine.History;
using EntCredit.LocalRuntime.Durable.Engine.Storage;

namespace EntCredit.LocalRuntime.Durable.Engine.Dispatch;

/// <summary>
/// The instances that are in memory: those that have something to do, and of the others the last used ones up to a bound.
/// A queued instance beyond the bound is only its number.
/// </summary>
internal sealed class InstanceCache(int capacity, LoadCounter load)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, Slot> _slots = [];
    private readonly LinkedList<Slot> _idle = new();
    private readonly Channel<Slot> _ready = Channel.CreateUnbounded<Slot>();

    /// <summary>The instances that wait for a turn.</summary>
    public ChannelReader<Slot> Ready => _ready.Reader;

    /// <summary>How many instances are in memory.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _slots.Count;
        }
    }

    /// <summary>Something came to an instance, or it can start.</summary>
    public void Wake(long sequence, Message? message = null, InstanceHeader? created = null)
    {
        lock (_gate)
        {
            if (!_slots.TryGetValue(sequence, out var slot))
            {
                _slots.Add(sequence, slot = new(sequence));
                if (created is not null && _slots.Count <= capacity)
                    slot.Loaded = new(created, true, [], []);
            }

            if (message is not null && (slot.Loaded is not null || slot.State == SlotState.Running))
                slot.Arrived.Add(message);
            if (slot.State == SlotState.Running)
                slot.IsDirty = true;
            else if (slot.State == SlotState.Idle)
                Queue(slot);
        }
    }

    /// <summary>What memory holds of an instance is void.</summary>
    public void Drop(long sequence)
    {
        lock (_gate)
        {
            if (!_slots.TryGetValue(sequence, out var slot))
                return;
            slot.Loaded = null;
            slot.Arrived.Clear();
            slot.IsVoid = true;
            if (slot.State == SlotState.Idle)
                Remove(slot);
        }
    }

    /// <summary>A turn takes an instance that was queued; the caller then loads it where it is not loaded.</summary>
    public StoredInstance? Take(Slot slot)
    {
        lock (_gate)
        {
            slot.State = SlotState.Running;
            slot.IsDirty = false;
            slot.IsVoid = false;
            return slot.Loaded;
        }
    }

    /// <summary>Adds to a taken instance what came since it was loaded.</summary>
    public void Merge(Slot slot, StoredInstance instance)
    {
        lock (_gate)
        {
            var last = instance.Messages.Count == 0 ? 0 : instance.Messages[^1].Ordinal;
            instance.Messages.AddRange(slot.Arrived.Where(m => m.Ordinal > last));
            slot.Arrived.Clear();
            slot.IsDirty = false;
        }
    }

    /// <summary>A turn is over.</summary>
    /// <param name="slot">The instance's slot.</param>
    /// <param name="keep">Its state after the turn; null where it has ended or must be loaded again.</param>
    /// <param name="again">Whether it has more to do.</param>
    public void Give(Slot slot, StoredInstance? keep, bool again)
    {
        lock (_gate)
        {
            slot.Loaded = slot.IsVoid ? null : keep;
            if (again || slot.IsDirty)
            {
                if (slot.Loaded is null)
                    slot.Arrived.Clear();
                Queue(slot);
            }
            else if (slot.Loaded is null)
            {
                Remove(slot);
            }
            else
            {
                slot.State = SlotState.Idle;
                slot.Idle = _idle.AddLast(slot);
            }

            while (_slots.Count > capacity && _idle.First is { } oldest)
                Remove(oldest.Value);
        }

        load.Leave();
    }

    private void Queue(Slot slot)
    {
        if (slot.Idle is { } place)
            _idle.Remove(place);
        slot.Idle = null;
        slot.State = SlotState.Queued;
        load.Enter();
        _ready.Writer.TryWrite(slot);
    }

    private void Remove(Slot slot)
    {
        if (slot.Idle is { } place)
            _idle.Remove(place);
        slot.Idle = null;
        _slots.Remove(slot.Sequence);
    }
}
