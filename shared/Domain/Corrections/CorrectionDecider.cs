using EntCredit.Domain.Calendar;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Events;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Corrections;

/// <summary>The rules of a correction (湘商改〔2016〕7号 第十八条; 界政办〔2020〕5号 五(七)): a pure function of command, state and the jurisdiction's rules.</summary>
public static class CorrectionDecider
{
    /// <summary>The request for the correction of an error.</summary>
    public const string ErrorCorrection = "T15";

    /// <summary>What follows from a command. A repeated command gives no events.</summary>
    public static Decision<CorrectionEvent> Decide(CorrectionCommand command, Correction state, CaseRules rules) => (command, state.Phase) switch
    {
        (CorrectionCommand.Report report, CorrectionPhase.Unknown) => Decision<CorrectionEvent>.Of(Report(report, rules)),
        (CorrectionCommand.Report, _) => Decision<CorrectionEvent>.Nothing,
        (CorrectionCommand.Discover discover, CorrectionPhase.Unknown) => Discover(discover, rules),
        (CorrectionCommand.Discover, _) => Decision<CorrectionEvent>.Nothing,
        (CorrectionCommand.NoteOverdue note, _) => NoteOverdue(note, state),
        (_, CorrectionPhase.Unknown) => Impossible(CorrectionErrors.Unknown),

        (CorrectionCommand.Confirm confirm, _) when !IsProvider(confirm.By, state) => Impossible(CorrectionErrors.NotProvider),
        (CorrectionCommand.Confirm confirm, CorrectionPhase.Reported) => Decision<CorrectionEvent>.Of(Confirm(confirm, state, rules)),
        (CorrectionCommand.Confirm, CorrectionPhase.Dismissed) => Impossible(CorrectionErrors.AlreadyDismissed),
        (CorrectionCommand.Confirm, _) => Decision<CorrectionEvent>.Nothing,

        (CorrectionCommand.Dismiss dismiss, _) when !IsProvider(dismiss.By, state) => Impossible(CorrectionErrors.NotProvider),
        (CorrectionCommand.Dismiss dismiss, CorrectionPhase.Reported or CorrectionPhase.Discovered) =>
            Decision<CorrectionEvent>.Of(new CorrectionEvent.Dismissed(dismiss.At, dismiss.By, dismiss.Reason)
            {
                Closed = state.Duties.End(dismiss.At, "no-error"),
            }),
        (CorrectionCommand.Dismiss, CorrectionPhase.Dismissed) => Decision<CorrectionEvent>.Nothing,
        (CorrectionCommand.Dismiss, _) => Impossible(CorrectionErrors.AlreadyRequested),

        (CorrectionCommand.Request request, _) when !IsProvider(request.By, state) => Impossible(CorrectionErrors.NotProvider),
        (CorrectionCommand.Request request, CorrectionPhase.Discovered) => Request(request, state, rules),
        (CorrectionCommand.Request, CorrectionPhase.Reported) => Impossible(CorrectionErrors.NotConfirmed),
        (CorrectionCommand.Request, CorrectionPhase.Dismissed) => Impossible(CorrectionErrors.AlreadyDismissed),
        (CorrectionCommand.Request request, _) when request.ContentDigest == state.Request!.ContentDigest => Decision<CorrectionEvent>.Nothing,
        (CorrectionCommand.Request, _) => Impossible(CorrectionErrors.AlreadyRequested),

        (CorrectionCommand.CarryOut carryOut, _) when !rules.Is(carryOut.By, rules.Profile.Correction.CarriedOutBy) =>
            Impossible(CorrectionErrors.MayNotCarryOut),
        (CorrectionCommand.CarryOut carryOut, CorrectionPhase.Requested) =>
            Decision<CorrectionEvent>.Of(new CorrectionEvent.CarriedOut(carryOut.At, carryOut.By)),
        (CorrectionCommand.CarryOut, CorrectionPhase.Corrected) => Decision<CorrectionEvent>.Nothing,
        (CorrectionCommand.CarryOut, _) => Impossible(CorrectionErrors.NotRequested),
        _ => Decision<CorrectionEvent>.Nothing,
    };

    /// <summary>提供该数据的机关应当及时核实 (H 第十八条): 及时 has no number; the profile's internal period stands in, owed by nobody (A12).</summary>
    private static CorrectionEvent.Reported Report(CorrectionCommand.Report report, CaseRules rules)
    {
        var day = LegalZone.DayOf(report.At);
        var internalDue = Deadlines.Compute(rules.Calendar, rules.Profile.Objections.InternalTerm, day).Due;
        return new CorrectionEvent.Reported(report.At, report.About, report.Source, internalDue)
        {
            Opened = rules.Profile.Correction.ReportStartsAt == CorrectionStart.Receipt
                ? rules.Open(ClockKind.ErrorCorrection, report.About.Provider, day)
                : null,
        };
    }

    /// <summary>各部门提供的数据出现错误的,应当在发现之日起3个工作日内,书面报请省部门协同监管平台运行管理部门予以更正 (H 第十八条).</summary>
    private static Decision<CorrectionEvent> Discover(CorrectionCommand.Discover discover, CaseRules rules)
    {
        if (discover.By != discover.About.Provider) return Impossible(CorrectionErrors.NotProvider);
        if (!CaseRules.CanBe(discover.DiscoveredOn, discover.At)) return Impossible(CorrectionErrors.DayImpossible);
        return Decision<CorrectionEvent>.Of(
            new CorrectionEvent.Discovered(discover.At, discover.About, discover.By, discover.DiscoveredOn, discover.What)
            {
                Opened = rules.Open(ClockKind.ErrorCorrection, discover.By, discover.DiscoveredOn),
            });
    }

    /// <summary>确认应予更正的,按照前款规定予以处理 (H 第十八条): after a report the confirmation is the discovery (A12).</summary>
    private static CorrectionEvent.Confirmed Confirm(CorrectionCommand.Confirm confirm, Correction state, CaseRules rules) =>
        new(confirm.At, confirm.By, confirm.What)
        {
            Opened = rules.Profile.Correction.ReportStartsAt == CorrectionStart.Confirmation
                ? rules.Open(ClockKind.ErrorCorrection, state.About!.Provider, LegalZone.DayOf(confirm.At))
                : null,
        };

    private static Decision<CorrectionEvent> Request(CorrectionCommand.Request request, Correction state, CaseRules rules)
    {
        if (rules.Profile.Correction.InWriting && request.Notice.Length == 0) return Impossible(CorrectionErrors.NoticeMissing);
        List<CorrectionEvent> events =
        [
            new CorrectionEvent.Requested(request.At, request.By, request.Notice, request.ContentDigest)
            {
                Closed = state.Duties.Keep(ErrorCorrection, request.At),
            },
        ];
        if (request.Content is { } content)
        {
            events.Add(new CorrectionEvent.ContentSupplied(request.At, request.By, content.WithoutPersonal(), request.ContentDigest)
            {
                Personal = content.Personal.Count == 0 ? null : content.Personal,
            });
        }

        return new Decision<CorrectionEvent>(events, null);
    }

    private static Decision<CorrectionEvent> NoteOverdue(CorrectionCommand.NoteOverdue note, Correction state) => new(
        [.. state.Duties.FallenBy(note.At).Select(duty => new CorrectionEvent.FellOverdue(note.At, duty.Rule, duty.Debtor, duty.Due))], null);

    private static bool IsProvider(string department, Correction state) => department == state.About!.Provider;

    private static Decision<CorrectionEvent> Impossible(ErrorDefinition error) => Decision<CorrectionEvent>.Impossible(error);
}
