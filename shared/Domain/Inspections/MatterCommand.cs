namespace EntCredit.Domain.Inspections;

/// <summary>What may be asked of a department's list of matters. Each carries the legal instant at which it happens.</summary>
public abstract record MatterCommand(DateTimeOffset At)
{
    /// <summary>Put a matter on the list, or change its words.</summary>
    public sealed record Put(DateTimeOffset At, string By, string Jurisdiction, Matter Matter) : MatterCommand(At);

    /// <summary>Take a matter off the list.</summary>
    public sealed record Remove(DateTimeOffset At, string By, string Code) : MatterCommand(At);
}
