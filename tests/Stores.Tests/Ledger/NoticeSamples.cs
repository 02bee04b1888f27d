using EntCredit.Domain.Calendar;
using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Events;
using EntCredit.Domain.Obligations;

namespace EntCredit.Stores.Tests.Ledger;

/// <summary>Facts of the notice of an invented enterprise's registration to its approver.</summary>
internal static class NoticeSamples
{
    private const string Registrar = "jieshou-registrar", Approver = "jieshou-housing", Other = "jieshou-chengguan";
    private static readonly DateOnly Day = new(2026, 1, 5), Due = new(2026, 1, 12);
    private static readonly Registration About = new("20260105023000-aabbccddee-0000002", Samples.Subject, "jieshou", Registrar, "H-012");
    private static readonly OpenedDuty Check =
        new("T11", Approver, Day, new DateOnly(2026, 3, 6), "2026-1", false, new Term(TermUnit.CalendarDays, 60, Roll: Roll.Next));

    public static NoticeEvent.Pushed Pushed { get; } = new(Samples.At, About, Registrar, Approver)
    {
        Opened = [new OpenedDuty("T9", Approver, Day, Due, "2026-1", false, Term.WorkingDays(5))],
    };

    public static NoticeEvent.FellOverdue FellOverdue { get; } = new(Samples.At, "T9", Approver, Due)
    {
        Opened = [Check with { From = Due, Due = new DateOnly(2026, 3, 13) }],
    };

    /// <summary>One event of each kind, every property with a value.</summary>
    public static IReadOnlyList<DomainEvent> EachKind { get; } =
    [
        new NoticeEvent.ApplicantTold(Samples.At, About, Registrar, "c1"),
        Pushed,
        new NoticeEvent.Published(Samples.At, About with { ApprovalItem = null }, Registrar),
        new NoticeEvent.ApproverUnclear(Samples.At, About, Registrar),
        new NoticeEvent.Claimed(Samples.At, Approver) { Opened = [Check] },
        new NoticeEvent.Acknowledged(Samples.At, Approver) { Closed = [new ClosedDuty("T9", DutyOutcome.Met)] },
        new NoticeEvent.Returned(Samples.At, Other, "该事项不属本部门审批") { Closed = [new ClosedDuty("T9", DutyOutcome.Cancelled, "returned")] },
        new NoticeEvent.ApproverConfirmed(Samples.At, Registrar, Approver),
        new NoticeEvent.Completed(Samples.At, Approver, Day, ApprovalOutcome.Granted)
        {
            Opened = [new OpenedDuty("T10", Approver, Day, new DateOnly(2026, 1, 14), "2026-1", false, Term.WorkingDays(7))],
            Closed = [new ClosedDuty("T11", DutyOutcome.Cancelled, "licensed")],
        },
        new NoticeEvent.ResultFedBack(Samples.At, Approver, ApprovalOutcome.Filed) { Closed = [new ClosedDuty("T10", DutyOutcome.Met)] },
        new NoticeEvent.CheckFedBack(Samples.At, Approver, Day, "c2") { Closed = [new ClosedDuty("T11", DutyOutcome.Late, "checked-in-time")] },
        new NoticeEvent.Deregistered(Samples.At) { Closed = [new ClosedDuty("T11", DutyOutcome.Cancelled, "deregistered")] },
        FellOverdue,
    ];
}
