using EntCredit.Domain.Objections;
using EntCredit.Domain.Obligations;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Records;

namespace EntCredit.Functions.Objections;

/// <summary>An objection as departments see it.</summary>
/// <param name="Id">The case's number.</param>
/// <param name="Version">The version that If-Match names.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="About">What is objected to.</param>
/// <param name="With">The department that took it.</param>
/// <param name="Prior">The earlier case that it follows, or null.</param>
/// <param name="LodgedAt">When it was handed in.</param>
/// <param name="ForwardedAt">When market supervision handed it on, or null.</param>
/// <param name="ReceivedAt">When the provider received it, or null.</param>
/// <param name="InternalDue">The day by which it should be verified where no document sets one, or null.</param>
/// <param name="Hidden">Whether the information is hidden now.</param>
/// <param name="Suspension">The provider's decision to suspend that stands, or null.</param>
/// <param name="Finding">What was found, or null.</param>
/// <param name="Remedy">The remedy asked for, or null.</param>
/// <param name="Corrected">The fields that a correction shows, or null.</param>
/// <param name="Remedied">Whether it is mended.</param>
/// <param name="Notice">The number of the notice to the applicant, or null.</param>
/// <param name="Evidence">The digests of the evidence files.</param>
/// <param name="Duties">What is owed in it.</param>
/// <param name="History">What has happened.</param>
/// <param name="Applicant">Who objects and why; only for the taker and the provider.</param>
public sealed record ObjectionDocument(
    string Id,
    long Version,
    ObjectionPhase Phase,
    ObjectionSubject About,
    string With,
    string? Prior,
    DateTimeOffset LodgedAt,
    DateTimeOffset? ForwardedAt,
    DateTimeOffset? ReceivedAt,
    DateOnly? InternalDue,
    bool Hidden,
    SuspensionDocument? Suspension,
    ObjectionFinding? Finding,
    Remedy? Remedy,
    IReadOnlyDictionary<string, string>? Corrected,
    bool Remedied,
    string? Notice,
    IReadOnlyList<string> Evidence,
    IReadOnlyList<DutyDocument> Duties,
    IReadOnlyList<HappeningDocument> History,
    Applicant? Applicant)
{
    /// <summary>The document of a case.</summary>
    public static ObjectionDocument Of(
        string id,
        long version,
        Objection state,
        IReadOnlyList<ObjectionEvent> history,
        IReadOnlyList<Obligation> duties,
        DateTimeOffset now,
        Applicant? applicant) => new(
            id,
            version,
            state.Phase,
            state.Lodging!.About,
            state.Lodging.With,
            state.Lodging.Prior,
            state.Lodging.At,
            state.ForwardedAt,
            state.ReceivedAt,
            state.InternalDue,
            state.Hidden,
            state.Suspension is { } decided ? new SuspensionDocument(decided.At, decided.By, decided.Reason, decided.Notice) : null,
            state.Finding,
            state.RemedyAsked,
            state.Supplied?.Content.Fields,
            state.Remedied,
            state.Notice,
            state.Lodging.Evidence,
            [.. duties.Select(duty => DutyDocument.Of(duty, now))],
            Happenings.Of(history),
            applicant);
}

/// <summary>A decision to suspend.</summary>
public sealed record SuspensionDocument(DateTimeOffset At, string By, string Reason, string Notice);
