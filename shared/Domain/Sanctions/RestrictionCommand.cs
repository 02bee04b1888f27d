namespace EntCredit.Domain.Sanctions;

/// <summary>What may be asked of a department's restriction. Each carries the legal instant at which it happens.</summary>
public abstract record RestrictionCommand(DateTimeOffset At)
{
    /// <summary>Decide to restrict.</summary>
    /// <param name="At">When the department says so.</param>
    /// <param name="By">The department that restricts.</param>
    /// <param name="Target">Whom, and why.</param>
    /// <param name="Sanction">The sanction that it follows, or null where it rests on a list or a judgment alone.</param>
    /// <param name="DecidedOn">做出限制决定之日.</param>
    /// <param name="Measure">The measure's code in the measures catalogue.</param>
    /// <param name="Persons">责任人员 who are restricted too, empty where none.</param>
    public sealed record Decide(
        DateTimeOffset At,
        string By,
        SanctionTarget Target,
        string? Sanction,
        DateOnly DecidedOn,
        string Measure,
        IReadOnlyList<ResponsiblePerson> Persons) : RestrictionCommand(At);

    /// <summary>Say how the restriction is carried out.</summary>
    public sealed record FeedBack(DateTimeOffset At, string By, string ResultDigest) : RestrictionCommand(At);

    /// <summary>End the restriction: its sanction was lifted, or the department ends it.</summary>
    public sealed record Lift(DateTimeOffset At, string Reason) : RestrictionCommand(At);

    /// <summary>Write down that a duty's last day has ended.</summary>
    public sealed record NoteOverdue(DateTimeOffset At) : RestrictionCommand(At);
}
