using EntCredit.LocalRuntime.Messaging.ServiceBus;

namespace EntCredit.LocalRuntime.Worker.ServiceBus;

/// <summary>The messages of a run that nobody has settled yet.</summary>
internal sealed class OpenMessages(IReadOnlyList<ServiceBusReceivedMessage> messages)
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _settled = [];

    public void Settled(ServiceBusReceivedMessage message)
    {
        lock (_gate)
            _settled.Add(message.LockToken);
    }

    public IReadOnlyList<ServiceBusReceivedMessage> Left()
    {
        lock (_gate)
            return [.. messages.Where(m => !_settled.Contains(m.LockToken))];
    }
}
