namespace EntCredit.Domain.Departments;

/// <summary>What an operator does about a department's keys.</summary>
/// <param name="At">The legal instant of the fact.</param>
/// <param name="By">The operator's department.</param>
public abstract record KeyCommand(DateTimeOffset At, string By)
{
    /// <summary>Issues a key.</summary>
    /// <param name="At">The legal instant of the fact.</param>
    /// <param name="By">The operator's department.</param>
    /// <param name="Key">The new key's hash, days and label.</param>
    /// <param name="Now">The instant by which keys live: machine time.</param>
    public sealed record Issue(DateTimeOffset At, string By, ApiKey Key, DateTimeOffset Now) : KeyCommand(At, By);

    /// <summary>Revokes a key at once.</summary>
    /// <param name="At">The legal instant of the fact.</param>
    /// <param name="By">The operator's department.</param>
    /// <param name="Id">The key's name.</param>
    public sealed record Revoke(DateTimeOffset At, string By, string Id) : KeyCommand(At, By);
}
