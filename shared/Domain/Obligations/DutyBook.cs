using System.Collections.Immutable;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Events;

namespace EntCredit.Domain.Obligations;

/// <summary>The duties of one case that have not ended, and those of them whose last day was noted to have ended. One rule is open at most once in a case.</summary>
public sealed record DutyBook
{
    private static readonly ImmutableSortedDictionary<string, OpenedDuty> None =
        ImmutableSortedDictionary.Create<string, OpenedDuty>(StringComparer.Ordinal);

    /// <summary>No duty.</summary>
    public static DutyBook Empty { get; } = new();

    /// <summary>Duties not ended yet, by rule.</summary>
    public ImmutableSortedDictionary<string, OpenedDuty> Open { get; private init; } = None;

    /// <summary>Rules of open duties whose last day was noted to have ended.</summary>
    public ImmutableSortedSet<string> Overdue { get; private init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The book after one more fact of the case. What one fact both opens and closes has been open for no time.</summary>
    public DutyBook After(DomainEvent happened)
    {
        var closed = (happened.Closed ?? []).Select(duty => duty.Rule).ToList();
        var opened = happened.Opened ?? [];
        return this with
        {
            Open = Open.SetItems(opened.Select(duty => KeyValuePair.Create(duty.Rule, duty))).RemoveRange(closed),
            Overdue = happened is IFellOverdue overdue
                ? Overdue.Add(overdue.Rule)
                : Overdue.Except(closed.Concat(opened.Select(duty => duty.Rule))),
        };
    }

    /// <summary>The end of a rule's duty, kept at an instant; nothing where none is open.</summary>
    public IReadOnlyList<ClosedDuty>? Keep(string rule, DateTimeOffset at, string? lateReason = null) =>
        Open.TryGetValue(rule, out var duty) ? [Duties.Keep(duty, at, lateReason)] : null;

    /// <summary>The end of some duties, or of all, for a reason that is neither keeping nor breaking.</summary>
    public IReadOnlyList<ClosedDuty>? End(DateTimeOffset at, string reason, params string[] rules)
    {
        List<ClosedDuty> ended = [.. Open.Values
            .Where(duty => rules.Length == 0 || rules.Contains(duty.Rule))
            .Select(duty => End(duty, at, reason))];
        return ended.Count == 0 ? null : ended;
    }

    /// <summary>The open duties whose last day has ended by an instant and was not noted yet.</summary>
    public IEnumerable<OpenedDuty> FallenBy(DateTimeOffset at) =>
        Open.Values.Where(duty => at >= LegalZone.EndOf(duty.Due) && !Overdue.Contains(duty.Rule));

    // A28 cancels what ended before its last day; a breach that already happened is not undone by the end of its case.
    private static ClosedDuty End(OpenedDuty duty, DateTimeOffset at, string reason) => at < LegalZone.EndOf(duty.Due)
        ? new ClosedDuty(duty.Rule, DutyOutcome.Cancelled, reason)
        : new ClosedDuty(duty.Rule, DutyOutcome.Late, reason + "-after-due");
}
