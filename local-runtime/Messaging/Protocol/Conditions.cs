using Amqp.Types;

namespace EntCredit.LocalRuntime.Messaging.Protocol;

/// <summary>The error conditions of Service Bus, beside those of AMQP itself.</summary>
internal static class Conditions
{
    public static readonly Symbol DeadLetter = "com.microsoft:dead-letter";
    public static readonly Symbol MessageLockLost = "com.microsoft:message-lock-lost";
    public static readonly Symbol MessageNotFound = "com.microsoft:message-not-found";
    public static readonly Symbol ArgumentError = "com.microsoft:argument-error";
    public static readonly Symbol Timeout = "com.microsoft:timeout";
    public static readonly Symbol ServerBusy = "com.microsoft:server-busy";
    public static readonly Symbol EntityDisabled = "com.microsoft:entity-disabled";
}
