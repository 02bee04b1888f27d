using Amqp.Types;

namespace EntCredit.LocalRuntime.Messaging.Broker;

/// <summary>What a receiver makes of a message that it holds locked.</summary>
internal abstract record Settlement
{
    /// <summary>It is done: the message is deleted.</summary>
    public sealed record Complete : Settlement;

    /// <summary>It failed: the message is given out again, or a dead letter when it was given out often enough.</summary>
    public sealed record Abandon(Map? Changes = null) : Settlement;

    /// <summary>It was not begun: the message is given out again and the delivery does not count.</summary>
    public sealed record Release : Settlement;

    /// <summary>It can never succeed.</summary>
    public sealed record DeadLetter(string? Reason, string? Description, Map? Changes = null) : Settlement;

    /// <summary>It is put aside, to be received by its sequence number only.</summary>
    public sealed record Defer(Map? Changes = null) : Settlement;
}
