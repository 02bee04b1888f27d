namespace EntCredit.LocalRuntime.Messaging.Protocol;

/// <summary>A transfer that carries several messages, each encoded in a data section of its own.</summary>
internal static class BatchFormat
{
    public const uint Code = 0x80013700;
}
