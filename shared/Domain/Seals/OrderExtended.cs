using EntCredit.Domain.Events;

namespace EntCredit.Domain.Seals;

/// <summary>
/// Where a store has an order within its streams only, the ledger's one order is a fact: what had come since the last extension is numbered on, stream by stream in the order of their names (ordinal), within
/// each by version. Its own stream <see cref="Stream"/> is not numbered. What seals and watermarks call a position is a number of this order.
/// </summary>
/// <param name="At">When.</param>
/// <param name="From">The number of the first event: the one after the extension before it.</param>
/// <param name="Through">The number of the last event.</param>
/// <param name="Spans">What is numbered, in order; each stream once.</param>
[EventName("seal.order-extended")]
public sealed record OrderExtended(DateTimeOffset At, long From, long Through, IReadOnlyList<StreamSpan> Spans) : DomainEvent(At)
{
    /// <summary>The stream of the order.</summary>
    public const string Stream = "order";
}

/// <summary>Events of one stream that follow each other.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="From">The version of the first.</param>
/// <param name="Through">The version of the last.</param>
public sealed record StreamSpan(string Stream, long From, long Through);
