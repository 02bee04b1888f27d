using EntCredit.Domain.Batches;
using EntCredit.Functions.Batches;

namespace EntCredit.Functions.Tests.Batches;

public sealed class BatchProgressTests
{
    private static readonly DateTimeOffset At = new(2020, 7, 10, 1, 30, 0, TimeSpan.Zero);
    private static readonly BatchEvent.Arrived Arrived = new(At, "jieshou-housing", "jieshou", "permit", "jieshou-housing/permit/a.csv", "0x1", 42, null);
    private static readonly Dictionary<string, int> NoRecords = [];

    [Fact]
    public void Of_ArrivedBatch_KnowsNoRowsYet()
    {
        var progress = Of(Arrived);
        Assert.Equal((BatchPhase.Arrived, null, null, 0, 0), (progress.Phase, progress.Rows, progress.Segments, progress.SegmentsTaken, progress.Percent));
        Assert.Equal(("b1", "jieshou-housing", "permit", 42L, At), (progress.Id, progress.Department, progress.Item, progress.Bytes, progress.CollectedAt));
    }

    [Theory]
    [InlineData(3000, 0, 0)]
    [InlineData(3000, 1000, 33)]
    [InlineData(3000, 2999, 99)]
    [InlineData(3000, 3000, 100)]
    [InlineData(2_000_000_000, 1_500_000_000, 75)]
    public void Of_BatchBeingTaken_SaysHowManyOfItsRowsAreAnswered(int rows, int answered, int percent)
    {
        var progress = Of(Arrived, Read(rows, 3), new BatchEvent.SegmentTaken(At, 0, new BatchCounts { Rows = answered }));
        Assert.Equal((BatchPhase.Taking, rows, 3, 1, percent), (progress.Phase, progress.Rows, progress.Segments, progress.SegmentsTaken, progress.Percent));
    }

    [Fact]
    public void Of_RefusedBatch_SaysWhyAndIsDone()
    {
        var progress = Of(Arrived, new BatchEvent.Refused(At, "EC3001", "文件是空的", "请重新上传"));
        Assert.Equal((BatchPhase.Refused, 100), (progress.Phase, progress.Percent));
        Assert.Equal(new BatchRefusal("EC3001", "文件是空的", "请重新上传"), progress.Refusal);
    }

    [Fact]
    public void Of_RepeatedBatch_NamesTheFirstAndItsReceipt()
    {
        var progress = Of(Arrived, new BatchEvent.Read(At, "ab", "b0", 0, 0, null, null), new BatchEvent.Receipted(At, "jieshou-housing/b0", default));
        Assert.Equal((BatchPhase.Repeated, 100, "b0", "jieshou-housing/b0"), (progress.Phase, progress.Percent, progress.SameAs, progress.Receipt));
        Assert.Null(progress.Refusal);
    }

    [Fact]
    public void Of_ReceiptedBatch_ShowsCountsAndRecords()
    {
        var counts = new BatchCounts { Rows = 5, Accepted = 4, Refused = 1 };
        var history = new BatchEvent[] { Arrived, Read(5, 1), new BatchEvent.SegmentTaken(At, 0, counts), new BatchEvent.Receipted(At, "r", counts) };
        var progress = BatchProgress.Of("b1", Batch.Fold(history), new Dictionary<string, int> { ["published"] = 4 });
        Assert.Equal((BatchPhase.Receipted, 100, counts, 4), (progress.Phase, progress.Percent, progress.Counts, progress.Records["published"]));
    }

    private static BatchEvent.Read Read(int rows, int segments) => new(At, "ab", null, rows, segments, "csv", "utf-8");

    private static BatchProgress Of(params BatchEvent[] history) => BatchProgress.Of("b1", Batch.Fold(history), NoRecords);
}
