using EntCredit.LocalRuntime.Durable.Engine.History;

namespace EntCredit.LocalRuntime.Durable.Engine.Execution;

/// <content>External events and continuing as new.</content>
internal sealed partial class ReplayContext
{
    private readonly Dictionary<string, EventWaiter> _waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, string? Data)> _early = [];
    private readonly List<(string Name, string? Data)> _carried = [];
    private NextExecution? _continuation;

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        EnsureOrchestratorThread();
        if (_waiters.TryGetValue(eventName, out var newest) && newest.EventType != typeof(T))
            throw new ArgumentException(
                "Events with the same name must have the same type argument. "
                + $"Expected {newest.EventType.FullName} but was requested {typeof(T).FullName}.");
        var waiter = new EventWaiter<T>(newest);
        _waiters[eventName] = waiter;

        var early = _early.FindIndex(e => string.Equals(e.Name, eventName, StringComparison.OrdinalIgnoreCase));
        if (early >= 0)
        {
            var data = _early[early].Data;
            _early.RemoveAt(early);
            Raise(eventName, data);
        }

        if (cancellationToken.CanBeCanceled)
            cancellationToken.Register(() => waiter.Cancel(cancellationToken));
        return waiter.Task;
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        EnsureOrchestratorThread();
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        var id = _nextId++;
        _asked.Add(id, new(ActionKind.Event, id, eventName, converter.Serialize(payload), instanceId));
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        EnsureOrchestratorThread();
        ArgumentNullException.ThrowIfNull(options);
        var version = string.IsNullOrWhiteSpace(options.NewVersion) ? null : options.NewVersion;
        _continuation = new(converter.Serialize(options.NewInput), version, []);
        if (options.PreserveUnprocessedEvents)
        {
            _carried.AddRange(_early);
            _early.Clear();
        }
    }

    /// <summary>Gives an event to the newest waiter of its name, cancelled or not; without one it is kept.</summary>
    public void Raise(string eventName, string? data)
    {
        // What comes after ContinueAsNew is for the next execution, whatever happens to what came before.
        if (_continuation is not null)
            _carried.Add((eventName, data));
        else if (!_waiters.Remove(eventName, out var waiter))
            _early.Add((eventName, data));
        else
            Give(eventName, waiter, data);
    }

    private void Give(string eventName, EventWaiter waiter, string? data)
    {
        if (waiter.Below is { } below)
            _waiters[eventName] = below;
        var value = converter.Deserialize(data, waiter.EventType);
        if (value is null && waiter.EventType.IsValueType)
            value = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(waiter.EventType);
        waiter.Take(value);
    }
}
