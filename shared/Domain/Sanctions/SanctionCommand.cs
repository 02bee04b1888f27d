namespace EntCredit.Domain.Sanctions;

/// <summary>What may be asked of a sanction. Each carries the legal instant at which it happens.</summary>
public abstract record SanctionCommand(DateTimeOffset At)
{
    /// <summary>Start it and name who is to carry it out.</summary>
    /// <param name="At">When it was pushed to the platform.</param>
    /// <param name="By">发起部门.</param>
    /// <param name="Target">Whom it is about.</param>
    /// <param name="Implementers">相关实施部门.</param>
    /// <param name="Persons">责任人员, empty where none.</param>
    public sealed record Initiate(
        DateTimeOffset At, string By, SanctionTarget Target, IReadOnlyList<string> Implementers, IReadOnlyList<ResponsiblePerson> Persons)
        : SanctionCommand(At);

    /// <summary>Ask who put the subject on a list to start it.</summary>
    /// <param name="At">When.</param>
    /// <param name="By">Who is asked: the provider of the entry.</param>
    /// <param name="Target">Whom it would be about.</param>
    /// <param name="Implementers">Who would carry it out, by the catalogue of measures; may be empty.</param>
    /// <param name="Record">The entry's record.</param>
    public sealed record Propose(DateTimeOffset At, string By, SanctionTarget Target, IReadOnlyList<string> Implementers, string Record)
        : SanctionCommand(At);

    /// <summary>Not to start it.</summary>
    public sealed record Drop(DateTimeOffset At, string By, string Reason) : SanctionCommand(At);

    /// <summary>Push it to further departments.</summary>
    public sealed record Extend(DateTimeOffset At, string By, IReadOnlyList<string> Implementers) : SanctionCommand(At);

    /// <summary>Lift it for everyone.</summary>
    public sealed record Lift(DateTimeOffset At, string By, string Reason) : SanctionCommand(At);
}
