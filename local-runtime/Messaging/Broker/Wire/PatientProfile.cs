using Amqp;
using Amqp.Framing;
using Amqp.Sasl;
using Amqp.Types;

namespace EntCredit.LocalRuntime.Messaging.Broker.Wire;

/// <summary>Lets anybody in, and speaks after that only when the client has spoken, as Service Bus does.</summary>
internal sealed class PatientProfile(string mechanism) : SaslProfile(mechanism)
{
    protected override ITransport UpgradeTransport(ITransport transport) => new PatientTransport((IAsyncTransport)transport);

    protected override DescribedList GetStartCommand(string hostname) => throw new NotSupportedException("A listener starts nothing.");

    protected override DescribedList OnCommand(DescribedList command) =>
        command is SaslInit ? new SaslOutcome { Code = SaslCode.Ok } : throw new AmqpException(ErrorCode.NotAllowed, $"{command}");
}
