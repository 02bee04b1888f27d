using System.Collections.Immutable;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.DualNotice;

/// <summary>The state of a notice: the fold of its events.</summary>
public sealed record Notice
{
    /// <summary>The state before the first event.</summary>
    public static Notice Initial { get; } = new();

    /// <summary>The registration; null before the first event.</summary>
    public Registration? About { get; private init; }

    /// <summary>The SHA-256 of the applicant's written commitment, lower-case hex, or null.</summary>
    public string? Commitment { get; private init; }

    /// <summary>Whether the applicant was told.</summary>
    public bool ApplicantTold { get; private init; }

    /// <summary>The approver that it is addressed to now, or null.</summary>
    public string? Approver { get; private init; }

    /// <summary>When it was addressed to that approver: by the push, or by its claim of what lay open; or null.</summary>
    public DateTimeOffset? AddressedAt { get; private init; }

    /// <summary>Whether it lies open for claiming.</summary>
    public bool Open { get; private init; }

    /// <summary>When the approver claimed it, or null.</summary>
    public DateTimeOffset? ClaimedAt { get; private init; }

    /// <summary>When the approver said that it was received, or null.</summary>
    public DateTimeOffset? AcknowledgedAt { get; private init; }

    /// <summary>Who sent it back last, or null.</summary>
    public string? ReturnedBy { get; private init; }

    /// <summary>Whether no approver was clear when it was to be pushed first.</summary>
    public bool Unclear { get; private init; }

    /// <summary>Whom the registrar confirmed by hand after that, or null.</summary>
    public string? Confirmed { get; private init; }

    /// <summary>The last completion of an approval or filing, or null.</summary>
    public NoticeEvent.Completed? Completion { get; private init; }

    /// <summary>Whether that completion's result was fed back.</summary>
    public bool ResultFedBack { get; private init; }

    /// <summary>Whether the enterprise has its approval or filing.</summary>
    public bool Licensed => Completion is { Outcome: ApprovalOutcome.Granted or ApprovalOutcome.Filed };

    /// <summary>Whether the tracking of an enterprise without approval has begun with this approver.</summary>
    public bool Tracked { get; private init; }

    /// <summary>The digests of the on-site checks fed back by this approver.</summary>
    public ImmutableSortedSet<string> Checks { get; private init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Duties not ended yet.</summary>
    public DutyBook Duties { get; private init; } = DutyBook.Empty;

    /// <summary>Where it stands.</summary>
    public NoticePhase Phase => this switch
    {
        { About: null } => NoticePhase.Unknown,
        { Gone: true } => NoticePhase.Deregistered,
        { Licensed: true, ResultFedBack: true, Duties.Open.IsEmpty: true } => NoticePhase.Finished,
        { Approver: not null, ClaimedAt: not null } => NoticePhase.Claimed,
        { Approver: not null } => NoticePhase.Pushed,
        { Open: true } => NoticePhase.OpenForClaim,
        { ReturnedBy: not null } => NoticePhase.Returned,
        { Unclear: true } => NoticePhase.AwaitsApprover,
        _ => NoticePhase.ApplicantTold,
    };

    private bool Gone { get; init; }

    /// <summary>The state after one more event.</summary>
    public static Notice Evolve(Notice state, NoticeEvent happened)
    {
        var next = happened switch
        {
            NoticeEvent.ApplicantTold e => state with { About = e.About, ApplicantTold = true, Commitment = e.Commitment },
            NoticeEvent.Pushed e => Unaddressed(state) with { About = e.About, Approver = e.To, AddressedAt = e.At },
            NoticeEvent.Published e => Unaddressed(state) with { About = e.About, Open = true },
            NoticeEvent.ApproverUnclear e => Unaddressed(state) with { About = e.About, Unclear = true },
            NoticeEvent.Claimed e => state with
            {
                Approver = e.By, AddressedAt = state.AddressedAt ?? e.At, ClaimedAt = e.At, Open = false,
            },
            NoticeEvent.Acknowledged e => state with { AcknowledgedAt = e.At },
            NoticeEvent.Returned e => Unaddressed(state) with { ReturnedBy = e.By },
            NoticeEvent.ApproverConfirmed e => state with { Confirmed = e.Approver },
            NoticeEvent.Completed e => state with { Completion = e, ResultFedBack = false },
            NoticeEvent.ResultFedBack => state with { ResultFedBack = true },
            NoticeEvent.CheckFedBack e => state with { Checks = state.Checks.Add(e.ResultDigest) },
            NoticeEvent.Deregistered => state with { Gone = true },
            _ => state,
        };
        return next with
        {
            Duties = state.Duties.After(happened),
            Tracked = next.Tracked || (happened.Opened ?? []).Any(duty => duty.Rule == NoticeDecider.Check),
        };
    }

    /// <summary>The state after a whole history.</summary>
    public static Notice Fold(IEnumerable<NoticeEvent> history) => history.Aggregate(Initial, Evolve);

    // What one approver did counts nothing for the next (A22).
    private static Notice Unaddressed(Notice state) => state with
    {
        Approver = null,
        AddressedAt = null,
        Open = false,
        ClaimedAt = null,
        AcknowledgedAt = null,
        ReturnedBy = null,
        Unclear = false,
        Confirmed = null,
        Tracked = false,
        Checks = state.Checks.Clear(),
    };
}
