using EntCredit.Domain.Calendar;
using EntCredit.Domain.Events;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Sanctions;
using EntCredit.Domain.Sanctions.Counter;

namespace EntCredit.Stores.Tests.Ledger;

/// <summary>Facts of an invented sanction, of its delivery to one implementer and of one restriction.</summary>
internal static class SanctionSamples
{
    private const string Initiator = "jieshou-fgw", Implementer = "jieshou-chengguan", Restricting = "hunan-housing", Sanction = "sanction-20260105-01";
    private static readonly SanctionTarget Target = new(Samples.Subject, "jieshou", "失信被执行人", "C01");
    private static readonly SanctionTarget Restricted = Target with { Jurisdiction = "hunan" };
    private static readonly ResponsiblePerson[] Persons = [new("样某", "110101199003070000", "法定代表人")];

    public static DeliveryEvent.Pushed Pushed { get; } = new(Samples.At, Sanction, Target, Initiator, Implementer)
    {
        Opened = [new OpenedDuty("T12", Implementer, new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 8), "2026-1", false, Term.WorkingDays(3))],
    };

    /// <summary>One event of each kind, every property with a value.</summary>
    public static IReadOnlyList<DomainEvent> EachKind { get; } =
    [
        new SanctionEvent.Initiated(Samples.At, Initiator, Target, [Implementer, "jieshou-housing"]) { Persons = Persons },
        new SanctionEvent.Proposed(Samples.At, Initiator, Target, [Implementer], "r-1"),
        new SanctionEvent.ProposalDropped(Samples.At, Initiator, "已移出名单"),
        new CounterEvent.Asked(Samples.At, Implementer, "jieshou", "honour", "评优", "2026-1", [new CounterAnswer("91990000MA00000009", Samples.Subject, CounterVerdict.Restricted, ["sanction-1:honour-listed"])]),
        new CounterEvent.ResultRecorded(Samples.At, Implementer, "e3"),
        new SanctionEvent.Extended(Samples.At, Initiator, ["jieshou-scjg"]),
        new SanctionEvent.Lifted(Samples.At, Initiator, "已履行生效法律文书确定的义务"),
        Pushed,
        new DeliveryEvent.Received(Samples.At, Implementer) { Closed = [new ClosedDuty("T12", DutyOutcome.Met)] },
        new DeliveryEvent.Applied(Samples.At, Implementer, "e1", FeedbackTo.Publisher),
        new DeliveryEvent.LiftingSent(Samples.At),
        new DeliveryEvent.LiftingReceived(Samples.At, Implementer),
        new DeliveryEvent.Recalled(Samples.At) { Closed = [new ClosedDuty("T12", DutyOutcome.Cancelled, "lifted")] },
        new DeliveryEvent.FellOverdue(Samples.At, "T12", Implementer, new DateOnly(2026, 1, 8)),
        new RestrictionEvent.Decided(Samples.At, Restricting, Restricted, Sanction, new DateOnly(2026, 1, 5), "限制参加政府采购活动")
        {
            Persons = Persons,
            Opened = [new OpenedDuty("T13", Restricting, new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 26), "2026-1", false, Term.WorkingDays(15))],
        },
        new RestrictionEvent.FedBack(Samples.At, Restricting, "e2", FeedbackTo.Platform, true) { Closed = [new ClosedDuty("T13", DutyOutcome.Met)] },
        new RestrictionEvent.Lifted(Samples.At, "惩戒期限届满"),
        new RestrictionEvent.FellOverdue(Samples.At, "T13", Restricting, new DateOnly(2026, 1, 26)),
    ];
}
