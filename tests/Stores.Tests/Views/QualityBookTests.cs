using EntCredit.Domain.Batches;
using EntCredit.Domain.Compliance;
using EntCredit.Domain.Records;
using EntCredit.Stores.Tests.Ledger;
using EntCredit.Stores.Views.Sqlite;

namespace EntCredit.Stores.Tests.Views;

/// <summary>What the checks of data quality count (R9, R15).</summary>
public sealed class QualityBookTests : ViewFixture
{
    private static readonly DateTimeOffset From = At.AddDays(-1), Until = At.AddDays(20);

    private SqliteQualityBook Book => new(Ledger.Reads);

    [Fact]
    public async Task Tally_OfAPeriod_CountsReceiptsRecordsAndObjectionsOfItAlone()
    {
        for (var early = 0; early < 20; early++)
            await ReceiptAsync($"2025110102{early:0000}-aabbccddee", At.AddDays(-60).AddMinutes(early), new BatchCounts(100, 90, 10, 0, 0, 0, 0, 0, 0));
        await ReceiptAsync(Batch, At, new BatchCounts(5, 3, 2, 0, 0, 0, 0, 0, 1));
        await HappenAsync("r-1", Collected(), Published());
        await HappenAsync("r-2", Collected(digest: "d2", line: 3, content: Samples.Content() with { DocumentNumber = "2号" }));
        await HappenAsync("objection-1", (Domain.Objections.ObjectionEvent)CaseSamples.EachKind[0]);

        var tally = Assert.Single(await Book.TallyAsync(From, Until, Cancellation));
        Assert.Equal(("jieshou-chengguan", "jieshou", "penalty"), (tally.Department, tally.Jurisdiction, tally.Item));
        Assert.Equal(new QualityCounts(5, 2, 1, 2, 1, 0, 1, 0), tally.Counts);
        Assert.Empty(await Book.TallyAsync(Until, Until.AddDays(30), Cancellation));
        Assert.Equal(2000, Assert.Single(await Book.TallyAsync(At.AddDays(-70), At.AddDays(-50), Cancellation)).Counts.Rows);
    }

    [Fact]
    public async Task GivenAndContents_OfAPeriod_AreThoseThatStand()
    {
        await HappenAsync("r-1", Collected());
        await HappenAsync("r-2", Collected(digest: "d2", line: 3, content: Samples.Content() with { DocumentNumber = "2号" }), new RecordEvent.Withdrawn(At, "jieshou-chengguan", "选错文件"));
        Assert.Equal([("jieshou-chengguan", "penalty")], await Book.GivenAsync(From, Until, Cancellation));
        Assert.Empty(await Book.GivenAsync(Until, Until.AddDays(1), Cancellation));
        Assert.Equal(Samples.Content().DocumentNumber, Assert.Single(await Book.ContentsAsync("jieshou-chengguan", "penalty", From, Until, 10, Cancellation)).DocumentNumber);
        Assert.Empty(await Book.ContentsAsync("jieshou-chengguan", "penalty", From, Until, 0, Cancellation));
    }

    private Task ReceiptAsync(string batch, DateTimeOffset at, BatchCounts counts) => HappenAsync(
        BatchIds.Stream(batch),
        new BatchEvent.Arrived(at, "jieshou-chengguan", "jieshou", "penalty", $"jieshou-chengguan/penalty/{batch}.csv", "0x1", 10, true),
        new BatchEvent.Read(at, batch, null, 1, 1, "csv", "utf-8"),
        new BatchEvent.Receipted(at, "r", counts));
}
