using EntCredit.Domain.Events;

namespace EntCredit.Domain.Departments;

/// <summary>A fact about a department's keys. None of them holds a key: only its hash, which opens nothing.</summary>
public abstract record KeyEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>The stream of a department's keys.</summary>
    public static string StreamOf(string department) => "keys-" + department;

    /// <summary>A key was issued and shown once.</summary>
    /// <param name="At">The legal instant.</param>
    /// <param name="Department">Whose.</param>
    /// <param name="Key">Its hash, its days and what it is for.</param>
    /// <param name="By">The operator's department.</param>
    [EventName("key.issued")]
    public sealed record Issued(DateTimeOffset At, string Department, ApiKey Key, string By) : KeyEvent(At);

    /// <summary>A key holds no longer, from this moment on; one of the departments file too.</summary>
    /// <param name="At">The legal instant.</param>
    /// <param name="Department">Whose.</param>
    /// <param name="Hash">The key's hash.</param>
    /// <param name="By">The operator's department.</param>
    [EventName("key.revoked")]
    public sealed record Revoked(DateTimeOffset At, string Department, string Hash, string By) : KeyEvent(At);
}
