using System.Collections.Immutable;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Objections;

/// <summary>The state of an objection: the fold of its events.</summary>
public sealed record Objection
{
    /// <summary>The state before the first event.</summary>
    public static Objection Initial { get; } = new();

    /// <summary>How it was lodged, without personal data; null before the first event.</summary>
    public ObjectionEvent.Lodged? Lodging { get; private init; }

    /// <summary>When market supervision handed it on, or null.</summary>
    public DateTimeOffset? ForwardedAt { get; private init; }

    /// <summary>When the provider received it, or null.</summary>
    public DateTimeOffset? ReceivedAt { get; private init; }

    /// <summary>The day by which it should be verified where no article sets one, or null.</summary>
    public DateOnly? InternalDue { get; private init; }

    /// <summary>The decision to suspend that stands, or null.</summary>
    public ObjectionEvent.SuspensionDecided? Suspension { get; private init; }

    /// <summary>The ids of every notice about a suspension, by which a late repetition is known.</summary>
    public ImmutableSortedSet<string> SuspensionNotices { get; private init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Whether the information is hidden now.</summary>
    public bool Hidden { get; private init; }

    /// <summary>When it was last hidden, or null.</summary>
    public DateTimeOffset? HiddenAt { get; private init; }

    /// <summary>Who last hid it, or null.</summary>
    public string? HiddenBy { get; private init; }

    /// <summary>Who last showed it again, or null.</summary>
    public string? ResumedBy { get; private init; }

    /// <summary>Who mended it, or null.</summary>
    public string? RemediedBy { get; private init; }

    /// <summary>The content that a correction is to show, or null.</summary>
    public ObjectionEvent.ContentSupplied? Supplied { get; private init; }

    /// <summary>The SHA-256 of the applicant's secret, or null.</summary>
    public string? SecretSha256 { get; private init; }

    /// <summary>When it was last shown again, or null.</summary>
    public DateTimeOffset? ResumedAt { get; private init; }

    /// <summary>What the verification found, or null.</summary>
    public ObjectionFinding? Finding { get; private init; }

    /// <summary>The remedy that the provider asked for, or null.</summary>
    public Remedy? RemedyAsked { get; private init; }

    /// <summary>Whether it was carried out.</summary>
    public bool Remedied { get; private init; }

    /// <summary>The id of the notice to the applicant, or null.</summary>
    public string? Notice { get; private init; }

    /// <summary>Whether the applicant took it back.</summary>
    public bool TakenBack { get; private init; }

    /// <summary>Duties not ended yet.</summary>
    public DutyBook Duties { get; private init; } = DutyBook.Empty;

    /// <summary>Whether the public page marks the information as objected to: while it is verified and shown (A11).</summary>
    public bool IsMarked => Phase is ObjectionPhase.Lodged or ObjectionPhase.UnderVerification && !Hidden;

    /// <summary>Whether whoever hid the information may show it again: its suspension has lost its ground.</summary>
    public bool MayResume => Hidden && (Suspension is null || TakenBack || Finding == ObjectionFinding.Rejected || (Remedied && RemedyAsked == Remedy.Correction));

    /// <summary>Its state.</summary>
    public ObjectionPhase Phase => this switch
    {
        { Lodging: null } => ObjectionPhase.Unknown,
        { TakenBack: true } => ObjectionPhase.Withdrawn,
        { Finding: null, ReceivedAt: null } => ObjectionPhase.Lodged,
        { Finding: null } => ObjectionPhase.UnderVerification,
        { Notice: null } or { MayResume: true } => ObjectionPhase.Verified,
        { Finding: ObjectionFinding.Upheld, Remedied: false } => ObjectionPhase.Verified,
        _ => ObjectionPhase.Closed,
    };

    /// <summary>The state after one more event.</summary>
    public static Objection Evolve(Objection state, ObjectionEvent happened)
    {
        var next = happened switch
        {
            ObjectionEvent.Lodged e => state with { Lodging = e with { Applicant = null } },
            ObjectionEvent.Forwarded e => state with { ForwardedAt = e.At },
            ObjectionEvent.Received e => state with { ReceivedAt = e.At, InternalDue = e.InternalDue },
            ObjectionEvent.SuspensionDecided e => state with { Suspension = e, SuspensionNotices = state.SuspensionNotices.Add(e.Notice) },
            ObjectionEvent.Hidden e => state with { Hidden = true, HiddenAt = e.At, HiddenBy = e.By },
            ObjectionEvent.SuspensionLifted e => state with { Suspension = null, SuspensionNotices = state.SuspensionNotices.Add(e.Notice) },
            ObjectionEvent.Resumed e => state with { Hidden = false, ResumedAt = e.At, ResumedBy = e.By, Suspension = null },
            ObjectionEvent.Verified e => state with { Finding = e.Finding },
            ObjectionEvent.RemedyAsked e => state with { RemedyAsked = e.Remedy },
            ObjectionEvent.Remedied e => state with { Remedied = true, RemediedBy = e.By },
            ObjectionEvent.ContentSupplied e => state with { Supplied = e with { Personal = null } },
            ObjectionEvent.SecretGiven e => state with { SecretSha256 = e.Sha256 },
            ObjectionEvent.ApplicantNotified e => state with { Notice = e.Notice },
            ObjectionEvent.Withdrawn => state with { TakenBack = true },
            _ => state,
        };
        return next with { Duties = state.Duties.After(happened) };
    }

    /// <summary>The state after a whole history.</summary>
    public static Objection Fold(IEnumerable<ObjectionEvent> history) => history.Aggregate(Initial, Evolve);
}
