using EntCredit.Domain.Credit;
using EntCredit.Domain.Events;

namespace EntCredit.Stores.Tests.Ledger;

/// <summary>Facts of an invented enterprise's credit.</summary>
internal static class CreditSamples
{
    /// <summary>One event of each kind, every property with a value.</summary>
    public static IReadOnlyList<DomainEvent> EachKind { get; } =
    [
        new CreditEvent.Classified(Samples.At, "jieshou", Samples.Subject, "2020-1", "poor", [new CreditReason("abnormal", ["r-1"])]),
        new CreditEvent.Warned(Samples.At, "jieshou", Samples.Subject, "2020-1", new CreditReason("listed", ["r-1"])),
        new CreditEvent.WarningEnded(Samples.At, "listed", true),
    ];
}
