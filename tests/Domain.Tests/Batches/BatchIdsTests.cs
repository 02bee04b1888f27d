using EntCredit.Domain.Batches;
using static EntCredit.Domain.Tests.Records.RecordLife;

namespace EntCredit.Domain.Tests.Batches;

public sealed class BatchIdsTests
{
    private const string Path = "housing/permit/许可 2020.csv";
    private static readonly DateTimeOffset Arrival = At("2020-07-07 09:30:00");

    [Fact]
    public void Of_TheSameArrival_IsTheSame() => Assert.Equal(BatchIds.Of(Arrival, Path, "0x8D"), BatchIds.Of(Arrival.ToOffset(TimeSpan.FromHours(8)), Path, "0x8D"));

    [Fact]
    public void Of_AnotherPathOrETagOrSecond_IsAnother() => Assert.Equal(
        4,
        new[]
        {
            BatchIds.Of(Arrival, Path, "0x8D"),
            BatchIds.Of(Arrival, Path, "0x8E"),
            BatchIds.Of(Arrival, Path + "2", "0x8D"),
            BatchIds.Of(Arrival.AddSeconds(1), Path, "0x8D"),
        }.Distinct().Count());

    [Fact]
    public void Of_Arrival_BeginsWithItsUtcSecondAndIsAscii() => Assert.Matches("^20200707013000-[0-9a-f]{10}$", BatchIds.Of(Arrival, Path, "0x8D"));

    [Fact]
    public void Record_Lines_AreInTheOrderOfTheFile()
    {
        var batch = BatchIds.Of(Arrival, Path, "0x8D");
        int[] lines = [2, 10, 99, 1_000, 999_999, 1_000_000];

        var ids = lines.Select(line => BatchIds.Record(batch, line)).ToList();

        Assert.Equal(ids, ids.Order(StringComparer.Ordinal));
        Assert.Equal(batch + "-0000002", ids[0]);
        Assert.Equal("batch-" + batch, BatchIds.Stream(batch));
    }

    [Fact]
    public void OfPost_TheSameKey_IsTheDepartmentsOwn()
    {
        Assert.Matches("^api-[0-9a-f]{24}$", BatchIds.OfPost("housing", "k"));
        Assert.Equal(BatchIds.OfPost("housing", "k"), BatchIds.OfPost("housing", "k"));
        Assert.NotEqual(BatchIds.OfPost("housing", "k"), BatchIds.OfPost("housing", "K"));
        Assert.NotEqual(BatchIds.OfPost("housing", "k"), BatchIds.OfPost("enforcement", "k"));
    }
}
