using EntCredit.Domain.Events;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Records;

/// <summary>The rules of a record's life: a pure function of command, state and the jurisdiction's rules.</summary>
public static class RecordDecider
{
    /// <summary>The reason of a withdrawal by a row that says 撤销 or 无效.</summary>
    public const string Revoked = "provider-revoked";

    /// <summary>What follows from a command. A repeated command gives no events.</summary>
    public static Decision<RecordEvent> Decide(RecordCommand command, Record state, RecordRules rules) => (command, state.Phase) switch
    {
        (RecordCommand.Refuse refuse, RecordPhase.Unknown) => Refuse(refuse, rules),
        (RecordCommand.Refuse, _) => Decision<RecordEvent>.Nothing,

        // 谁产生、谁提供、谁负责: nobody mends, corrects or takes back another's record.
        (RecordCommand.Take take, not RecordPhase.Unknown) when take.Origin.Provider != state.Origin!.Provider =>
            Decision<RecordEvent>.Impossible(RecordErrors.NotProvider),
        (RecordCommand.Take take, RecordPhase.Unknown or RecordPhase.AwaitingCorrection) when !RecordDuties.IsDated(take.Content, take.At) =>
            Decision<RecordEvent>.Impossible(RecordErrors.Undated),
        (RecordCommand.Take { Content.Status: ContentStatus.Revoked } take, RecordPhase.Unknown or RecordPhase.AwaitingCorrection) =>
            TakeRevoked(take, state, rules),
        (RecordCommand.Take take, RecordPhase.Unknown or RecordPhase.AwaitingCorrection) => Decision<RecordEvent>.Of(Collect(take, state, rules)),
        (RecordCommand.Take { Content.Status: ContentStatus.Revoked }, RecordPhase.Withdrawn) => Decision<RecordEvent>.Nothing,
        (RecordCommand.Take take, RecordPhase.Withdrawn) when take.Digest == state.Digest => Decision<RecordEvent>.Nothing,
        (RecordCommand.Take, RecordPhase.Withdrawn) => Decision<RecordEvent>.Impossible(RecordErrors.AlreadyWithdrawn),
        (RecordCommand.Take take, RecordPhase.Expired) when take.Digest == state.Digest => Decision<RecordEvent>.Nothing,
        (RecordCommand.Take take, _) when ChannelAuthority.Outranking(take, state, rules) is not null => ChannelAuthority.Keep(take, state, rules),
        (RecordCommand.Take { Content.Status: ContentStatus.Revoked } take, _) =>
            Decision<RecordEvent>.Of(Withdraw(state, take.At, take.Origin.Provider, Revoked)),
        (RecordCommand.Take, RecordPhase.Expired) => Decision<RecordEvent>.Impossible(RecordErrors.AlreadyExpired),
        (RecordCommand.Take take, _) when !RecordDuties.IsDated(take.Content, take.At) => Decision<RecordEvent>.Impossible(RecordErrors.Undated),
        (RecordCommand.Take take, _) => TakeAgain(take, state, rules),

        (_, RecordPhase.Unknown) => Decision<RecordEvent>.Impossible(RecordErrors.Unknown),

        (RecordCommand.DeclareReviewed declare, _) when declare.By != state.Origin!.Provider =>
            Decision<RecordEvent>.Impossible(RecordErrors.NotProvider),
        (RecordCommand.DeclareReviewed declare, RecordPhase.HeldForReview) =>
            Decision<RecordEvent>.Of(new RecordEvent.SecrecyReviewed(declare.At, declare.By)),
        (RecordCommand.DeclareReviewed, RecordPhase.AwaitingCorrection) => Decision<RecordEvent>.Impossible(RecordErrors.StillRefused),
        (RecordCommand.DeclareReviewed, _) => Decision<RecordEvent>.Nothing,

        (RecordCommand.Join join, _) when state.AwaitsSubject => Decision<RecordEvent>.Of(new RecordEvent.Joined(join.At)),
        (RecordCommand.Join, _) => Decision<RecordEvent>.Nothing,

        (RecordCommand.Publish publish, RecordPhase.Collected) => Decision<RecordEvent>.Of(Publish(publish, state, rules)),
        (RecordCommand.Publish, RecordPhase.Published) => Decision<RecordEvent>.Nothing,
        (RecordCommand.Publish, RecordPhase.Suspended) when state.PublishedAt is not null => Decision<RecordEvent>.Nothing,
        (RecordCommand.Publish, RecordPhase.AwaitingCorrection) => Decision<RecordEvent>.Impossible(RecordErrors.StillRefused),
        (RecordCommand.Publish, _) => Decision<RecordEvent>.Impossible(RecordErrors.NotPublishable),

        (RecordCommand.Withdraw withdraw, _) when withdraw.By != state.Origin!.Provider =>
            Decision<RecordEvent>.Impossible(RecordErrors.NotProvider),
        (RecordCommand.Withdraw, RecordPhase.Withdrawn) => Decision<RecordEvent>.Nothing,
        (RecordCommand.Withdraw withdraw, _) => Decision<RecordEvent>.Of(Withdraw(state, withdraw.At, withdraw.By, withdraw.Reason)),

        (RecordCommand.MendElsewhere mend, _) when mend.By != state.Origin!.Provider => Decision<RecordEvent>.Impossible(RecordErrors.NotProvider),
        (RecordCommand.MendElsewhere mend, RecordPhase.AwaitingCorrection) => Decision<RecordEvent>.Of(MendedElsewhere(mend, state, rules)),
        (RecordCommand.MendElsewhere, _) => Decision<RecordEvent>.Nothing,

        (RecordCommand.Expire expire, RecordPhase.Published or RecordPhase.Suspended) => RecordCases.Expire(expire, state, rules),
        (RecordCommand.Expire, _) => Decision<RecordEvent>.Nothing,

        // What is shown no more has nothing to hide, to show or to correct.
        (RecordCommand.Suspend or RecordCommand.Resume or RecordCommand.Amend, _) when state.Finished => Decision<RecordEvent>.Nothing,
        (RecordCommand.Suspend or RecordCommand.Resume or RecordCommand.Amend, RecordPhase.AwaitingCorrection) =>
            Decision<RecordEvent>.Impossible(RecordErrors.StillRefused),
        (RecordCommand.Suspend suspend, _) => RecordCases.Suspend(suspend, state, rules),
        (RecordCommand.Resume resume, _) => RecordCases.Resume(resume, state, rules),
        (RecordCommand.Amend amend, _) when state.CorrectedIn.Contains(amend.Case) => Decision<RecordEvent>.Nothing,
        (RecordCommand.Amend amend, _) when !RecordDuties.IsDated(amend.Content, amend.At) => Decision<RecordEvent>.Impossible(RecordErrors.Undated),
        (RecordCommand.Amend { Content.Status: ContentStatus.Revoked } amend, _) =>
            Decision<RecordEvent>.Of(Withdraw(state, amend.At, state.Origin!.Provider, amend.Case)),
        (RecordCommand.Amend amend, _) => Decision<RecordEvent>.Of(Correct(amend.At, amend.By, amend.Case, amend.Content, amend.Digest, state, rules)),

        (RecordCommand.Remind remind, _) => Remind(remind, state, rules),
        (RecordCommand.NoteOverdue note, _) => NoteOverdue(note, state, rules),
        _ => Decision<RecordEvent>.Nothing,
    };

    private static Decision<RecordEvent> Refuse(RecordCommand.Refuse refuse, RecordRules rules)
    {
        return Decision<RecordEvent>.Of(new RecordEvent.Refused(refuse.At, refuse.Origin, refuse.Content.WithoutPersonal(), refuse.Findings)
        {
            Personal = PersonalOf(refuse.Content),
            Opened = RecordDuties.OfRefusal(refuse.Origin.Provider, refuse.Content, refuse.At, rules),
        });
    }

    private static RecordEvent.Collected Collect(RecordCommand.Take take, Record state, RecordRules rules)
    {
        var mends = state.Phase == RecordPhase.AwaitingCorrection;
        var origin = mends ? state.Origin! : take.Origin;
        var publicity = RecordDuties.PublicityOf(take.Content, rules.Profile);
        var opened = RecordDuties.OfCollection(origin.Provider, take.Content, rules);

        var (opens, closes) = state.OpenDuties.IsEmpty ? DutiesOf(opened, take.At, rules) : DutiesOfMended(opened, state, take.At, rules);
        return new RecordEvent.Collected(
            take.At,
            origin,
            take.Subject,
            take.Content.WithoutPersonal(),
            take.Digest,
            publicity,
            rules.Profile.SecrecyReview.IsDone(take.ProviderLevel, take.Content.SecrecyReviewed ?? take.ReviewDeclared),
            take.SubjectRegistered,
            mends ? take.Origin.Batch : null)
        {
            Channel = take.Channel,
            Personal = PersonalOf(take.Content),
            Opened = opens,
            Closed = closes,
        };
    }

    /// <summary>What a row that was never refused owes, of which the collection is kept by its coming.</summary>
    private static (IReadOnlyList<OpenedDuty> Opened, IReadOnlyList<ClosedDuty> Closed) DutiesOf(IReadOnlyList<OpenedDuty> opened, DateTimeOffset at, RecordRules rules)
    {
        var closed = new List<ClosedDuty>(1);
        foreach (var duty in opened)
            if (duty.Rule != RecordDuties.Publication) closed.Add(Duties.Keep(rules.Today(duty), at));
        return (opened, closed);
    }

    private static (IReadOnlyList<OpenedDuty> Opened, IReadOnlyList<ClosedDuty> Closed) DutiesOfMended(
        IReadOnlyList<OpenedDuty> opened, Record state, DateTimeOffset at, RecordRules rules)
    {
        // A refused row's own collection duty goes on: it was opened with the refusal, and its first due day stands.
        var collection = opened.Where(duty => duty.Rule != RecordDuties.Publication)
            .Select(duty => state.OpenDuties.GetValueOrDefault(duty.Rule, duty));
        var kept = collection.Concat(state.OpenDuties.Values.Where(duty => duty.Rule == RecordDuties.Mending)).ToList();

        // What the refused row seemed to owe by a day or kind that the mended one does not bear out was never owed.
        var seeming = state.OpenDuties.Values.ExceptBy(kept.Select(duty => duty.Rule), duty => duty.Rule).OrderBy(duty => duty.Rule, StringComparer.Ordinal);
        return (
            [.. opened.Where(duty => !state.OpenDuties.ContainsKey(duty.Rule))],
            [
                .. kept.Select(duty => Duties.Keep(rules.Today(duty), at)),
                .. seeming.Select(duty => new ClosedDuty(duty.Rule, DutyOutcome.Cancelled, "not-owed")),
            ]);
    }

    /// <summary>A first row that already says 撤销: collected, so that the duty to give it is kept, and withdrawn at once.</summary>
    private static Decision<RecordEvent> TakeRevoked(RecordCommand.Take take, Record state, RecordRules rules)
    {
        var collected = Collect(take, state, rules);
        return Decision<RecordEvent>.Of(
            collected, Withdraw(Record.Evolve(state, collected), take.At, take.Origin.Provider, Revoked));
    }

    private static Decision<RecordEvent> TakeAgain(RecordCommand.Take take, Record state, RecordRules rules)
    {
        var events = new List<RecordEvent>(2);
        if (take.Digest != state.Digest)
            events.Add(Correct(take.At, take.Origin.Provider, take.Origin.Batch, take.Content, take.Digest, state, rules) with { Channel = take.Channel });
        else
            events.AddRange(ChannelAuthority.Keep(take, state, rules).Events);
        if (events.Aggregate(state, Record.Evolve).Phase == RecordPhase.HeldForReview && (take.Content.SecrecyReviewed ?? take.ReviewDeclared) == true)
            events.Add(new RecordEvent.SecrecyReviewed(take.At, take.Origin.Provider));
        return new Decision<RecordEvent>(events, null);
    }

    /// <summary>
    /// P1: what is corrected into what the law does not publish leaves the public and owes no publication;
    /// what becomes public owes it from 信息产生之日, as if it had always been (A1, A2).
    /// </summary>
    private static RecordEvent.Corrected Correct(
        DateTimeOffset at, string by, string batch, RecordContent content, string digest, Record state, RecordRules rules)
    {
        var publicity = RecordDuties.PublicityOf(content, rules.Profile);
        var corrected = new RecordEvent.Corrected(at, by, batch, content.WithoutPersonal(), digest) { Personal = PersonalOf(content) };
        if (publicity == state.Publicity) return corrected;
        return publicity == Publicity.Published
            ? corrected with
            {
                Publicity = publicity,
                Opened = RecordDuties.OfPublication(content, rules) is { } duty ? [duty] : null,
            }
            : corrected with
            {
                Publicity = publicity,
                Closed = state.OpenDuties.ContainsKey(RecordDuties.Publication)
                    ? [new ClosedDuty(RecordDuties.Publication, DutyOutcome.Cancelled, "not-public")]
                    : null,
            };
    }

    private static RecordEvent.Published Publish(RecordCommand.Publish publish, Record state, RecordRules rules) => new(publish.At)
    {
        // A2: the 20 working days are absolute; a collection after the 7th is named as the cause of a late publication.
        Closed = [.. state.OpenDuties.Values.Where(duty => duty.Rule == RecordDuties.Publication)
            .Select(duty => Duties.Keep(rules.Today(duty), publish.At, state.CollectedLate ? "upstream-late" : null))],
    };

    /// <summary>A28: what is withdrawn owes nothing more, and that is no breach.</summary>
    private static RecordEvent.Withdrawn Withdraw(Record state, DateTimeOffset at, string by, string reason) => new(at, by, reason)
    {
        Closed = [.. state.OpenDuties.Values.OrderBy(duty => duty.Rule, StringComparer.Ordinal)
            .Select(duty => new ClosedDuty(duty.Rule, DutyOutcome.Cancelled, "withdrawn"))],
    };

    /// <summary>
    /// The mending is kept by the row that corrected the collected record; what the refused row seemed to owe of the collection is that record's, never a second time.
    /// </summary>
    private static RecordEvent.Withdrawn MendedElsewhere(RecordCommand.MendElsewhere mend, Record state, RecordRules rules) =>
        new(mend.At, mend.By, "mended-in:" + mend.Record)
        {
            Closed = [.. state.OpenDuties.Values.OrderBy(duty => duty.Rule, StringComparer.Ordinal).Select(duty => duty.Rule == RecordDuties.Mending
                ? Duties.Keep(rules.Today(duty), mend.At)
                : new ClosedDuty(duty.Rule, DutyOutcome.Cancelled, "not-owed"))],
        };

    private static Decision<RecordEvent> Remind(RecordCommand.Remind remind, Record state, RecordRules rules) =>
        state.OpenDuties.GetValueOrDefault(remind.Rule) is { } opened
            && rules.Today(opened) is var duty
            && !state.Reminded.Contains(remind.Rule)
            && remind.At < Calendar.LegalZone.EndOf(duty.Due)
            ? Decision<RecordEvent>.Of(new RecordEvent.Reminded(remind.At, duty.Rule, duty.Debtor, duty.Due))
            : Decision<RecordEvent>.Nothing;

    private static Decision<RecordEvent> NoteOverdue(RecordCommand.NoteOverdue note, Record state, RecordRules rules) => new(
        [.. state.OpenDuties.Values.Select(rules.Today)
            .Where(duty => note.At >= Calendar.LegalZone.EndOf(duty.Due) && !state.Overdue.Contains(duty.Rule))
            .OrderBy(duty => duty.Rule, StringComparer.Ordinal)
            .Select(duty => new RecordEvent.FellOverdue(note.At, duty.Rule, duty.Debtor, duty.Due))],
        null);

    private static IReadOnlyDictionary<string, string>? PersonalOf(RecordContent content) => content.Personal.Count == 0 ? null : content.Personal;
}
