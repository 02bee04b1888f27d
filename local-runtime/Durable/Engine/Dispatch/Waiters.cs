namespace EntCredit.LocalRuntime.Durable.Engine.Dispatch;

/// <summary>Clients that wait for instances to start or end. Each is woken when its instance moves; nobody polls.</summary>
internal sealed class Waiters
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<TaskCompletionSource>> _waiting = new(StringComparer.Ordinal);

    /// <summary>Reads until it gives something, again each time that the instance moves.</summary>
    public async Task<T> Until<T>(string id, Func<T?> read, CancellationToken cancellation) where T : class
    {
        while (true)
        {
            var moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_gate)
            {
                if (!_waiting.TryGetValue(id, out var all))
                    _waiting.Add(id, all = []);
                all.Add(moved);
            }

            try
            {
                // Waiting began before this reading: no move falls between the two.
                if (read() is { } found)
                    return found;
                await moved.Task.WaitAsync(cancellation);
            }
            finally
            {
                Leave(id, moved);
            }
        }
    }

    /// <summary>An instance left the pending status or ended.</summary>
    public void Moved(string id)
    {
        List<TaskCompletionSource>? all;
        lock (_gate)
            _waiting.Remove(id, out all);
        foreach (var one in all ?? [])
            one.TrySetResult();
    }

    private void Leave(string id, TaskCompletionSource one)
    {
        lock (_gate)
        {
            if (_waiting.TryGetValue(id, out var all) && all.Remove(one) && all.Count == 0)
                _waiting.Remove(id);
        }
    }
}
