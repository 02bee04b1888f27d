using EntCredit.Domain.Events;

namespace EntCredit.Domain.Credit;

/// <summary>A fact in what is known of an enterprise's credit. Its stream is <c>credit-{jurisdiction}-{subject}</c>.</summary>
public abstract record CreditEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>It is of another class, or of the same for other reasons.</summary>
    /// <param name="At">When that was found.</param>
    /// <param name="Jurisdiction">Whose scheme.</param>
    /// <param name="Subject">The enterprise's internal id.</param>
    /// <param name="Scheme">The scheme's version.</param>
    /// <param name="Class">The class.</param>
    /// <param name="Reasons">Why.</param>
    [EventName("credit.classified")]
    public sealed record Classified(
        DateTimeOffset At, string Jurisdiction, string Subject, string Scheme, string Class, IReadOnlyList<CreditReason> Reasons) : CreditEvent(At), IOfJurisdiction;

    /// <summary>A signal is raised, or raised by other records than before (风险预警).</summary>
    /// <param name="At">When that was found.</param>
    /// <param name="Jurisdiction">Whose scheme.</param>
    /// <param name="Subject">The enterprise's internal id.</param>
    /// <param name="Scheme">The scheme's version.</param>
    /// <param name="Signal">The signal.</param>
    [EventName("credit.warned")]
    public sealed record Warned(DateTimeOffset At, string Jurisdiction, string Subject, string Scheme, CreditReason Signal) : CreditEvent(At), IOfJurisdiction;

    /// <summary>A signal is raised no more.</summary>
    /// <param name="At">When that was found.</param>
    /// <param name="Signal">The signal's id.</param>
    /// <param name="Last">True where no other is raised.</param>
    [EventName("credit.warning-ended")]
    public sealed record WarningEnded(DateTimeOffset At, string Signal, bool Last) : CreditEvent(At);
}
