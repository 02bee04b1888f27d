using EntCredit.Domain.Batches;
using EntCredit.Domain.Tests.Records;

namespace EntCredit.Domain.Tests.Batches;

public sealed class BatchTests
{
    private static readonly DateTimeOffset Now = RecordLife.At("2020-07-07 09:30:00");
    private static readonly BatchEvent.Arrived Arrived = new(Now, "housing", "jieshou", "permit", "housing/permit/许可.csv", "0x8D", 2048, null);
    private static readonly BatchEvent.Read Read = new(Now, "ab12", null, 5, 2, "csv", "gb18030");
    private static readonly BatchEvent.Refused Refused = new(Now, "EC3001", "文件无法读取", "请另存为 xlsx");
    private static readonly BatchEvent.SegmentTaken First = new(Now, 0, new BatchCounts(3, 2, 1, 0, 0, 1, 0, 1, 1));
    private static readonly BatchEvent.SegmentTaken Second = new(Now, 1, new BatchCounts(2, 1, 0, 1, 1, 0, 1, 0, 0));
    private static readonly BatchEvent.Receipted Receipted = new(Now.AddSeconds(3), "housing/receipt.json", First.Counts + Second.Counts);

    public static TheoryData<BatchPhase, BatchEvent[]> Lives { get; } = new()
    {
        { BatchPhase.Unknown, [] },
        { BatchPhase.Arrived, [Arrived] },
        { BatchPhase.Taking, [Arrived, Read] },
        { BatchPhase.Taking, [Arrived, Read, First] },
        { BatchPhase.Taking, [Arrived, Read, First, Second] },
        { BatchPhase.Receipted, [Arrived, Read, First, Second, Receipted] },
        { BatchPhase.Receipted, [Arrived, Read, First, Second, Receipted, new BatchEvent.ReviewDone(Now, "housing")] },
        { BatchPhase.Refused, [Arrived, Refused] },
        { BatchPhase.Refused, [Arrived, Refused, Receipted] },
        { BatchPhase.Repeated, [Arrived, Read with { SameAs = "20200706000000-0011223344" }] },
        { BatchPhase.Repeated, [Arrived, Read with { SameAs = "20200706000000-0011223344" }, Receipted] },
    };

    [Theory, MemberData(nameof(Lives), DisableDiscoveryEnumeration = true)]
    public void Phase_OfAHistory_IsHowFarItHasCome(BatchPhase phase, BatchEvent[] history) => Assert.Equal(phase, Batch.Fold(history).Phase);

    [Fact]
    public void Fold_Segments_AddsTheirCountsInAnyOrder()
    {
        var batch = Batch.Fold([Arrived, Read, Second, First]);

        Assert.Equal([0, 1], batch.Taken.Order());
        Assert.Equal(new BatchCounts(5, 3, 1, 1, 1, 1, 1, 1, 1), batch.Counts);
        Assert.Equal(batch.Counts.Rows, batch.Counts.Accepted + batch.Counts.Refused + batch.Counts.Duplicates);
    }

    [Fact]
    public void Fold_WholeLife_KeepsWhatEachFactSaid()
    {
        var batch = Batch.Fold([Arrived, Read, First, Second, Receipted, new BatchEvent.ReviewDone(Now, "housing")]);

        Assert.Equal((Arrived, Read, "housing/receipt.json", Receipted.At, "housing"), (batch.Arrival, batch.Reading, batch.Receipt, batch.ReceiptedAt, batch.ReviewedBy));
        Assert.Null(batch.Refusal);
        Assert.Equal(Receipted.Counts, batch.Counts);
    }

    [Fact]
    public void Fold_Refused_KeepsWhyAndWhatToDo() => Assert.Equal(Refused, Batch.Fold([Arrived, Refused]).Refusal);

    [Fact]
    public void Add_Counts_IsTheSumOfEach() => Assert.Equal(
        new BatchCounts(11, 22, 33, 44, 55, 66, 77, 88, 99),
        BatchCounts.Add(new(1, 2, 3, 4, 5, 6, 7, 8, 9), new(10, 20, 30, 40, 50, 60, 70, 80, 90)));

    [Fact]
    public void Errors_NumbersAreDistinctAndSpokenInChinese()
    {
        Assert.Equal(BatchErrors.All.Count, BatchErrors.All.Select(error => error.Code).Distinct().Count());
        Assert.All(BatchErrors.All, error => Assert.Matches("^EC31[0-9]{2}$", error.Code));
        Assert.All(BatchErrors.All, error => Assert.Contains(error.Mend, letter => letter >= '\u4e00'));
    }

    [Fact]
    public void Evolve_ReviewCarriedOut_TellsWhatItReleased()
    {
        var declared = Batch.Fold([Arrived, Read, First, Second, Receipted, new BatchEvent.ReviewDone(Now, "housing")]);

        Assert.Null(declared.ReviewResult);
        Assert.Equal(4, Batch.Evolve(declared, new BatchEvent.ReviewCarriedOut(Now, 4)).ReviewResult!.Records);
    }

    [Fact]
    public void Evolve_Withdrawn_KeepsItsPhaseAndTellsWhoWhyAndWhatCameOfIt()
    {
        var declared = Batch.Fold([Arrived, Read, First, Second, Receipted, new BatchEvent.Withdrawn(Now, "housing", "选错文件")]);
        var done = Batch.Evolve(declared, new BatchEvent.WithdrawalDone(Now, 3, 1));

        Assert.Equal((BatchPhase.Receipted, "housing", "选错文件"), (declared.Phase, declared.Withdrawal!.By, declared.Withdrawal.Reason));
        Assert.Null(declared.WithdrawalResult);
        Assert.Equal((3, 1), (done.WithdrawalResult!.Records, done.WithdrawalResult.Public));
    }
}
