using Amqp.Types;

namespace EntCredit.LocalRuntime.Messaging.Protocol;

/// <summary>The application properties in which a dead letter says why it is one.</summary>
internal static class DeadLetterReason
{
    public const string Reason = "DeadLetterReason";
    public const string Description = "DeadLetterErrorDescription";

    public static Map ToProperties(string? reason, string? description)
    {
        var map = new Map();
        if (reason is not null)
            map[Reason] = reason;
        if (description is not null)
            map[Description] = description;
        return map;
    }
}
