using Amqp.Types;

namespace EntCredit.LocalRuntime.Messaging.Protocol;

/// <summary>The message annotations of Service Bus.</summary>
internal static class Annotations
{
    public static readonly Symbol SequenceNumber = "x-opt-sequence-number";
    public static readonly Symbol EnqueuedSequenceNumber = "x-opt-enqueue-sequence-number";
    public static readonly Symbol EnqueuedTime = "x-opt-enqueued-time";
    public static readonly Symbol ScheduledEnqueueTime = "x-opt-scheduled-enqueue-time";
    public static readonly Symbol LockedUntil = "x-opt-locked-until";
    public static readonly Symbol MessageState = "x-opt-message-state";
    public static readonly Symbol PartitionKey = "x-opt-partition-key";
    public static readonly Symbol DeadLetterSource = "x-opt-deadletter-source";
}
