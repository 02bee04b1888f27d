namespace EntCredit.Functions.Access;

/// <summary>How many bytes an HTTP function's body may have, where that is not <see cref="Door.DefaultBodyLimit"/>.</summary>
/// <param name="bytes">The most.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BodyLimitAttribute(long bytes) : Attribute
{
    /// <summary>The most.</summary>
    public long Bytes { get; } = bytes;
}
