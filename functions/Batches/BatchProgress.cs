using EntCredit.Domain.Batches;

namespace EntCredit.Functions.Batches;

/// <summary>How far an upload has come, as its department sees it.</summary>
/// <param name="Id">The batch.</param>
/// <param name="Phase">arrived, taking, repeated, refused or receipted.</param>
/// <param name="Department">Who uploaded it.</param>
/// <param name="Item">The catalogue item.</param>
/// <param name="Path">The blob's path in <c>uploads/</c>.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="CollectedAt">When it reached storage.</param>
/// <param name="Rows">Rows found, or null while it is being read.</param>
/// <param name="Segments">Segments to take, or null while it is being read.</param>
/// <param name="SegmentsTaken">Segments taken.</param>
/// <param name="Percent">Rows answered of rows found, 0 to 100.</param>
/// <param name="Counts">What became of the rows so far.</param>
/// <param name="Records">The legal states of the records that it started, by state.</param>
/// <param name="SameAs">The earlier batch with the same bytes, or null.</param>
/// <param name="Refusal">Why the file as a whole was refused, or null.</param>
/// <param name="Receipt">The receipt's path in <c>receipts/</c> without its extension, or null.</param>
public sealed record BatchProgress(
    string Id,
    BatchPhase Phase,
    string Department,
    string Item,
    string Path,
    long Bytes,
    DateTimeOffset CollectedAt,
    int? Rows,
    int? Segments,
    int SegmentsTaken,
    int Percent,
    BatchCounts Counts,
    IReadOnlyDictionary<string, int> Records,
    string? SameAs,
    BatchRefusal? Refusal,
    string? Receipt)
{
    /// <summary>By whom, when and why it was taken back, and what that came to; or null.</summary>
    public BatchWithdrawal? Withdrawal { get; init; }

    /// <summary>How fast it goes on and what is left; null once it is finished.</summary>
    public BatchPace? Pace { get; init; }

    /// <summary>The progress of a batch's state.</summary>
    public static BatchProgress Of(string id, Batch batch, IReadOnlyDictionary<string, int> records, ReadingProgress? reading = null)
    {
        var arrival = batch.Arrival!;
        var rows = batch.Reading?.Rows;
        var percent = batch.Phase is BatchPhase.Receipted or BatchPhase.Repeated or BatchPhase.Refused ? 100
            : rows is > 0 ? (int)(100L * batch.Counts.Rows / rows.Value)
            : 0;
        return new BatchProgress(
            id, batch.Phase, arrival.Department, arrival.Item, arrival.Path, arrival.Bytes, arrival.At,
            rows, batch.Reading?.Segments, batch.Taken.Count, percent, batch.Counts, records,
            batch.Reading?.SameAs,
            batch.Refusal is { } refusal ? new BatchRefusal(refusal.Code, refusal.Message, refusal.Mend) : null,
            batch.Receipt)
        {
            Withdrawal = BatchWithdrawal.Of(batch),
            Pace = batch.Phase is BatchPhase.Arrived or BatchPhase.Taking ? BatchPace.Of(batch, reading) : null,
        };
    }
}

/// <summary>Why a file as a whole was refused.</summary>
public sealed record BatchRefusal(string Code, string Message, string Mend);
