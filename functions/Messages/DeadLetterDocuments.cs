using System.Text.Json.Serialization;
using EntCredit.Functions.Cases;

namespace EntCredit.Functions.Messages;

/// <summary>What was put aside.</summary>
/// <param name="Items">The messages, a place after the other.</param>
public sealed record DeadLetterList(IReadOnlyList<DeadLetterDocument> Items);

/// <summary>A message that was put aside. What it says is not shown.</summary>
/// <param name="Entity">Where: the queue of answers, or topic and department.</param>
/// <param name="SequenceNumber">Its number there.</param>
/// <param name="Id">Its id.</param>
/// <param name="Type">What it is about.</param>
/// <param name="Reason">The numbered reason, or the bus's own.</param>
/// <param name="Description">What is wrong, in Chinese.</param>
/// <param name="Deliveries">How often it was given out.</param>
/// <param name="At">When it came.</param>
public sealed record DeadLetterDocument(
    string Entity, long SequenceNumber, string Id, string? Type, string? Reason, string? Description, int Deliveries, DateTimeOffset At)
{
    /// <summary>The document of a message.</summary>
    public static DeadLetterDocument Of(string entity, ServiceBusReceivedMessage message) => new(
        entity,
        message.SequenceNumber,
        message.MessageId,
        message.Subject,
        message.DeadLetterReason,
        message.DeadLetterErrorDescription,
        message.DeliveryCount,
        message.EnqueuedTime);
}

/// <summary>Which message to try again.</summary>
/// <param name="Entity">Where it lies.</param>
/// <param name="SequenceNumber">Its number there.</param>
public sealed record ReplayBody(string Entity, long SequenceNumber) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => CaseText.IsShort(Entity) ? null : "entity";
}

/// <summary>A message that was tried again.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">Why it was refused again, or null where it was taken.</param>
/// <param name="Text">The same in words.</param>
public sealed record ReplayedLetter(string Id, string? Code, string? Text);
