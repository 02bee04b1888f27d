using EntCredit.Domain.Events;
using EntCredit.Domain.Sharing;

namespace EntCredit.Stores.Tests.Ledger;

/// <summary>Facts of an invented consent.</summary>
internal static class SharingSamples
{
    /// <summary>One event of each kind, every property with a value.</summary>
    public static IReadOnlyList<DomainEvent> EachKind { get; } =
    [
        new ConsentEvent.Given(Samples.At, "jieshou-scjg", true, "jieshou", "jieshou-housing", Samples.Subject, "招标审核", "界市监函〔2026〕1号", new DateOnly(2026, 6, 30)),
    ];
}
