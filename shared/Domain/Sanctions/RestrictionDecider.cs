using EntCredit.Domain.Errors;
using EntCredit.Domain.Events;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Sanctions;

/// <summary>
/// The rules of a restriction (湘商改〔2016〕7号 第九条): a pure function of command, state and the jurisdiction's rules.
/// It knows nothing of a sanction's delivery: its clock and the receipt's are two, and neither starts the other (A20).
/// </summary>
public static class RestrictionDecider
{
    /// <summary>Feedback on the restriction.</summary>
    public const string Feedback = "T13";

    /// <summary>What follows from a command. A repeated command gives no events.</summary>
    public static Decision<RestrictionEvent> Decide(RestrictionCommand command, Restriction state, CaseRules rules) => (command, state.Phase) switch
    {
        (RestrictionCommand.Decide decide, RestrictionPhase.Unknown) => DecideToRestrict(decide, rules),
        (RestrictionCommand.Decide, _) => Decision<RestrictionEvent>.Nothing,
        (RestrictionCommand.NoteOverdue note, _) => new(
            [.. state.Duties.FallenBy(note.At).Select(duty => new RestrictionEvent.FellOverdue(note.At, duty.Rule, duty.Debtor, duty.Due))], null),
        (_, RestrictionPhase.Unknown) => Impossible(SanctionErrors.Unknown),

        (RestrictionCommand.FeedBack feedBack, _) when feedBack.By != state.Decision!.By => Impossible(SanctionErrors.NotYours),
        (RestrictionCommand.FeedBack feedBack, _) when feedBack.ResultDigest == state.Feedback?.ResultDigest => Decision<RestrictionEvent>.Nothing,
        (RestrictionCommand.FeedBack, _) when state.Feedback is not null => Impossible(SanctionErrors.AlreadyFedBack),
        (RestrictionCommand.FeedBack, RestrictionPhase.Lifted) => Impossible(SanctionErrors.AlreadyLifted),
        (RestrictionCommand.FeedBack feedBack, _) => Decision<RestrictionEvent>.Of(new RestrictionEvent.FedBack(
            feedBack.At,
            feedBack.By,
            feedBack.ResultDigest,
            rules.Profile.Sanctions?.FeedbackTo,
            rules.Profile.Sanctions?.FeedbackPublished == true)
        {
            Closed = state.Duties.Keep(Feedback, feedBack.At),
        }),

        (RestrictionCommand.Lift, RestrictionPhase.Lifted) => Decision<RestrictionEvent>.Nothing,
        (RestrictionCommand.Lift lift, _) => Decision<RestrictionEvent>.Of(new RestrictionEvent.Lifted(lift.At, lift.Reason)
        {
            Closed = state.Duties.End(lift.At, "lifted"),
        }),
        _ => Decision<RestrictionEvent>.Nothing,
    };

    /// <summary>使用省部门协同监管平台于做出限制决定之日起15个工作日内反馈执行限制情况 (H 第九条).</summary>
    private static Decision<RestrictionEvent> DecideToRestrict(RestrictionCommand.Decide decide, CaseRules rules)
    {
        if (rules.Profile.Sanctions is not { } rule) return Impossible(SanctionErrors.NotHere);
        if (!CaseRules.CanBe(decide.DecidedOn, decide.At)) return Impossible(SanctionErrors.DayImpossible);
        if (decide.Persons.Count > 0 && !rule.PersonsToo) return Impossible(SanctionErrors.PersonsNotCovered);
        return Decision<RestrictionEvent>.Of(
            new RestrictionEvent.Decided(decide.At, decide.By, decide.Target, decide.Sanction, decide.DecidedOn, decide.Measure)
            {
                Persons = decide.Persons.Count == 0 ? null : decide.Persons,
                Opened = rules.Open(ClockKind.SanctionFeedback, decide.By, decide.DecidedOn),
            });
    }

    private static Decision<RestrictionEvent> Impossible(ErrorDefinition error) => Decision<RestrictionEvent>.Impossible(error);
}
