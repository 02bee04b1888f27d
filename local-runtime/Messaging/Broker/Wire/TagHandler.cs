using Amqp.Handler;

namespace EntCredit.LocalRuntime.Messaging.Broker.Wire;

/// <summary>Makes the lock token the delivery's tag, as Service Bus does.</summary>
internal sealed class TagHandler : IHandler
{
    public bool CanHandle(EventId id) => id == EventId.SendDelivery;

    public void Handle(Event protocolEvent)
    {
        if (protocolEvent.Context is IDelivery { Message: DeliveredMessage message } delivery)
            delivery.Tag = message.Token.ToGuid().ToByteArray();
    }
}
