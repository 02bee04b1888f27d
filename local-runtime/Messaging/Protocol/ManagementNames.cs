namespace EntCredit.LocalRuntime.Messaging.Protocol;

/// <summary>The words of Service Bus's request and response over <c>entity/$management</c>.</summary>
internal static class ManagementNames
{
    public const string Suffix = "/$management";

    public const string Operation = "operation";
    public const string StatusCode = "statusCode";
    public const string StatusDescription = "statusDescription";
    public const string ErrorCondition = "errorCondition";
    public const string ServerTimeout = "com.microsoft:server-timeout";

    public const string RenewLock = "com.microsoft:renew-lock";
    public const string Schedule = "com.microsoft:schedule-message";
    public const string CancelScheduled = "com.microsoft:cancel-scheduled-message";
    public const string Peek = "com.microsoft:peek-message";
    public const string ReceiveBySequence = "com.microsoft:receive-by-sequence-number";
    public const string UpdateDisposition = "com.microsoft:update-disposition";

    public const string Messages = "messages";
    public const string Message = "message";
    public const string MessageId = "message-id";
    public const string LockToken = "lock-token";
    public const string LockTokens = "lock-tokens";
    public const string Expirations = "expirations";
    public const string SequenceNumbers = "sequence-numbers";
    public const string FromSequenceNumber = "from-sequence-number";
    public const string MessageCount = "message-count";
    public const string ReceiverSettleMode = "receiver-settle-mode";
    public const string DispositionStatus = "disposition-status";
    public const string DeadLetterReason = "deadletter-reason";
    public const string DeadLetterDescription = "deadletter-description";
    public const string PropertiesToModify = "properties-to-modify";

    public const string Completed = "completed";
    public const string Abandoned = "abandoned";
    public const string Suspended = "suspended";
    public const string Deferred = "defered";

    /// <summary>Of this runtime's own: given back uncounted. Service Bus refuses it.</summary>
    public const string Released = "released";
}
