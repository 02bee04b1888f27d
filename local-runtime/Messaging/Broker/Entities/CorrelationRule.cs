namespace EntCredit.LocalRuntime.Messaging.Broker.Entities;

/// <summary>A correlation filter: everything that it names must be equal.</summary>
public sealed record CorrelationRule
{
    /// <summary>What the message's properties must be, by their names in <see cref="SystemProperties"/>.</summary>
    public IReadOnlyDictionary<string, string> System { get; init; } = new Dictionary<string, string>();

    /// <summary>What the message's application properties must be, as text.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>The properties of a message that a correlation filter may name.</summary>
    public static IReadOnlyList<string> SystemProperties { get; } =
        ["ContentType", "CorrelationId", "Label", "MessageId", "ReplyTo", "ReplyToSessionId", "SessionId", "To"];

    internal bool Matches(MessageFacts facts) =>
        System.All(wanted => facts.System(wanted.Key) == wanted.Value) && Properties.All(wanted => facts.Property(wanted.Key) == wanted.Value);
}
