namespace EntCredit.Domain.Provision;

/// <summary>What may be asked of a department's provision for a month. Each carries the legal instant at which it happens.</summary>
public abstract record ProvisionCommand(DateTimeOffset At)
{
    /// <summary>Say that a department owes a month's information.</summary>
    /// <param name="At">When.</param>
    /// <param name="Department">Who owes it.</param>
    /// <param name="Jurisdiction">Its profile.</param>
    /// <param name="Month">Any day of the month in which the information arises (A18).</param>
    public sealed record Expect(DateTimeOffset At, string Department, string Jurisdiction, DateOnly Month) : ProvisionCommand(At);

    /// <summary>Give the month's information, or say that there was none.</summary>
    /// <param name="At">When it arrived.</param>
    /// <param name="By">The department.</param>
    /// <param name="Records">How many records; 0 where none arose.</param>
    /// <param name="Digest">The digest of what was given.</param>
    public sealed record Provide(DateTimeOffset At, string By, int Records, string Digest) : ProvisionCommand(At);

    /// <summary>Load what was given into the national system.</summary>
    public sealed record Load(DateTimeOffset At, string By, int Records) : ProvisionCommand(At);

    /// <summary>Write down that a duty's last day has ended.</summary>
    public sealed record NoteOverdue(DateTimeOffset At) : ProvisionCommand(At);
}
