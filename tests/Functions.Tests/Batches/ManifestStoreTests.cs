using System.Globalization;
using Azure.Storage.Blobs;
using EntCredit.Functions.Tests.Objections;
using EntCredit.Stores.Blobs;

namespace EntCredit.Functions.Tests.Batches;

/// <summary>Which records the cohorts of a batch carry, on a real storage.</summary>
[Collection("cases")]
public sealed class ManifestStoreTests(CaseStorage storage)
{
    private const string Earlier = "20200701013000-0011223344";

    private static int batches;

    // Each test has a batch of its own in the one storage.
    private readonly string batch = string.Create(CultureInfo.InvariantCulture, $"20200706013000-{Interlocked.Increment(ref batches):x10}");

    private string July => batch + "-20200701";

    private string August => batch + "-20200801";

    private string Repeated => batch + "-repeated";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PageAsync_ACohortOverSegments_HasItsRecordsInOrderAndNoOthers()
    {
        var manifests = await ManifestsAsync();
        await manifests.WriteAsync(batch, 0, Cohorts((July, [2, 4]), (August, [3])), Cancellation);
        await manifests.WriteAsync(batch, 1, Cohorts((August, [2003])), Cancellation);
        await manifests.WriteAsync(batch, 2, Cohorts((July, [4002])), Cancellation);

        Assert.Equal([Id(2), Id(4), Id(4002), "-1"], await PageAsync(manifests, July, 0));
        Assert.Equal([Id(3), Id(2003), "-1"], await PageAsync(manifests, August, 0));
        Assert.Equal([Id(4002), "-1"], await PageAsync(manifests, July, 1));
        Assert.Equal([July, August], await manifests.OfBatchAsync(batch, Cancellation));
    }

    [Fact]
    public async Task PageAsync_ACohortWhoseIdBeginsAnothers_IsNotTheOther()
    {
        var manifests = await ManifestsAsync();
        await manifests.WriteAsync(batch, 0, Cohorts((July, [2]), (July + "1", [3])), Cancellation);

        Assert.Equal([Id(2), "-1"], await PageAsync(manifests, July, 0));
    }

    [Fact]
    public async Task PageAsync_RecordsOfAnEarlierBatch_KeepTheirWholeIds()
    {
        var manifests = await ManifestsAsync();
        await manifests.WriteAsync(batch, 0, [new(Repeated, [Earlier + "-0000007", Id(9)])], Cancellation);

        Assert.Equal([Earlier + "-0000007", Id(9), "-1"], await PageAsync(manifests, Repeated, 0));
    }

    [Fact]
    public async Task PageAsync_EnoughRecords_EndsAfterTheirSegmentAndSaysWhereToGoOn()
    {
        var manifests = await ManifestsAsync();
        for (var segment = 0; segment < 3; segment++) await manifests.WriteAsync(batch, segment, Cohorts((July, [segment * 10, (segment * 10) + 1])), Cancellation);

        Assert.Equal([Id(0), Id(1), Id(10), Id(11), "2"], await PageAsync(manifests, July, 0, enough: 3));
        Assert.Equal([Id(20), Id(21), "3"], await PageAsync(manifests, July, 2, enough: 2));
        Assert.Equal(["-1"], await PageAsync(manifests, July, 3));
    }

    [Fact]
    public async Task PageAsync_AHundredSegmentsWithoutOneOfItsRecords_EndsAllTheSame()
    {
        var manifests = await ManifestsAsync();
        await Parallel.ForAsync(0, 100, Cancellation, async (segment, token) => await manifests.WriteAsync(batch, segment, Cohorts((August, [segment])), token));
        await manifests.WriteAsync(batch, 100, Cohorts((July, [1000])), Cancellation);

        Assert.Equal(["100"], await PageAsync(manifests, July, 0));
        Assert.Equal([Id(1000), "-1"], await PageAsync(manifests, July, 100));
    }

    [Fact]
    public async Task WriteAsync_ASegmentAgain_WritesTheSameOnce()
    {
        var manifests = await ManifestsAsync();
        await manifests.WriteAsync(batch, 0, Cohorts((July, [2])), Cancellation);
        await manifests.WriteAsync(batch, 0, Cohorts((July, [2])), Cancellation);

        Assert.Equal([Id(2), "-1"], await PageAsync(manifests, July, 0));
    }

    [Fact]
    public async Task OfBatchAsync_ASegmentWithNothing_IsNotTheEnd()
    {
        var manifests = await ManifestsAsync();
        await manifests.WriteAsync(batch, 0, [], Cancellation);
        await manifests.WriteAsync(batch, 1, Cohorts((July, [2])), Cancellation);

        Assert.Equal([July], await manifests.OfBatchAsync(batch, Cancellation));
        Assert.Equal([Id(2), "-1"], await PageAsync(manifests, July, 0));
        Assert.Empty(await manifests.OfBatchAsync(Earlier, Cancellation));
    }

    private IEnumerable<KeyValuePair<string, List<string>>> Cohorts(params (string Cohort, int[] Lines)[] cohorts) =>
        cohorts.Select(cohort => new KeyValuePair<string, List<string>>(cohort.Cohort, [.. cohort.Lines.Select(Id)]));

    private string Id(int line) => string.Create(CultureInfo.InvariantCulture, $"{batch}-{line:D7}");

    // The records, then where to go on.
    private static async Task<IEnumerable<string>> PageAsync(ManifestStore manifests, string cohort, int segment, int enough = 1000)
    {
        var (records, next) = await manifests.PageAsync(cohort, segment, enough, Cancellation);
        return [.. records, next.ToString(CultureInfo.InvariantCulture)];
    }

    private async Task<ManifestStore> ManifestsAsync()
    {
        var areas = new BlobAreas(new BlobServiceClient(await storage.ConnectionAsync()));
        await areas.EnsureAsync(Cancellation);
        return new ManifestStore(areas);
    }
}
