using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using EntCredit.LocalRuntime.Messaging.Broker.Entities;
using EntCredit.LocalRuntime.Messaging.Protocol;

namespace EntCredit.LocalRuntime.Messaging.Broker.Wire;

/// <summary>A link over which messages come in. A message is accepted when it is on disk.</summary>
internal sealed class InletEndpoint(BrokerCore core, Entity entity) : LinkEndpoint
{
    /// <summary>How many messages may be on their way at once.</summary>
    public const int Credit = 500;

    public override void OnMessage(MessageContext messageContext)
    {
        List<Parcel> parcels;
        try
        {
            parcels = MessageCodec.Unpack(messageContext.Message);
            if (parcels.Sum(p => p.Content.LongLength) > BrokerDoor.LargestMessage)
                throw new AmqpException(ErrorCode.MessageSizeExceeded, $"A message or batch has at most {BrokerDoor.LargestMessage} bytes.");
        }
        catch (AmqpException e)
        {
            Answer(() => messageContext.Complete(e.Error));
            return;
        }
        catch (Exception e) when (e is InvalidCastException or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            Answer(() => messageContext.Complete(new Error(ErrorCode.DecodeError) { Description = e.Message }));
            return;
        }
        core.Send(
            entity,
            parcels,
            _ => Answer(messageContext.Complete),
            failure => Answer(() => messageContext.Complete(new Error(Condition(failure)) { Description = failure.Message }))
        );
    }

    public override void OnFlow(FlowContext flowContext) { }

    public override void OnDisposition(DispositionContext dispositionContext) { }

    // A broker that stops is one to try again.
    private static string Condition(Exception failure) => failure is ObjectDisposedException ? Conditions.ServerBusy : ErrorCode.InternalError;

    // Who is gone by now will send again, and duplicate detection is there for that.
    private static void Answer(Action answer)
    {
        try
        {
            answer();
        }
        catch (Exception e) when (e is AmqpException or ObjectDisposedException or InvalidOperationException or IOException) { }
    }
}
