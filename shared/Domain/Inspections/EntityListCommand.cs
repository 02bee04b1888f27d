namespace EntCredit.Domain.Inspections;

/// <summary>What may be asked of a jurisdiction's list of market entities. Each carries the legal instant at which it happens.</summary>
public abstract record EntityListCommand(DateTimeOffset At)
{
    /// <summary>The list was brought up to date.</summary>
    /// <param name="At">When.</param>
    /// <param name="By">Market supervision.</param>
    /// <param name="Jurisdiction">Whose list.</param>
    /// <param name="Entities">How many entities it holds.</param>
    /// <param name="ListDigest">Its digest.</param>
    public sealed record Refresh(DateTimeOffset At, string By, string Jurisdiction, int Entities, string ListDigest) : EntityListCommand(At);

    /// <summary>Write down that a duty's last day has ended.</summary>
    public sealed record NoteOverdue(DateTimeOffset At) : EntityListCommand(At);
}
