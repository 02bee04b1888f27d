using EntCredit.LocalRuntime.Durable.Engine.History;
using EntCredit.LocalRuntime.Durable.Engine.Storage;

namespace EntCredit.LocalRuntime.Tests.Durable.Stores;

/// <summary>What a host's memory knows of the store: what it found at its start, and what effects told it since.</summary>
internal sealed class Told
{
    private readonly Lock _gate = new();
    private readonly HashSet<long> _started = [];
    private readonly Dictionary<long, List<Message>> _messages = [];
    private readonly HashSet<(long, int, int)> _activities = [];
    private long _armed = long.MaxValue;

    /// <summary>A host starts: memory is what it finds.</summary>
    public void Recover(StoreReader reader)
    {
        lock (_gate)
        {
            _started.Clear();
            _messages.Clear();
            _activities.Clear();
            _started.UnionWith(reader.Ready());
            foreach (var activity in reader.Activities())
                _activities.Add((activity.Instance, activity.Execution, activity.TaskId));
            _armed = reader.NextDue(DurableClock.Legal) ?? long.MaxValue;
        }
    }

    public void Hear(StoreEffect effect)
    {
        lock (_gate)
        {
            switch (effect)
            {
                case StoreEffect.Created created:
                    _started.Add(created.Instance.Sequence);
                    break;
                case StoreEffect.Ready ready:
                    _started.Add(ready.Instance);
                    break;
                case StoreEffect.Arrived arrived:
                    if (!_messages.TryGetValue(arrived.Instance, out var all))
                        _messages.Add(arrived.Instance, all = []);
                    all.Add(arrived.Message);
                    break;
                case StoreEffect.Queued queued:
                    _activities.Add((queued.Activity.Instance, queued.Activity.Execution, queued.Activity.TaskId));
                    break;
                case StoreEffect.Armed armed:
                    _armed = Math.Min(_armed, armed.Due);
                    break;
                case StoreEffect.Dropped dropped:
                    _started.Remove(dropped.Instance);
                    _messages.Remove(dropped.Instance);
                    break;
            }
        }
    }

    /// <summary>A turn is about to be recorded, of an instance that was loaded with all its messages.</summary>
    public void Takes(StoredInstance loaded)
    {
        lock (_gate)
        {
            _started.Remove(loaded.Header.Sequence);
            _messages[loaded.Header.Sequence] = loaded.Messages;
        }
    }

    /// <summary>An instance continues as new: its pump forgets what it holds of it and starts it again.</summary>
    public void Continues(long sequence)
    {
        lock (_gate)
        {
            _started.Add(sequence);
            _messages.Remove(sequence);
        }
    }

    public void Fires()
    {
        lock (_gate)
            _armed = long.MaxValue;
    }

    public void Fired(long? next)
    {
        lock (_gate)
            _armed = Math.Min(_armed, next ?? long.MaxValue);
    }

    /// <summary>Asserts that what is stored is known: what is ready, what arrived, what is queued, and the earliest timer.</summary>
    public void AssertCovers(StoreReader reader)
    {
        lock (_gate)
        {
            foreach (var sequence in reader.Ready())
            {
                var stored = reader.Load(sequence)!.Messages;
                var known = _messages.GetValueOrDefault(sequence) ?? [];
                Assert.Equal(stored.TakeLast(known.Count), known);
                Assert.True(_started.Contains(sequence) || known.Count > 0, $"Nobody was told that {sequence} has something to do.");
            }

            Assert.Empty(reader.Activities().Select(a => (a.Instance, a.Execution, a.TaskId)).Except(_activities));
            Assert.True((reader.NextDue(DurableClock.Legal) ?? long.MaxValue) >= _armed, "Nobody was told of the earliest timer.");
        }
    }
}
