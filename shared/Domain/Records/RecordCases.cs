using EntCredit.Domain.Calendar;
using EntCredit.Domain.Events;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Records;

/// <summary>What cases do to a record's display: part of <see cref="RecordDecider"/>.</summary>
internal static class RecordCases
{
    /// <summary>The reason of a publication duty that stands still.</summary>
    public const string PausedReason = "paused";

    /// <summary>信息提供单位可以根据需要,决定是否暂停公示相关信息 (J 五(七)). Each case hides for itself.</summary>
    public static Decision<RecordEvent> Suspend(RecordCommand.Suspend suspend, Record state, RecordRules rules)
    {
        if (state.HiddenBy.ContainsKey(suspend.Case)) return Decision<RecordEvent>.Nothing;
        if (state.ShownAgainBy.TryGetValue(suspend.Case, out var shown) && suspend.At <= shown) return Decision<RecordEvent>.Nothing;

        // A7: 20 is absolute unless an article pauses it; a period that has ended is paused no more.
        var pauses = rules.Profile.Suspension.PublicationClock == ClockEffect.Pause
            && state.OpenDuties.TryGetValue(RecordDuties.Publication, out var duty)
            && suspend.At < LegalZone.EndOf(rules.Today(duty).Due);
        return Decision<RecordEvent>.Of(new RecordEvent.Suspended(suspend.At, suspend.By, suspend.Case)
        {
            Closed = pauses ? [new ClosedDuty(RecordDuties.Publication, DutyOutcome.Cancelled, PausedReason)] : null,
        });
    }

    /// <summary>The last case that ends shows it again; what remained of a paused period resumes then.</summary>
    public static Decision<RecordEvent> Resume(RecordCommand.Resume resume, Record state, RecordRules rules)
    {
        if (!state.HiddenBy.TryGetValue(resume.Case, out var since) || resume.At < since) return Decision<RecordEvent>.Nothing;
        var last = state.HiddenBy.Count == 1;
        return Decision<RecordEvent>.Of(new RecordEvent.Resumed(resume.At, resume.By, resume.Case)
        {
            Opened = last && state.Paused is var (duty, from)
                ? [Duties.Resume(rules.Calendar, rules.Today(duty), new Pause(from, LegalZone.DayOf(resume.At)))]
                : null,
        });
    }

    /// <summary>A27: counted from the day on which the public first saw it; nothing where nothing limits the display, or its last day has not ended.</summary>
    public static Decision<RecordEvent> Expire(RecordCommand.Expire expire, Record state, RecordRules rules)
    {
        if (state.PublishedAt is not { } published || rules.Profile.DisplayOf(state.Origin!.Item, null) is not { } display)
            return Decision<RecordEvent>.Nothing;
        var end = Deadlines.Compute(rules.Calendar, display.AtMost, LegalZone.DayOf(published));
        return expire.At < end.DueInstant
            ? Decision<RecordEvent>.Nothing
            : Decision<RecordEvent>.Of(new RecordEvent.Expired(expire.At, end.Due)
            {
                Closed = state.OpenDuties.IsEmpty
                    ? null
                    : [.. state.OpenDuties.Values.OrderBy(duty => duty.Rule, StringComparer.Ordinal)
                        .Select(duty => new ClosedDuty(duty.Rule, DutyOutcome.Cancelled, "expired"))],
            });
    }
}
