using Amqp;
using Amqp.Framing;
using Amqp.Types;
using EntCredit.LocalRuntime.Messaging.Protocol;

namespace EntCredit.LocalRuntime.Messaging.Broker.Wire;

/// <summary>Answers to management requests.</summary>
internal static class Response
{
    public static Message Ok(Map? body = null) => Make(200, "OK", null, body);

    public static Message Nothing() => Make(204, "No Content", null, null);

    public static Message Accepted() => Make(202, "Accepted", null, null);

    public static Message Failed(int status, string condition, string description) => Make(status, description, condition, null);

    private static Message Make(int status, string description, string? condition, Map? body)
    {
        var message = new Message(body ?? new Map()) { ApplicationProperties = new ApplicationProperties() };
        message.ApplicationProperties[ManagementNames.StatusCode] = status;
        message.ApplicationProperties[ManagementNames.StatusDescription] = description;
        if (condition is not null)
            message.ApplicationProperties[ManagementNames.ErrorCondition] = (Symbol)condition;
        return message;
    }
}
