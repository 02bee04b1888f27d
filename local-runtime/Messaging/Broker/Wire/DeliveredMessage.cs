using Amqp;

namespace EntCredit.LocalRuntime.Messaging.Broker.Wire;

/// <summary>A message that was given out, as it comes back with its outcome.</summary>
internal sealed class DeliveredMessage(LockToken token) : Message
{
    public LockToken Token => token;
}
