using EntCredit.Domain.Calendar;
using EntCredit.Domain.Events;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Provision;

namespace EntCredit.Stores.Tests.Ledger;

/// <summary>Facts of a department's provision for December 2025.</summary>
internal static class ProvisionSamples
{
    private const string Department = "chongqing-transport", Supervision = "chongqing-aic";
    private static readonly DateOnly Month = new(2025, 12, 1), Due = new(2026, 1, 5);

    public static ProvisionEvent.Expected Expected { get; } = new(Samples.At, Department, "chongqing", Month)
    {
        Opened = [new OpenedDuty("T6", Department, Month, Due, "2026-1", false, new Term(TermUnit.DayOfMonth, 5))],
    };

    public static ProvisionEvent.Provided Provided { get; } = new(Samples.At, Department, 40, "a1")
    {
        Opened = [new OpenedDuty("T7", Supervision, new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 30), "2026-1")],
        Closed = [new ClosedDuty("T6", DutyOutcome.Met)],
    };

    /// <summary>One event of each kind, every property with a value.</summary>
    public static IReadOnlyList<DomainEvent> EachKind { get; } =
    [
        Expected,
        Provided,
        new ProvisionEvent.Loaded(Samples.At, Supervision, 40) { Closed = [new ClosedDuty("T7", DutyOutcome.Met)] },
        new ProvisionEvent.FellOverdue(Samples.At, "T6", Department, Due),
    ];
}
