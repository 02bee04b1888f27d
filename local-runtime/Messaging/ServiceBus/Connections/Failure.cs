using System.Net.Sockets;
using Amqp;
using Amqp.Framing;
using EntCredit.LocalRuntime.Messaging.Protocol;

namespace EntCredit.LocalRuntime.Messaging.ServiceBus.Connections;

/// <summary>What went wrong, in the words of the client.</summary>
internal static class Failure
{
    public static Exception Of(Exception exception, string entity) =>
        exception switch
        {
            ServiceBusException or OperationCanceledException or ArgumentException or NotSupportedException or UnauthorizedAccessException => exception,
            AmqpException amqp => Of(amqp.Error?.Condition, amqp.Error?.Description ?? amqp.Message, entity, amqp),
            TimeoutException => new ServiceBusException("The operation did not complete in time.", ServiceBusFailureReason.ServiceTimeout, entity, exception),
            IOException or SocketException or ObjectDisposedException => new ServiceBusException(
                exception.Message, ServiceBusFailureReason.ServiceCommunicationProblem, entity, exception),
            _ => new ServiceBusException(false, exception.Message, entity, ServiceBusFailureReason.GeneralError, exception),
        };

    public static Exception Of(string? condition, string description, string entity, Exception? inner = null)
    {
        ServiceBusFailureReason? reason = condition switch
        {
            ErrorCode.NotFound => ServiceBusFailureReason.MessagingEntityNotFound,
            ErrorCode.MessageSizeExceeded => ServiceBusFailureReason.MessageSizeExceeded,
            ErrorCode.ResourceLimitExceeded => ServiceBusFailureReason.QuotaExceeded,
            _ when Is(condition, Conditions.MessageLockLost) => ServiceBusFailureReason.MessageLockLost,
            _ when Is(condition, Conditions.MessageNotFound) => ServiceBusFailureReason.MessageNotFound,
            _ when Is(condition, Conditions.Timeout) => ServiceBusFailureReason.ServiceTimeout,
            _ when Is(condition, Conditions.ServerBusy) => ServiceBusFailureReason.ServiceBusy,
            _ when Is(condition, Conditions.EntityDisabled) => ServiceBusFailureReason.MessagingEntityDisabled,
            ErrorCode.ConnectionForced or ErrorCode.DetachForced or ErrorCode.MessageReleased or ErrorCode.IllegalState or null =>
                ServiceBusFailureReason.ServiceCommunicationProblem,
            _ => null,
        };
        return reason is { } known ? new ServiceBusException(description, known, entity, inner)
            : condition == ErrorCode.UnauthorizedAccess ? new UnauthorizedAccessException(description, inner)
            : condition == ErrorCode.NotAllowed ? new InvalidOperationException(description, inner)
            : condition == ErrorCode.NotImplemented ? new NotSupportedException(description, inner)
            : Is(condition, Conditions.ArgumentError) ? new ArgumentException(description, inner)
            : new ServiceBusException(false, description, entity, ServiceBusFailureReason.GeneralError, inner);
    }

    private static bool Is(string? condition, Amqp.Types.Symbol name) => name.Equals(condition is null ? null : (Amqp.Types.Symbol)condition);
}
