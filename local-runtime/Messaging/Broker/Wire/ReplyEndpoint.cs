using Amqp.Listener;

namespace EntCredit.LocalRuntime.Messaging.Broker.Wire;

/// <summary>A link over which answers to requests go out.</summary>
internal sealed class ReplyEndpoint : LinkEndpoint
{
    public override void OnFlow(FlowContext flowContext) { }

    public override void OnDisposition(DispositionContext dispositionContext)
    {
        if (!dispositionContext.Settled)
            dispositionContext.Link.DisposeMessage(dispositionContext.Message, dispositionContext.DeliveryState, true);
    }
}
