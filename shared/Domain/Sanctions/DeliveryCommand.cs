namespace EntCredit.Domain.Sanctions;

/// <summary>What may be asked of a sanction's delivery to one implementer. Each carries the legal instant at which it happens.</summary>
public abstract record DeliveryCommand(DateTimeOffset At)
{
    /// <summary>Push the sanction to the implementer.</summary>
    public sealed record Push(DateTimeOffset At, string Sanction, SanctionTarget Target, string Initiator, string To) : DeliveryCommand(At);

    /// <summary>The implementer receives and downloads it.</summary>
    public sealed record Receive(DateTimeOffset At, string By) : DeliveryCommand(At);

    /// <summary>The implementer says how it was applied.</summary>
    public sealed record Apply(DateTimeOffset At, string By, string ResultDigest) : DeliveryCommand(At);

    /// <summary>The sanction was lifted.</summary>
    public sealed record Lift(DateTimeOffset At) : DeliveryCommand(At);

    /// <summary>The implementer receives the lifting.</summary>
    public sealed record ReceiveLifting(DateTimeOffset At, string By) : DeliveryCommand(At);

    /// <summary>Write down that a duty's last day has ended.</summary>
    public sealed record NoteOverdue(DateTimeOffset At) : DeliveryCommand(At);
}
