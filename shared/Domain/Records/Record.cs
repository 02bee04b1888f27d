using System.Collections.Immutable;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Records;

/// <summary>The state of a record: the fold of its events.</summary>
public sealed record Record
{
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

    /// <summary>True while publication waits for the register to bring the subject.</summary>
    public bool AwaitsSubject => Phase is RecordPhase.HeldForReview or RecordPhase.Parked && !SubjectRegistered;

    /// <summary>True where its provider took it back by a declaration: what is sent again then is a new record. What a row revoked stays revoked.</summary>
    public bool MayComeAgain { get; private init; }

    private bool Refused { get; init; }

    private bool Reviewed { get; init; }

    private bool SubjectRegistered { get; init; }

    private bool Withdrawn { get; init; }

    /// <summary>Its legal state.</summary>
    public RecordPhase Phase => this switch
    {
        { Origin: null } => RecordPhase.Unknown,
        { Withdrawn: true } => RecordPhase.Withdrawn,
        { Refused: true } => RecordPhase.AwaitingCorrection,
        { PublishedAt: not null } => RecordPhase.Published,
        { Publicity: Publicity.CollectedOnly } => RecordPhase.CollectedOnly,
        { Reviewed: false } => RecordPhase.HeldForReview,
        { SubjectRegistered: false } => RecordPhase.Parked,
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
            RecordEvent.Withdrawn e => state with { Withdrawn = true, MayComeAgain = e.Reason != RecordDecider.Revoked },
            RecordEvent.Reminded e => state with { Reminded = state.Reminded.Add(e.Rule) },
            RecordEvent.FellOverdue e => state with { Overdue = state.Overdue.Add(e.Rule) },
            _ => state,
        };
        return next with
        {
            OpenDuties = next.OpenDuties
                .SetItems((happened.Opened ?? []).Select(duty => KeyValuePair.Create(duty.Rule, duty)))
                .RemoveRange((happened.Closed ?? []).Select(duty => duty.Rule)),
        };
    }

    private static Record Correct(Record state, RecordEvent.Corrected e) => state with
    {
        Content = e.Content,
        Digest = e.Digest,
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
