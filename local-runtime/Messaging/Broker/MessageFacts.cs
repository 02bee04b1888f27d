using System.Globalization;
using Amqp.Framing;
using Amqp.Types;

namespace EntCredit.LocalRuntime.Messaging.Broker;

/// <summary>What a message says of itself, for filters and lists.</summary>
internal sealed record MessageFacts(Properties? Message, ApplicationProperties? Application)
{
    public string? MessageId => Message?.GetMessageId()?.ToString();

    public string? Subject => Message?.Subject;

    /// <summary>A property by the name that a correlation filter has for it.</summary>
    public string? System(string name) =>
        name switch
        {
            "ContentType" => Message?.ContentType,
            "CorrelationId" => Message?.GetCorrelationId()?.ToString(),
            "Label" => Subject,
            "MessageId" => MessageId,
            "ReplyTo" => Message?.ReplyTo,
            "ReplyToSessionId" => Message?.ReplyToGroupId,
            "SessionId" => Message?.GroupId,
            "To" => Message?.To,
            _ => null,
        };

    /// <summary>An application property as text.</summary>
    public string? Property(string name) =>
        Application?.Map is { } map && map.TryGetValue(name, out object? value) ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
}
