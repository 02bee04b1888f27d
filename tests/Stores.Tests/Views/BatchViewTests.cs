using EntCredit.Domain.Batches;

namespace EntCredit.Stores.Tests.Views;

public sealed class BatchViewTests : ViewFixture
{
    private const string Department = "jieshou-chengguan";

    [Fact]
    public async Task OfDepartmentAsync_Pages_GivesNewestFirstAndNobodyElses()
    {
        foreach (var batch in new[] { "b-1", "b-2", "b-3" }) await ArriveAsync(batch);
        await ArriveAsync("b-4", "another");

        var first = await Batches.OfDepartmentAsync(Department, null, 2, Cancellation);
        var second = await Batches.OfDepartmentAsync(Department, first[^1], 2, Cancellation);

        Assert.Equal(["b-3", "b-2"], first);
        Assert.Equal(["b-1"], second);
        Assert.Empty(await Batches.OfDepartmentAsync(Department, "no such batch", 2, Cancellation));
    }

    [Fact]
    public async Task UnfinishedAsync_BatchesInEveryPhase_GivesArrivedAndTaking()
    {
        foreach (var batch in new[] { "b-arrived", "b-taking", "b-repeated", "b-refused", "b-receipted" }) await ArriveAsync(batch);
        await ReadAsync("b-taking", "aa");
        await HappenAsync("batch-b-taking", new BatchEvent.SegmentTaken(At, 0, default));
        await ReadAsync("b-repeated", "aa", "b-taking");
        await HappenAsync("batch-b-refused", new BatchEvent.Refused(At, "EC3001", "文件无法读取", "请另存"));
        await ReadAsync("b-receipted", "bb");
        await HappenAsync("batch-b-receipted", new BatchEvent.Receipted(At, "r.json", default));

        Assert.Equal(["b-arrived", "b-taking"], await Batches.UnfinishedAsync(Cancellation));
    }

    [Fact]
    public async Task OfPathAsync_OverwrittenFile_GivesBothNewestFirstAndNobodyElses()
    {
        await ArriveAsync("b-1");
        await ArriveAsync("b-2");
        await ArriveAsync("b-3", item: "permit");

        Assert.Equal(["b-2", "b-1"], await Batches.OfPathAsync(Department, $"{Department}/penalty/a.csv", 10, Cancellation));
        Assert.Equal(["b-2"], await Batches.OfPathAsync(Department, $"{Department}/penalty/a.csv", 1, Cancellation));
        Assert.Empty(await Batches.OfPathAsync("another", $"{Department}/penalty/a.csv", 10, Cancellation));
    }

    [Fact]
    public async Task ReviewingAsync_DeclaredAndCarriedOut_GivesWhatIsStillToDo()
    {
        foreach (var batch in new[] { "b-held", "b-declared", "b-done" }) await ArriveAsync(batch);
        await HappenAsync("batch-b-declared", new BatchEvent.ReviewDone(At, Department));
        await HappenAsync("batch-b-done", new BatchEvent.ReviewDone(At, Department), new BatchEvent.ReviewCarriedOut(At, 1));

        Assert.Equal(["b-declared"], await Batches.ReviewingAsync(Cancellation));
    }

    [Fact]
    public async Task WithdrawingAsync_DeclaredAndDone_GivesWhatIsStillToDo()
    {
        foreach (var batch in new[] { "b-stands", "b-declared", "b-done" }) await ArriveAsync(batch);
        await HappenAsync("batch-b-declared", new BatchEvent.Withdrawn(At, Department, "选错文件"));
        await HappenAsync("batch-b-done", new BatchEvent.Withdrawn(At, Department, "选错文件"), new BatchEvent.WithdrawalDone(At, 1, 0));

        Assert.Equal(["b-declared"], await Batches.WithdrawingAsync(Cancellation));
    }
}
