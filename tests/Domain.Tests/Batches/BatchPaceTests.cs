using EntCredit.Domain.Batches;

namespace EntCredit.Domain.Tests.Batches;

public sealed class BatchPaceTests
{
    private static readonly DateTimeOffset At = new(2020, 7, 10, 1, 30, 0, TimeSpan.Zero);
    private static readonly BatchEvent.Arrived Arrived = new(At, "jieshou-housing", "jieshou", "permit", "p/a.csv", "0x1", 4000, null);

    [Fact]
    public void Of_FileThatIsRead_TellsBytesRowsAndWhatIsLeft() =>
        Assert.Equal(new BatchPace(1000, 50, 25, null, 6), BatchPace.Of(Of(Arrived), new ReadingProgress(1000, 50, At, At.AddSeconds(2))));

    [Fact]
    public void Of_ArchiveThatHoldsMoreThanItsSize_NeverReadsMoreThanThere() =>
        Assert.Equal((4000, 0), (BatchPace.Of(Of(Arrived), new ReadingProgress(90_000, 50, At, At.AddSeconds(2))).BytesRead, BatchPace.Of(Of(Arrived), new ReadingProgress(90_000, 50, At, At.AddSeconds(2))).SecondsLeft));

    [Fact]
    public void Of_FileThatNobodyHasBegun_KnowsNothing() => Assert.Equal(new BatchPace(0, 0, null, null, null), BatchPace.Of(Of(Arrived), null));

    [Fact]
    public void Of_BatchBeingTaken_TellsRateAndWhatIsLeft()
    {
        var batch = Of(Arrived, Read, new BatchEvent.SegmentTaken(At.AddSeconds(10), 0, new BatchCounts { Rows = 1000 }));
        Assert.Equal(new BatchPace(4000, 3000, 100, 2000, 20), BatchPace.Of(batch, null));
    }

    [Fact]
    public void Of_ClockThatStoodStill_TellsNoRate() =>
        Assert.Equal((null, 2000, null), Parts(BatchPace.Of(Of(Arrived, Read, new BatchEvent.SegmentTaken(At, 0, new BatchCounts { Rows = 1000 })), null)));

    [Fact]
    public void Of_EveryRowAnswered_LeavesNothing() =>
        Assert.Equal((300d, 0, 0), Parts(BatchPace.Of(Of(Arrived, Read, new BatchEvent.SegmentTaken(At.AddSeconds(10), 0, new BatchCounts { Rows = 3000 })), null)));

    private static BatchEvent.Read Read => new(At, "ab", null, 3000, 3, "csv", "utf-8");

    private static Batch Of(params BatchEvent[] history) => Batch.Fold(history);

    private static (double?, int?, int?) Parts(BatchPace pace) => (pace.RowsPerSecond, pace.RowsLeft, pace.SecondsLeft);
}
