using EntCredit.Domain.Events;

namespace EntCredit.Domain.Seals;

/// <summary>
/// What the ledger took up to the end of a legal day is sealed under one hash. Each seal stands in the stream <see cref="Stream"/>, whose own chain ties it to the
/// seal before it. Whoever keeps a seal can tell later whether anything of what it covers was altered, added or left out.
/// </summary>
/// <param name="At">When it was sealed.</param>
/// <param name="Day">The legal day that had ended. Where the system did not run at a day's end, the next seal covers both.</param>
/// <param name="From">The position of the first event covered: the one after the seal before it.</param>
/// <param name="Through">The position of the last event covered.</param>
/// <param name="Root">The Merkle root (RFC 9162, SHA-256) over the hashes of these events in the order of the ledger, lower-case hex.</param>
[EventName("seal.day-sealed")]
public sealed record DaySealed(DateTimeOffset At, DateOnly Day, long From, long Through, string Root) : DomainEvent(At)
{
    /// <summary>The stream of all seals.</summary>
    public const string Stream = "seals";
}
