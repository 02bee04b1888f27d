using System.Text.Json.Serialization;
using EntCredit.Domain.Events;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Objections;

/// <summary>A fact in the life of one objection. Its stream is <c>objection-{id}</c>.</summary>
public abstract record ObjectionEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>It was lodged.</summary>
    /// <param name="At">When.</param>
    /// <param name="About">What is objected to.</param>
    /// <param name="With">The department that took it.</param>
    /// <param name="GroundsDigest">The digest of its content.</param>
    /// <param name="Evidence">The digests of the evidence files.</param>
    /// <param name="Prior">The earlier case with the same content that it follows, or null (A10).</param>
    [EventName("objection.lodged")]
    public sealed record Lodged(
        DateTimeOffset At, ObjectionSubject About, string With, string GroundsDigest, IReadOnlyList<string> Evidence, string? Prior)
        : ObjectionEvent(At), IOfJurisdiction
    {
        string IOfJurisdiction.Jurisdiction => About.Jurisdiction;

        string? IOfJurisdiction.Item => About.Item;

        /// <summary>Who objects.</summary>
        [Personal, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public Applicant? Applicant { get; init; }
    }

    /// <summary>Market supervision handed it on; how long that took is measured, and is no part of T14 (A9).</summary>
    [EventName("objection.forwarded")]
    public sealed record Forwarded(DateTimeOffset At, string By) : ObjectionEvent(At);

    /// <summary>The provider received it.</summary>
    /// <param name="At">When: the start of T14.</param>
    /// <param name="By">The provider.</param>
    /// <param name="InternalDue">Where the document sets no period: the day by which a diligent provider is done. Nobody owes it (A12).</param>
    [EventName("objection.received")]
    public sealed record Received(DateTimeOffset At, string By, DateOnly? InternalDue) : ObjectionEvent(At);

    /// <summary>The provider decided to suspend and said so in writing.</summary>
    [EventName("objection.suspension-decided")]
    public sealed record SuspensionDecided(DateTimeOffset At, string By, string Reason, string Notice) : ObjectionEvent(At);

    /// <summary>Market supervision hid the information.</summary>
    [EventName("objection.hidden")]
    public sealed record Hidden(DateTimeOffset At, string By) : ObjectionEvent(At);

    /// <summary>The provider decided to end the suspension before the outcome.</summary>
    [EventName("objection.suspension-lifted")]
    public sealed record SuspensionLifted(DateTimeOffset At, string By, string Notice) : ObjectionEvent(At);

    /// <summary>Market supervision shows the information again.</summary>
    [EventName("objection.resumed")]
    public sealed record Resumed(DateTimeOffset At, string By) : ObjectionEvent(At);

    /// <summary>The provider verified it.</summary>
    [EventName("objection.verified")]
    public sealed record Verified(DateTimeOffset At, string By, ObjectionFinding Finding, string Reason) : ObjectionEvent(At);

    /// <summary>The provider gave its word for the remedy.</summary>
    [EventName("objection.remedy-asked")]
    public sealed record RemedyAsked(DateTimeOffset At, string By, Remedy Remedy, string Notice) : ObjectionEvent(At);

    /// <summary>The applicant holds a secret by which the case is read; only its digest is kept.</summary>
    /// <param name="At">When it was given.</param>
    /// <param name="Sha256">The digest, hex.</param>
    [EventName("objection.secret-given")]
    public sealed record SecretGiven(DateTimeOffset At, string Sha256) : ObjectionEvent(At);

    /// <summary>What is to be shown after the correction, as the provider supplied it with its request.</summary>
    [EventName("objection.content-supplied")]
    public sealed record ContentSupplied(DateTimeOffset At, string By, RecordContent Content, string Digest) : ObjectionEvent(At)
    {
        /// <inheritdoc cref="RecordContent.Personal"/>
        [Personal, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyDictionary<string, string>? Personal { get; init; }
    }

    /// <summary>What was wrong is mended.</summary>
    [EventName("objection.remedied")]
    public sealed record Remedied(DateTimeOffset At, string By, Remedy Remedy) : ObjectionEvent(At);

    /// <summary>The applicant was told the result.</summary>
    [EventName("objection.applicant-notified")]
    public sealed record ApplicantNotified(DateTimeOffset At, string By, ObjectionFinding Finding, string Notice) : ObjectionEvent(At);

    /// <summary>The applicant took it back.</summary>
    [EventName("objection.withdrawn")]
    public sealed record Withdrawn(DateTimeOffset At, string Reason) : ObjectionEvent(At);

    /// <summary>A duty's last day ended without it being kept.</summary>
    [EventName("objection.overdue")]
    public sealed record FellOverdue(DateTimeOffset At, string Rule, string Debtor, DateOnly Due) : ObjectionEvent(At), IFellOverdue;
}
