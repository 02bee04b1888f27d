using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Events;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.DualNotice;

/// <summary>
/// The rules of 双告知, 双反馈, 双跟踪 (界政办〔2020〕5号 五(三); 湘商改〔2016〕7号 第七条): a pure function of command, state and the jurisdiction's rules.
/// </summary>
public static class NoticeDecider
{
    /// <summary>Claim and acknowledgement.</summary>
    public const string Receipt = "T9";

    /// <summary>The result of an approval or filing.</summary>
    public const string Result = "T10";

    /// <summary>The on-site check of an enterprise without approval.</summary>
    public const string Check = "T11";

    /// <summary>What follows from a command. A repeated command gives no events.</summary>
    public static Decision<NoticeEvent> Decide(NoticeCommand command, Notice state, CaseRules rules) => (command, state.Phase) switch
    {
        (NoticeCommand.NoteOverdue note, _) => NoteOverdue(note, state, rules),
        (NoticeCommand.Deregister, NoticePhase.Deregistered) => Decision<NoticeEvent>.Nothing,
        (_, NoticePhase.Deregistered) => Impossible(NoticeErrors.Deregistered),
        (NoticeCommand.TellApplicant tell, _) => TellApplicant(tell, state, rules),
        (NoticeCommand.Push push, _) => Push(push, state, rules),
        (NoticeCommand.Publish publish, _) => Publish(publish, state, rules),
        (NoticeCommand.LeaveUnclear unclear, _) => LeaveUnclear(unclear, state, rules),
        (_, NoticePhase.Unknown) => Impossible(NoticeErrors.Unknown),

        (NoticeCommand.Claim claim, _) => Claim(claim, state, rules),
        (NoticeCommand.ConfirmApprover confirm, _) => ConfirmApprover(confirm, state, rules),
        (NoticeCommand.Deregister gone, _) => Decision<NoticeEvent>.Of(new NoticeEvent.Deregistered(gone.At)
        {
            Closed = state.Duties.End(gone.At, "deregistered"),
        }),

        (NoticeCommand.Acknowledge acknowledge, _) when acknowledge.By != state.Approver => Impossible(NoticeErrors.NotYours),
        (NoticeCommand.Acknowledge acknowledge, _) => Acknowledge(acknowledge, state),
        (NoticeCommand.Return back, _) when back.By == state.ReturnedBy => Decision<NoticeEvent>.Nothing,
        (NoticeCommand.Return back, _) when back.By != state.Approver => Impossible(NoticeErrors.NotYours),
        (NoticeCommand.Return back, _) => Return(back, state, rules),
        (NoticeCommand.Complete complete, _) when complete.By != state.Approver => Impossible(NoticeErrors.NotYours),
        (NoticeCommand.Complete complete, _) => Complete(complete, state, rules),
        (NoticeCommand.FeedBackResult feedBack, _) when feedBack.By != state.Approver => Impossible(NoticeErrors.NotYours),
        (NoticeCommand.FeedBackResult feedBack, _) => FeedBackResult(feedBack, state),
        (NoticeCommand.FeedBackCheck check, _) when check.By != state.Approver => Impossible(NoticeErrors.NotYours),
        (NoticeCommand.FeedBackCheck check, _) => FeedBackCheck(check, state),
        _ => Decision<NoticeEvent>.Nothing,
    };

    /// <summary>告知申请人…并由申请人作出在取得审批前不擅自从事经营活动的书面承诺 (新会 四(一)1).</summary>
    private static Decision<NoticeEvent> TellApplicant(NoticeCommand.TellApplicant tell, Notice state, CaseRules rules)
    {
        if (rules.Profile.DualNotice is not { } rule) return Impossible(NoticeErrors.NotHere);
        if (!IsRegistrar(tell.By, state.About ?? tell.About, rules)) return Impossible(NoticeErrors.NotRegistrar);
        if (state.ApplicantTold) return Decision<NoticeEvent>.Nothing;
        return rule.WrittenCommitment && string.IsNullOrEmpty(tell.Commitment)
            ? Impossible(NoticeErrors.CommitmentMissing)
            : Decision<NoticeEvent>.Of(new NoticeEvent.ApplicantTold(tell.At, state.About ?? tell.About, tell.By, tell.Commitment));
    }

    /// <summary>
    /// 自行政审批局推送企业登记信息起5个工作日内 (J 五(三)). After a return T9 starts anew for the department pushed to (A22),
    /// whom 工商登记机关经人工确认 (H 第七条).
    /// </summary>
    private static Decision<NoticeEvent> Push(NoticeCommand.Push push, Notice state, CaseRules rules)
    {
        if (rules.Profile.DualNotice is not { Pushed: true }) return Impossible(NoticeErrors.NotHere);
        if (!IsRegistrar(push.By, state.About ?? push.About, rules)) return Impossible(NoticeErrors.NotRegistrar);
        if (!rules.Is(push.To, DepartmentRole.Approver)) return Impossible(NoticeErrors.NotApprover);
        if (state.Approver == push.To) return Decision<NoticeEvent>.Nothing;
        if (state.Approver is not null || state.Open) return Impossible(NoticeErrors.AlreadyAddressed);
        if ((state.ReturnedBy is not null || state.Unclear) && state.Confirmed != push.To) return Impossible(NoticeErrors.NotConfirmed);
        return Decision<NoticeEvent>.Of(new NoticeEvent.Pushed(push.At, state.About ?? push.About, push.By, push.To)
        {
            Opened = rules.Open(ClockKind.DualNoticeClaim, push.To, LegalZone.DayOf(push.At)),
        });
    }

    /// <summary>对经营范围中的审批部门不明确或不涉及审批的…发布公示,供相关审批(行业主管)部门查询认领 (H 第七条); 定期查询并认领 (C 三(四)).</summary>
    private static Decision<NoticeEvent> Publish(NoticeCommand.Publish publish, Notice state, CaseRules rules)
    {
        if (rules.Profile.DualNotice is not { OpenClaim: true }) return Impossible(NoticeErrors.NotHere);
        if (!IsRegistrar(publish.By, state.About ?? publish.About, rules)) return Impossible(NoticeErrors.NotRegistrar);
        if (state.Open) return Decision<NoticeEvent>.Nothing;
        return state.Approver is not null
            ? Impossible(NoticeErrors.AlreadyAddressed)
            : Decision<NoticeEvent>.Of(new NoticeEvent.Published(publish.At, state.About ?? publish.About, publish.By));
    }

    /// <summary>将企业登记信息…精准推送告知有关行政机关 (J 五(三)): where the words do not say to whom, a person does, as after a return.</summary>
    private static Decision<NoticeEvent> LeaveUnclear(NoticeCommand.LeaveUnclear unclear, Notice state, CaseRules rules)
    {
        if (rules.Profile.DualNotice is not { Pushed: true }) return Impossible(NoticeErrors.NotHere);
        if (!IsRegistrar(unclear.By, state.About ?? unclear.About, rules)) return Impossible(NoticeErrors.NotRegistrar);
        if (state.Unclear) return Decision<NoticeEvent>.Nothing;
        return state.Approver is not null || state.Open || state.ReturnedBy is not null
            ? Impossible(NoticeErrors.AlreadyAddressed)
            : Decision<NoticeEvent>.Of(new NoticeEvent.ApproverUnclear(unclear.At, state.About ?? unclear.About, unclear.By));
    }

    private static Decision<NoticeEvent> Claim(NoticeCommand.Claim claim, Notice state, CaseRules rules)
    {
        if (state.Open ? !rules.Is(claim.By, DepartmentRole.Approver) : claim.By != state.Approver) return Impossible(NoticeErrors.NotYours);
        if (state.ClaimedAt is not null) return Decision<NoticeEvent>.Nothing;

        // A31: who claims late was bound to look from the day on which the claim fell due.
        var day = LegalZone.DayOf(claim.At);
        if (state.Duties.Open.TryGetValue(Receipt, out var receipt) && receipt.Due < day) day = receipt.Due;
        return Decision<NoticeEvent>.Of(new NoticeEvent.Claimed(claim.At, claim.By)
        {
            Opened = Track(state, claim.By, day, rules),
            Closed = state.AcknowledgedAt is { } acknowledged ? state.Duties.Keep(Receipt, Later(acknowledged, claim.At)) : null,
        });
    }

    /// <summary>通过监管平台认领下载,并在线反馈信息接收情况 (J 五(三)): both, and the later of the two counts (A21).</summary>
    private static Decision<NoticeEvent> Acknowledge(NoticeCommand.Acknowledge acknowledge, Notice state) => state.AcknowledgedAt is not null
        ? Decision<NoticeEvent>.Nothing
        : Decision<NoticeEvent>.Of(new NoticeEvent.Acknowledged(acknowledge.At, acknowledge.By)
        {
            Closed = state.ClaimedAt is { } claimed ? state.Duties.Keep(Receipt, Later(claimed, acknowledge.At)) : null,
        });

    /// <summary>有误的,应当说明理由,及时回退信息 (H 第七条). What the wrong department owed ends as returned (A22).</summary>
    private static Decision<NoticeEvent> Return(NoticeCommand.Return back, Notice state, CaseRules rules)
    {
        if (rules.Profile.DualNotice is not { Returnable: true }) return Impossible(NoticeErrors.NotHere);
        if (string.IsNullOrWhiteSpace(back.Reason)) return Impossible(NoticeErrors.ReasonMissing);
        return state.Completion is not null
            ? Impossible(NoticeErrors.AlreadyHandled)
            : Decision<NoticeEvent>.Of(new NoticeEvent.Returned(back.At, back.By, back.Reason)
            {
                Closed = state.Duties.End(back.At, "returned"),
            });
    }

    private static Decision<NoticeEvent> ConfirmApprover(NoticeCommand.ConfirmApprover confirm, Notice state, CaseRules rules)
    {
        if (!IsRegistrar(confirm.By, state.About!, rules)) return Impossible(NoticeErrors.NotRegistrar);
        if (state.Confirmed == confirm.Approver) return Decision<NoticeEvent>.Nothing;
        if (state.ReturnedBy is null && !state.Unclear) return Impossible(NoticeErrors.NotReturned);
        return rules.Is(confirm.Approver, DepartmentRole.Approver)
            ? Decision<NoticeEvent>.Of(new NoticeEvent.ApproverConfirmed(confirm.At, confirm.By, confirm.Approver))
            : Impossible(NoticeErrors.NotApprover);
    }

    /// <summary>办结许可审批或备案事项起7个工作日内将相关信息反馈 (J 五(三)). 办结 is a refusal too, but only approval or filing ends T11 (A14).</summary>
    private static Decision<NoticeEvent> Complete(NoticeCommand.Complete complete, Notice state, CaseRules rules)
    {
        if (state.Completion is { } last && last.CompletedOn == complete.CompletedOn && last.Outcome == complete.Outcome)
            return Decision<NoticeEvent>.Nothing;
        if (state.Licensed) return Impossible(NoticeErrors.AlreadyLicensed);
        if (!CaseRules.CanBe(complete.CompletedOn, complete.At)) return Impossible(NoticeErrors.DayImpossible);
        if (state is { Completion: not null, ResultFedBack: false }) return Impossible(NoticeErrors.ResultOwed);

        // 尚未办理: the check lapsed on the day of the approval, whenever the platform learns of it.
        return Decision<NoticeEvent>.Of(new NoticeEvent.Completed(complete.At, complete.By, complete.CompletedOn, complete.Outcome)
        {
            Opened = rules.Open(ClockKind.DualNoticeResult, complete.By, complete.CompletedOn),
            Closed = complete.Outcome == ApprovalOutcome.Refused
                ? null
                : state.Duties.End(LegalZone.StartOf(complete.CompletedOn), "licensed", Check),
        });
    }

    private static Decision<NoticeEvent> FeedBackResult(NoticeCommand.FeedBackResult feedBack, Notice state) => state switch
    {
        { Completion: null } => Impossible(NoticeErrors.NothingCompleted),
        { ResultFedBack: true } => Decision<NoticeEvent>.Nothing,
        _ => Decision<NoticeEvent>.Of(new NoticeEvent.ResultFedBack(feedBack.At, feedBack.By, state.Completion.Outcome)
        {
            Closed = state.Duties.Keep(Result, feedBack.At),
        }),
    };

    /// <summary>60天内至少实施1次实地检查,检查结果反馈至监管平台 (J 五(三)): done and fed back. What was checked in time and told late says so.</summary>
    private static Decision<NoticeEvent> FeedBackCheck(NoticeCommand.FeedBackCheck check, Notice state)
    {
        if (state.Checks.Contains(check.ResultDigest)) return Decision<NoticeEvent>.Nothing;
        if (state.Licensed) return Impossible(NoticeErrors.AlreadyLicensed);
        if (!CaseRules.CanBe(check.CheckedOn, check.At) || check.CheckedOn < LegalZone.DayOf(state.AddressedAt!.Value))
            return Impossible(NoticeErrors.DayImpossible);
        var inTime = state.Duties.Open.TryGetValue(Check, out var duty) && check.CheckedOn <= duty.Due;
        return Decision<NoticeEvent>.Of(new NoticeEvent.CheckFedBack(check.At, check.By, check.CheckedOn, check.ResultDigest)
        {
            Closed = state.Duties.Keep(Check, check.At, inTime ? "checked-in-time" : null),
        });
    }

    /// <summary>A31: who never claims is bound to look from the day on which the claim fell due.</summary>
    private static Decision<NoticeEvent> NoteOverdue(NoticeCommand.NoteOverdue note, Notice state, CaseRules rules)
    {
        List<NoticeEvent> events = [];
        while (state.Duties.FallenBy(note.At).FirstOrDefault() is { } duty)
        {
            var fell = new NoticeEvent.FellOverdue(note.At, duty.Rule, duty.Debtor, duty.Due)
            {
                Opened = duty.Rule == Receipt ? Track(state, duty.Debtor, duty.Due, rules) : null,
            };
            events.Add(fell);
            state = Notice.Evolve(state, fell);
        }

        return new(events, null);
    }

    /// <summary>对尚未办理许可审批或备案事项的企业加强跟踪监督 (J 五(三)): once per approver, and not where it has looked or approved already.</summary>
    private static IReadOnlyList<OpenedDuty>? Track(Notice state, string approver, DateOnly from, CaseRules rules) =>
        state.Tracked || state.Licensed || state.Checks.Count > 0 ? null : rules.Open(ClockKind.OnSiteCheck, approver, from);

    private static bool IsRegistrar(string department, Registration about, CaseRules rules) =>
        department == about.Registrar && rules.Is(department, DepartmentRole.Registrar);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static Decision<NoticeEvent> Impossible(ErrorDefinition error) => Decision<NoticeEvent>.Impossible(error);
}
