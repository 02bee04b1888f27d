namespace EntCredit.Domain.Inspections;

/// <summary>What may be asked of a department's roster of inspectors. Each carries the legal instant at which it happens.</summary>
public abstract record RosterCommand(DateTimeOffset At)
{
    /// <summary>An inspector joined, left or changed.</summary>
    /// <param name="At">When the department says so.</param>
    /// <param name="By">The department.</param>
    /// <param name="Jurisdiction">Its profile.</param>
    /// <param name="ChangeId">The change's id, by which a repetition is known.</param>
    /// <param name="ChangedOn">The day of the change.</param>
    /// <param name="Inspector">Whom it is about.</param>
    public sealed record Change(DateTimeOffset At, string By, string Jurisdiction, string ChangeId, DateOnly ChangedOn, string Inspector) : RosterCommand(At);

    /// <summary>The roster on the platform is brought up to date: every change said so far is in it.</summary>
    /// <param name="At">When.</param>
    /// <param name="By">The department.</param>
    /// <param name="RosterDigest">The digest of the roster.</param>
    public sealed record Update(DateTimeOffset At, string By, string RosterDigest) : RosterCommand(At)
    {
        /// <summary>Whom draws may take, by code; null where the department keeps the roster itself.</summary>
        public IReadOnlyList<RosterInspector>? Inspectors { get; init; }
    }

    /// <summary>Write down that a duty's last day has ended.</summary>
    public sealed record NoteOverdue(DateTimeOffset At) : RosterCommand(At);
}
