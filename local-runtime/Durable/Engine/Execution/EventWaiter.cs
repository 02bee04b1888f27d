namespace EntCredit.LocalRuntime.Durable.Engine.Execution;

/// <summary>Somebody who waits for an event of a name; older waiters of the name stand below.</summary>
internal abstract class EventWaiter(Type eventType, EventWaiter? below)
{
    public Type EventType => eventType;

    public EventWaiter? Below => below;

    /// <summary>Gives the event; a cancelled waiter takes it all the same, and it is lost.</summary>
    public abstract void Take(object? value);
}
