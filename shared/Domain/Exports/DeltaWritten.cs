using EntCredit.Domain.Events;

namespace EntCredit.Domain.Exports;

/// <summary>
/// What changed in public since the delta before it was written for the platforms above (T3 并及时交换, T8 增量更新). Its stream is <see cref="StreamOf"/>.
/// </summary>
/// <param name="At">When.</param>
/// <param name="Sequence">Its number, from 1, without gaps.</param>
/// <param name="From">The watermark that the delta before it came to: the position in the ledger after which this one begins.</param>
/// <param name="Through">The watermark that it comes to.</param>
/// <param name="Records">Records in it, shown now.</param>
/// <param name="Tombstones">Records in it that are shown no more.</param>
/// <param name="Sha256">The digest of the file's bytes, lower-case hex.</param>
/// <param name="Path">Where the file lies in <c>exports/</c>.</param>
[EventName("export.delta-written")]
public sealed record DeltaWritten(
    DateTimeOffset At, int Sequence, long From, long Through, int Records, int Tombstones, string Sha256, string Path) : DomainEvent(At)
{
    /// <summary>The stream of a jurisdiction's deltas.</summary>
    public static string StreamOf(string jurisdiction) => "export-" + jurisdiction;
}
