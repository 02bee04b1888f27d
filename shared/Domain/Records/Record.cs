using System.Collections.Immutable;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Records;

/// <summary>The state of a record: the fold of its events.</summary>
public sealed record Record
{
    private static readonly ImmutableSortedSet<string> NoNames = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The state before the first event.</summary>
    public static Record Initial { get; } = new();

    /// <summary>Where it comes from; null before the first event.</summary>
    public RecordOrigin? Origin { get; private init; }

    /// <summary>The internal id of the enterprise; null while refused.</summary>
    public string? Subject { get; private init; }

    /// <summary>What is in force now, without personal data.</summary>
    public RecordContent? Content { get; private init; }

    /// <summary>The digest of what is in force now.</summary>
    public string? Digest { get; private init; }

    /// <summary>The channel that brought what is in force, as its provider declared it; null where the door of <see cref="Source"/> says it.</summary>
    public string? Channel { get; private init; }

    /// <summary>The batch that brought what is in force, or the stream of the case that corrected it; null while refused.</summary>
    public string? Source { get; private init; }

    /// <summary>Further channels that brought what is in force.</summary>
    public ImmutableSortedSet<string> Confirmed { get; private init; } = NoNames;

    /// <summary>What was kept of other content: channel and digest.</summary>
    public ImmutableSortedSet<string> Evidence { get; private init; } = NoNames;

    /// <summary>What the law makes of it.</summary>
    public Publicity Publicity { get; private init; }

    /// <summary>When it was collected, or null.</summary>
    public DateTimeOffset? CollectedAt { get; private init; }

    /// <summary>When the public first saw it, or null where it does not see it.</summary>
    public DateTimeOffset? PublishedAt { get; private init; }

    /// <summary>When its content was last corrected, or null.</summary>
    public DateTimeOffset? CorrectedAt { get; private init; }

    /// <summary>Duties not ended yet, by rule.</summary>
    public ImmutableDictionary<string, OpenedDuty> OpenDuties { get; private init; } = ImmutableDictionary<string, OpenedDuty>.Empty;

    /// <summary>Rules of which the debtor was reminded.</summary>
    public ImmutableHashSet<string> Reminded { get; private init; } = [];

    /// <summary>Rules whose last day was noted to have ended.</summary>
    public ImmutableHashSet<string> Overdue { get; private init; } = [];

    /// <summary>The cohort that keeps its time: the batch that collected it and its day of origin; null while refused.</summary>
    public string? Cohort { get; private init; }

    /// <summary>True where its provider left no time to publish it: collected after the last day for that, or declared public after the last day of publication (A2).</summary>
    public bool CollectedLate { get; private init; }

    /// <summary>The cases that hide it now, and since when.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> HiddenBy { get; private init; } =
        ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>When each case last stopped hiding it, by which a late repetition is known.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> ShownAgainBy { get; private init; } =
        ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>The uploads and cases that corrected it.</summary>
    public ImmutableSortedSet<string> CorrectedIn { get; private init; } = NoNames;

    /// <summary>The duty that stands still while it is hidden, and since when; null where none does.</summary>
    public (OpenedDuty Duty, DateOnly Since)? Paused { get; private init; }

    /// <summary>True where nothing can happen to it any more: taken back, or its display has ended.</summary>
    public bool Finished => Phase is RecordPhase.Withdrawn or RecordPhase.Expired;

    /// <summary>True while publication waits for the register to bring the subject.</summary>
    public bool AwaitsSubject => Phase is RecordPhase.HeldForReview or RecordPhase.Parked && !SubjectRegistered;

    /// <summary>True where its provider took it back by a declaration: what is sent again then is a new record. What a row revoked stays revoked.</summary>
    public bool MayComeAgain { get; private init; }

    /// <summary>By what it is known that something changed which others must hear of; null while nothing of it was taken.</summary>
    public string? FollowKey => Phase is RecordPhase.Unknown or RecordPhase.AwaitingCorrection ? null : Finished ? "ended" : Digest;

    /// <summary>The <see cref="FollowKey"/> that was followed up last, or null.</summary>
    public string? FollowedUp { get; private init; }

    private bool Refused { get; init; }

    private bool Reviewed { get; init; }

    private bool SubjectRegistered { get; init; }

    private bool Withdrawn { get; init; }

    private bool Expired { get; init; }

    /// <summary>Its legal state.</summary>
    public RecordPhase Phase => this switch
    {
        { Origin: null } => RecordPhase.Unknown,
        { Withdrawn: true } => RecordPhase.Withdrawn,
        { Refused: true } => RecordPhase.AwaitingCorrection,
        { Expired: true } => RecordPhase.Expired,
        { PublishedAt: not null, HiddenBy.Count: > 0 } => RecordPhase.Suspended,
        { PublishedAt: not null } => RecordPhase.Published,
        { Publicity: Publicity.CollectedOnly } => RecordPhase.CollectedOnly,
        { Reviewed: false } => RecordPhase.HeldForReview,
        { SubjectRegistered: false } => RecordPhase.Parked,
        { HiddenBy.Count: > 0 } => RecordPhase.Suspended,
        _ => RecordPhase.Collected,
    };

    /// <summary>The state after one more event.</summary>
    public static Record Evolve(Record state, RecordEvent happened)
    {
        var next = happened switch
        {
            RecordEvent.Refused e => state with { Origin = e.Origin, Content = e.Content, Refused = true },
            RecordEvent.Collected e => state with
            {
                Origin = e.Origin,
                Subject = e.Subject,
                Content = e.Content,
                Digest = e.Digest,
                Channel = e.Channel,
                Source = e.MendedBy ?? e.Origin.Batch,
                Publicity = e.Publicity,
                Reviewed = e.Reviewed,
                SubjectRegistered = e.SubjectRegistered,
                CollectedAt = e.At,
                Cohort = Cohorts.Id(e.MendedBy ?? e.Origin.Batch, e.Content.GeneratedOn!.Value),
                CollectedLate = (e.Closed ?? []).Any(duty => duty is { Outcome: DutyOutcome.Late, Rule: not RecordDuties.Mending }),
                Refused = false,
            },
            RecordEvent.SecrecyReviewed => state with { Reviewed = true },
            RecordEvent.Joined => state with { SubjectRegistered = true },
            RecordEvent.Published e => state with { PublishedAt = e.At },
            RecordEvent.Corrected e => Correct(state, e),
            RecordEvent.EvidenceKept { Content: null } e => state with { Confirmed = state.Confirmed.Add(e.Channel) },
            RecordEvent.EvidenceKept e => state with { Evidence = state.Evidence.Add(ChannelAuthority.EvidenceOf(e.Channel, e.Digest)) },
            RecordEvent.Withdrawn e => state with { Withdrawn = true, Paused = null, MayComeAgain = e.Reason != RecordDecider.Revoked },
            RecordEvent.Suspended e => Hide(state, e),
            RecordEvent.Resumed e => state with
            {
                HiddenBy = state.HiddenBy.Remove(e.Case),
                ShownAgainBy = state.ShownAgainBy.SetItem(e.Case, e.At),
                Paused = e.Opened is null ? state.Paused : null,
                Reminded = state.Reminded.Except((e.Opened ?? []).Select(duty => duty.Rule)),
            },
            RecordEvent.Expired => state with { Expired = true },
            RecordEvent.FollowedUp e => state with { FollowedUp = e.Standing },
            RecordEvent.Reminded e => state with { Reminded = state.Reminded.Add(e.Rule) },
            RecordEvent.FellOverdue e => state with { Overdue = state.Overdue.Add(e.Rule) },
            _ => state,
        };
        var duties = next.OpenDuties;
        foreach (var duty in happened.Opened ?? [])
            if (!Ends(happened, duty.Rule)) duties = duties.SetItem(duty.Rule, duty);
        foreach (var duty in happened.Closed ?? []) duties = duties.Remove(duty.Rule);
        return ReferenceEquals(duties, next.OpenDuties) ? next : next with { OpenDuties = duties };
    }

    // What begins and ends at once was never open.
    private static bool Ends(RecordEvent happened, string rule)
    {
        foreach (var duty in happened.Closed ?? [])
            if (duty.Rule == rule) return true;
        return false;
    }

    // What a suspension closes is the duty that it pauses.
    private static Record Hide(Record state, RecordEvent.Suspended e) => state with
    {
        HiddenBy = state.HiddenBy.ContainsKey(e.Case) ? state.HiddenBy : state.HiddenBy.Add(e.Case, e.At),
        Paused = (e.Closed ?? []).Select(duty => state.OpenDuties.GetValueOrDefault(duty.Rule)).FirstOrDefault() is { } paused
            ? (paused, LegalZone.DayOf(e.At))
            : state.Paused,
    };

    private static Record Correct(Record state, RecordEvent.Corrected e) => state with
    {
        CorrectedIn = state.CorrectedIn.Add(e.Batch),
        Paused = e.Publicity == Publicity.CollectedOnly ? null : state.Paused,
        Content = e.Content,
        Digest = e.Digest,
        Channel = e.Channel,
        Source = e.Batch,
        Confirmed = NoNames,
        CorrectedAt = e.At,
        Publicity = e.Publicity ?? state.Publicity,
        PublishedAt = e.Publicity == Publicity.CollectedOnly ? null : state.PublishedAt,
        // 界政办〔2020〕5号 五(二): a provider that says the review is not done after all holds back what is not public yet.
        Reviewed = state.Reviewed && (state.PublishedAt is not null || e.Content.SecrecyReviewed != false),
        CollectedLate = state.CollectedLate || (e.Opened ?? []).Any(duty => e.At >= LegalZone.EndOf(duty.Due)),
        Reminded = state.Reminded.Except((e.Opened ?? []).Select(duty => duty.Rule)),
        Overdue = state.Overdue.Except((e.Opened ?? []).Select(duty => duty.Rule)),
    };

    /// <summary>The state after a whole history.</summary>
    public static Record Fold(IEnumerable<RecordEvent> history) => history.Aggregate(Initial, Evolve);
}
