using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Events;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Objections;

/// <summary>The rules of an objection (界政办〔2020〕5号 五(七); 湘商改〔2016〕7号 第十八条): a pure function of command, state and the jurisdiction's rules.</summary>
public static class ObjectionDecider
{
    /// <summary>Verification and notice to the applicant.</summary>
    public const string Verification = "T14";

    /// <summary>What follows from a command. A repeated command gives no events.</summary>
    public static Decision<ObjectionEvent> Decide(ObjectionCommand command, Objection state, CaseRules rules) => (command, state.Phase) switch
    {
        (ObjectionCommand.Lodge lodge, ObjectionPhase.Unknown) => Lodge(lodge, rules),
        (ObjectionCommand.Lodge, _) => Decision<ObjectionEvent>.Nothing,
        (ObjectionCommand.NoteOverdue note, _) => NoteOverdue(note, state),
        (_, ObjectionPhase.Unknown) => Impossible(ObjectionErrors.Unknown),

        (ObjectionCommand.Forward forward, _) => Forward(forward, state, rules),
        (ObjectionCommand.Receive receive, _) => Receive(receive, state, rules),
        (ObjectionCommand.DecideSuspension decide, _) => DecideSuspension(decide, state, rules),
        (ObjectionCommand.Hide hide, _) => Hide(hide, state, rules),
        (ObjectionCommand.LiftSuspension lift, _) => LiftSuspension(lift, state, rules),
        (ObjectionCommand.Resume resume, _) => Resume(resume, state, rules),
        (ObjectionCommand.Verify verify, _) => Verify(verify, state),
        (ObjectionCommand.AskRemedy ask, _) => AskRemedy(ask, state, rules),
        (ObjectionCommand.CarryOutRemedy carryOut, _) => CarryOutRemedy(carryOut, state, rules),
        (ObjectionCommand.NotifyApplicant notify, _) => Notify(notify, state),
        (ObjectionCommand.Withdraw withdraw, _) => Withdraw(withdraw, state),
        _ => Decision<ObjectionEvent>.Nothing,
    };

    /// <summary>
    /// 可以向市场监管部门或信息提供单位提出书面异议申请,并提供相关证明材料 (J 五(七)); 可以向提供该数据的机关反映,并提供相关书面材料 (H 第十八条).
    /// </summary>
    private static Decision<ObjectionEvent> Lodge(ObjectionCommand.Lodge lodge, CaseRules rules)
    {
        var rule = rules.Profile.Objections;
        if (!rule.LodgedWith.Any(role => Takes(lodge.With, role, lodge.About, rules))) return Impossible(ObjectionErrors.WrongAddressee);
        if (rule.WrittenWithEvidence && (lodge.GroundsDigest.Length == 0 || lodge.Evidence.Count == 0))
            return Impossible(ObjectionErrors.EvidenceMissing);

        // A10: the same content again is a case only with new evidence; it is linked to the one before and suspends nothing by itself.
        if (rule.RepeatNeedsNewEvidence && lodge.Prior?.IsRepeatedBy(lodge.GroundsDigest, lodge.Evidence) == true)
            return Impossible(ObjectionErrors.NothingNew);

        var lodged = new ObjectionEvent.Lodged(lodge.At, lodge.About, lodge.With, lodge.GroundsDigest, lodge.Evidence, lodge.Prior?.Case)
        {
            Applicant = lodge.Applicant,
        };
        List<ObjectionEvent> events = [lodged];
        if (lodge.SecretSha256 is { } secret) events.Add(new ObjectionEvent.SecretGiven(lodge.At, secret));
        if (lodge.With == lodge.About.Provider) events.Add(Received(lodge.At, lodge.About.Provider, rules));
        return new Decision<ObjectionEvent>(events, null);
    }

    private static Decision<ObjectionEvent> Forward(ObjectionCommand.Forward forward, Objection state, CaseRules rules) => state switch
    {
        _ when forward.By != state.Lodging!.With || !rules.Is(forward.By, DepartmentRole.MarketSupervision) =>
            Impossible(ObjectionErrors.NotMarketSupervision),
        { ForwardedAt: not null } or { ReceivedAt: not null } => Decision<ObjectionEvent>.Nothing,
        { TakenBack: true } => Impossible(ObjectionErrors.TakenBack),
        _ => Decision<ObjectionEvent>.Of(new ObjectionEvent.Forwarded(forward.At, forward.By)),
    };

    private static Decision<ObjectionEvent> Receive(ObjectionCommand.Receive receive, Objection state, CaseRules rules) => state switch
    {
        _ when receive.By != state.Lodging!.About.Provider => Impossible(ObjectionErrors.NotProvider),
        { ReceivedAt: not null } => Decision<ObjectionEvent>.Nothing,
        { TakenBack: true } => Impossible(ObjectionErrors.TakenBack),
        { ForwardedAt: null } => Impossible(ObjectionErrors.NotReceived),
        _ => Decision<ObjectionEvent>.Of(Received(receive.At, receive.By, rules)),
    };

    /// <summary>信息提供单位自收到异议申请之日起20个工作日内完成核查 (J 五(七)): the provider's receipt counts, not the lodging with market supervision (A9).</summary>
    private static ObjectionEvent.Received Received(DateTimeOffset at, string provider, CaseRules rules)
    {
        var day = LegalZone.DayOf(at);
        var opened = rules.Open(ClockKind.ObjectionVerification, provider, day);
        var internalDue = opened is null
            ? Deadlines.Compute(rules.Calendar, rules.Profile.Objections.InternalTerm, day).Due
            : default(DateOnly?);
        return new ObjectionEvent.Received(at, provider, internalDue) { Opened = opened };
    }

    /// <summary>在对异议信息进行核实期间,信息提供单位可以根据需要,决定是否暂停公示相关信息,并书面告知市场监管部门处理 (J 五(七), A8). T14 goes on (A7).</summary>
    private static Decision<ObjectionEvent> DecideSuspension(ObjectionCommand.DecideSuspension decide, Objection state, CaseRules rules)
    {
        var rule = rules.Profile.Suspension;
        if (!rule.Allowed) return Impossible(ObjectionErrors.NoSuspensionHere);
        if (!rule.DecidedBy.Any(role => Takes(decide.By, role, state.Lodging!.About, rules)))
            return Impossible(ObjectionErrors.MayNotDecideSuspension);
        if (state.SuspensionNotices.Contains(decide.Notice) || state.Suspension is not null) return Decision<ObjectionEvent>.Nothing;
        if (rule.WrittenNotice && decide.Notice.Length == 0) return Impossible(ObjectionErrors.NoticeMissing);
        return DuringVerification(state)
            ?? Decision<ObjectionEvent>.Of(new ObjectionEvent.SuspensionDecided(decide.At, decide.By, decide.Reason, decide.Notice));
    }

    private static Decision<ObjectionEvent> LiftSuspension(ObjectionCommand.LiftSuspension lift, Objection state, CaseRules rules)
    {
        if (!rules.Profile.Suspension.DecidedBy.Any(role => Takes(lift.By, role, state.Lodging!.About, rules)))
            return Impossible(ObjectionErrors.MayNotDecideSuspension);
        if (state.SuspensionNotices.Contains(lift.Notice)) return Decision<ObjectionEvent>.Nothing;
        if (state.Suspension is null) return Impossible(ObjectionErrors.NotSuspended);
        if (rules.Profile.Suspension.WrittenNotice && lift.Notice.Length == 0) return Impossible(ObjectionErrors.NoticeMissing);
        return DuringVerification(state) ?? Decision<ObjectionEvent>.Of(new ObjectionEvent.SuspensionLifted(lift.At, lift.By, lift.Notice));
    }

    private static Decision<ObjectionEvent> Hide(ObjectionCommand.Hide hide, Objection state, CaseRules rules) => state switch
    {
        _ when !CarriesOut(hide.By, rules.Profile.Suspension.CarriedOutBy, rules) => Impossible(ObjectionErrors.NotMarketSupervision),
        { Hidden: true } => Decision<ObjectionEvent>.Nothing,
        { ResumedAt: { } resumed } when hide.At <= resumed => Decision<ObjectionEvent>.Nothing,
        { TakenBack: true } => Impossible(ObjectionErrors.TakenBack),
        { Suspension: null } => Impossible(ObjectionErrors.NotSuspended),
        { Finding: ObjectionFinding.Rejected } or { Remedied: true } => Impossible(ObjectionErrors.AlreadyVerified),
        _ => Decision<ObjectionEvent>.Of(new ObjectionEvent.Hidden(hide.At, hide.By)),
    };

    private static Decision<ObjectionEvent> Resume(ObjectionCommand.Resume resume, Objection state, CaseRules rules) => state switch
    {
        _ when !CarriesOut(resume.By, rules.Profile.Suspension.CarriedOutBy, rules) => Impossible(ObjectionErrors.NotMarketSupervision),
        { MayResume: true } when resume.At < state.HiddenAt => Decision<ObjectionEvent>.Nothing,
        { MayResume: true } => Decision<ObjectionEvent>.Of(new ObjectionEvent.Resumed(resume.At, resume.By)),
        { Hidden: true } => Impossible(ObjectionErrors.StillSuspended),
        { ResumedAt: not null } => Decision<ObjectionEvent>.Nothing,
        _ => Impossible(ObjectionErrors.NotSuspended),
    };

    private static Decision<ObjectionEvent> Verify(ObjectionCommand.Verify verify, Objection state) => state switch
    {
        _ when verify.By != state.Lodging!.About.Provider => Impossible(ObjectionErrors.NotProvider),
        { Finding: { } found } when found == verify.Finding => Decision<ObjectionEvent>.Nothing,
        _ => DuringVerification(state)
            ?? Decision<ObjectionEvent>.Of(new ObjectionEvent.Verified(verify.At, verify.By, verify.Finding, verify.Reason)),
    };

    /// <summary>公示信息错误的,信息提供单位应告知市场监管部门予以更正 (J 五(七)); 确认应予更正的,按照前款规定予以处理 (H 第十八条).</summary>
    private static Decision<ObjectionEvent> AskRemedy(ObjectionCommand.AskRemedy ask, Objection state, CaseRules rules) => state switch
    {
        _ when ask.By != state.Lodging!.About.Provider => Impossible(ObjectionErrors.NotProvider),
        { Finding: null } => Impossible(state.TakenBack ? ObjectionErrors.TakenBack : ObjectionErrors.NotVerified),
        { Finding: ObjectionFinding.Rejected } => Impossible(ObjectionErrors.NothingToMend),
        { RemedyAsked: not null } => Decision<ObjectionEvent>.Nothing,
        _ when rules.Profile.Correction.InWriting && ask.Notice.Length == 0 => Impossible(ObjectionErrors.NoticeMissing),
        _ => Asked(ask),
    };

    private static Decision<ObjectionEvent> Asked(ObjectionCommand.AskRemedy ask)
    {
        List<ObjectionEvent> events = [new ObjectionEvent.RemedyAsked(ask.At, ask.By, ask.Remedy, ask.Notice)];
        if (ask is { Remedy: Remedy.Correction, Content: { } content })
        {
            events.Add(new ObjectionEvent.ContentSupplied(ask.At, ask.By, content.WithoutPersonal(), ContentDigest.Of(content))
            {
                Personal = content.Personal.Count == 0 ? null : content.Personal,
            });
        }

        return new Decision<ObjectionEvent>(events, null);
    }

    private static Decision<ObjectionEvent> CarryOutRemedy(ObjectionCommand.CarryOutRemedy carryOut, Objection state, CaseRules rules) => state switch
    {
        _ when !CarriesOut(carryOut.By, rules.Profile.Correction.CarriedOutBy, rules) => Impossible(ObjectionErrors.NotMarketSupervision),
        { Remedied: true } => Decision<ObjectionEvent>.Nothing,
        { RemedyAsked: { } remedy } => Decision<ObjectionEvent>.Of(new ObjectionEvent.Remedied(carryOut.At, carryOut.By, remedy)),
        _ => Impossible(ObjectionErrors.RemedyNotAsked),
    };

    /// <summary>完成核查,并将结果告知异议申请人 (J 五(七)): T14 is kept by the recorded notice and by nothing less (A36), whatever was found.</summary>
    private static Decision<ObjectionEvent> Notify(ObjectionCommand.NotifyApplicant notify, Objection state) => state switch
    {
        _ when notify.By != state.Lodging!.About.Provider => Impossible(ObjectionErrors.NotProvider),
        { Finding: null } => Impossible(state.TakenBack ? ObjectionErrors.TakenBack : ObjectionErrors.NotVerified),
        { Notice: not null } => Decision<ObjectionEvent>.Nothing,
        _ when notify.Notice.Length == 0 => Impossible(ObjectionErrors.NoticeMissing),
        _ => Decision<ObjectionEvent>.Of(new ObjectionEvent.ApplicantNotified(notify.At, notify.By, state.Finding.Value, notify.Notice)
        {
            Closed = state.Duties.Keep(Verification, notify.At),
        }),
    };

    private static Decision<ObjectionEvent> Withdraw(ObjectionCommand.Withdraw withdraw, Objection state) => state switch
    {
        { TakenBack: true } => Decision<ObjectionEvent>.Nothing,
        { Finding: not null } => Impossible(ObjectionErrors.AlreadyVerified),
        _ => Decision<ObjectionEvent>.Of(new ObjectionEvent.Withdrawn(withdraw.At, withdraw.Reason)
        {
            Closed = state.Duties.End(withdraw.At, "withdrawn"),
        }),
    };

    private static Decision<ObjectionEvent> NoteOverdue(ObjectionCommand.NoteOverdue note, Objection state) => new(
        [.. state.Duties.FallenBy(note.At).Select(duty => new ObjectionEvent.FellOverdue(note.At, duty.Rule, duty.Debtor, duty.Due))], null);

    /// <summary>The error that stands in the way of what can be done during verification only, or null.</summary>
    private static Decision<ObjectionEvent>? DuringVerification(Objection state) => state.Phase switch
    {
        ObjectionPhase.UnderVerification => null,
        ObjectionPhase.Lodged => Impossible(ObjectionErrors.NotReceived),
        ObjectionPhase.Withdrawn => Impossible(ObjectionErrors.TakenBack),
        _ => Impossible(ObjectionErrors.AlreadyVerified),
    };

    // Of all providers only the one that gave this information; of the other roles any department of the jurisdiction.
    private static bool Takes(string department, DepartmentRole role, ObjectionSubject about, CaseRules rules) =>
        role == DepartmentRole.Provider ? department == about.Provider : rules.Is(department, role);

    private static bool CarriesOut(string department, DepartmentRole? role, CaseRules rules) => role is { } one && rules.Is(department, one);

    private static Decision<ObjectionEvent> Impossible(Errors.ErrorDefinition error) => Decision<ObjectionEvent>.Impossible(error);
}
