using EntCredit.Domain.Calendar;
using EntCredit.Domain.Events;
using EntCredit.Domain.Inspections;
using EntCredit.Domain.Obligations;

namespace EntCredit.Stores.Tests.Ledger;

/// <summary>Facts of an invented department's roster, of the list of market entities and of one draw by lot.</summary>
internal static class InspectionSamples
{
    private const string Department = "hunan-housing", Supervision = "hunan-aic";
    private static readonly DateOnly Day = new(2026, 1, 5), Due = new(2026, 1, 14), Next = new(2026, 1, 6);

    public static RosterEvent.Changed Changed { get; } = new(Samples.At, Department, "hunan", "change-1", Day)
    {
        Inspector = "样检查员",
        Opened = [new OpenedDuty("T16", Department, Day, Due, "2026-1", false, Term.WorkingDays(7))],
    };

    /// <summary>One event of each kind, every property with a value.</summary>
    public static IReadOnlyList<DomainEvent> EachKind { get; } =
    [
        Changed,
        new RosterEvent.Updated(Samples.At, Department, "f1") { Closed = [new ClosedDuty("T16", DutyOutcome.Met)] },
        new RosterEvent.FellOverdue(Samples.At, "T16", Department, Due),
        new EntityListEvent.Refreshed(Samples.At, Supervision, "hunan", Day, 1_200, "f2") { Closed = [new ClosedDuty("T17", DutyOutcome.Met)] },
        new EntityListEvent.Awaited(Samples.At, "hunan", Next)
        {
            Opened = [new OpenedDuty("T17", Supervision, Next, Next, "2026-1", false, new Term(TermUnit.CalendarDays, 1, Inclusive: true))],
        },
        new EntityListEvent.FellOverdue(Samples.At, "T17", Supervision, Next),
        new DrawEvent.Committed(Samples.At, [Supervision, Department], "hunan", "S-03", "5eed", "f3"),
        new DrawEvent.Drawn(Samples.At, Supervision, "2026-01-05#1", [Samples.Subject], ["inspector-07", "inspector-12"]),
        new DrawEvent.ResultRecorded(Samples.At, Department, Samples.Subject, Day, "未发现问题"),
        new DrawListPart(
            Samples.At, [new DrawSubject("91349999MA00000009", 2, "poor")], [new DrawInspector(Department, "H1")], [new DrawConflict(Department, "H1", "91349999MA00000009")]),
        new MatterEvent.Listed(Samples.At, Department, "hunan", new Matter("S-03", "示例事项", "示例依据")),
        new MatterEvent.Removed(Samples.At, Department, "S-03"),
    ];
}
