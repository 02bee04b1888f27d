namespace EntCredit.Domain.Batches;

/// <summary>How fast an upload is worked on, and what is left.</summary>
/// <param name="BytesRead">Bytes read of the file.</param>
/// <param name="RowsRead">Rows found so far.</param>
/// <param name="RowsPerSecond">Rows read, and later rows answered, in a second; null before anything was done.</param>
/// <param name="RowsLeft">Rows without an answer; null while it is not known how many there are.</param>
/// <param name="SecondsLeft">What these take at this rate; null where that cannot be told.</param>
public sealed record BatchPace(long BytesRead, int RowsRead, double? RowsPerSecond, int? RowsLeft, int? SecondsLeft)
{
    /// <summary>The pace of a batch whose file is being read.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="reading">How far the reading has come, or null where it has not begun.</param>
    public static BatchPace Of(Batch batch, ReadingProgress? reading)
    {
        if (batch.Reading is { } read) return OfTaking(batch, read);
        if (reading is null) return new BatchPace(0, 0, null, null, null);
        var bytes = Math.Min(reading.Bytes, batch.Arrival!.Bytes);
        var rate = Rate(reading.Rows, reading.At - reading.StartedAt);
        var perSecond = Rate(bytes, reading.At - reading.StartedAt);
        // How many rows there are is not known; how many bytes are left to read is.
        return new BatchPace(bytes, reading.Rows, rate, null, perSecond is { } speed ? Seconds(batch.Arrival.Bytes - bytes, speed) : null);
    }

    private static BatchPace OfTaking(Batch batch, BatchEvent.Read read)
    {
        var rate = batch.TakenAt is { } last ? Rate(batch.Counts.Rows, last - read.At) : null;
        var left = batch.Phase == BatchPhase.Taking ? read.Rows - batch.Counts.Rows : 0;
        return new BatchPace(batch.Arrival!.Bytes, read.Rows, rate, left, left == 0 ? 0 : rate is { } perSecond ? Seconds(left, perSecond) : null);
    }

    private static double? Rate(long count, TimeSpan time) =>
        time > TimeSpan.Zero && count > 0 ? Math.Round(count / time.TotalSeconds, 1) is > 0 and var rate ? rate : null : null;

    private static int Seconds(long left, double perSecond) => (int)Math.Min(int.MaxValue, Math.Ceiling(left / perSecond));
}
