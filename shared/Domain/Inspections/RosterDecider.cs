using EntCredit.Domain.Errors;
using EntCredit.Domain.Events;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Inspections;

/// <summary>The rules of a roster of inspectors (湘商改〔2016〕7号 第八条): a pure function of command, state and the jurisdiction's rules.</summary>
public static class RosterDecider
{
    /// <summary>The update of a changed roster.</summary>
    public const string RosterUpdate = "T16";

    /// <summary>What follows from a command. A repeated command gives no events.</summary>
    public static Decision<RosterEvent> Decide(RosterCommand command, Roster state, CaseRules rules) => command switch
    {
        RosterCommand.Change change when IsAnothers(change.By, state) => Impossible(InspectionErrors.NotYours),
        RosterCommand.Change change when state.Changes.Contains(change.ChangeId) => Decision<RosterEvent>.Nothing,
        RosterCommand.Change change when !CaseRules.CanBe(change.ChangedOn, change.At) => Impossible(InspectionErrors.DayImpossible),
        RosterCommand.Change change => Decision<RosterEvent>.Of(Change(change, state, rules)),

        RosterCommand.Update update when IsAnothers(update.By, state) => Impossible(InspectionErrors.NotYours),
        RosterCommand.Update { Inspectors: { } inspectors } when inspectors.DistinctBy(inspector => inspector.Code).Count() < inspectors.Count =>
            Impossible(InspectionErrors.RosterWrong),
        RosterCommand.Update update when state.StaleSince is null && update.RosterDigest == state.Digest => Decision<RosterEvent>.Nothing,
        RosterCommand.Update update => Decision<RosterEvent>.Of(new RosterEvent.Updated(update.At, update.By, update.RosterDigest)
        {
            Inspectors = update.Inspectors,
            Closed = state.Duties.Keep(RosterUpdate, update.At),
        }),

        RosterCommand.NoteOverdue note => new(
            [.. state.Duties.FallenBy(note.At).Select(duty => new RosterEvent.FellOverdue(note.At, duty.Rule, duty.Debtor, duty.Due))], null),
        _ => Decision<RosterEvent>.Nothing,
    };

    /// <summary>
    /// 执法检查人员有变动的,应当每7个工作日内更新一次本部门执法检查人员名录库 (H 第八条): counted from the first change that the roster lacks (A29).
    /// A change said later that happened earlier moves the start back.
    /// </summary>
    private static RosterEvent.Changed Change(RosterCommand.Change change, Roster state, CaseRules rules) =>
        new(change.At, change.By, change.Jurisdiction, change.ChangeId, change.ChangedOn)
        {
            Inspector = change.Inspector,
            Opened = state.StaleSince <= change.ChangedOn ? null : rules.Open(ClockKind.InspectorRosterUpdate, change.By, change.ChangedOn),
        };

    private static bool IsAnothers(string department, Roster state) => state.Department is { } owner && owner != department;

    private static Decision<RosterEvent> Impossible(ErrorDefinition error) => Decision<RosterEvent>.Impossible(error);
}
