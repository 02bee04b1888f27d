using EntCredit.Domain.Batches;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Tests.Ledger;
using EntCredit.Stores.Views;

namespace EntCredit.Stores.Tests.Views;

public sealed class RecordBookTests : ViewFixture
{
    [Fact]
    public async Task OfBatchAsync_Pages_GivesRecordsInTheOrderOfTheirLines()
    {
        foreach (var line in new[] { 4, 2, 3 }) await HappenAsync($"r-{line}", Collected(line: line));

        var first = await Records.OfBatchAsync(Batch, null, 2, Cancellation);
        var second = await Records.OfBatchAsync(Batch, first[^1].Id, 2, Cancellation);

        Assert.Equal(["r-2", "r-3"], first.Select(row => row.Id));
        Assert.Equal(["r-4"], second.Select(row => row.Id));
        Assert.Empty(await Records.OfBatchAsync("another", null, 2, Cancellation));
    }

    [Fact]
    public async Task OfBatchAsync_RefusedAndPublished_TellsPhaseSubjectAndInstants()
    {
        await HappenAsync("r-2", Samples.Refused());
        await HappenAsync("r-3", Collected(line: 3), Published());

        var rows = await Records.OfBatchAsync(Batch, null, 10, Cancellation);

        Assert.Equal(new RecordRow("r-2", RecordPhase.AwaitingCorrection, null, null, null), rows[0]);
        Assert.Equal(new RecordRow("r-3", RecordPhase.Published, Samples.Subject, At, At.AddDays(1)), rows[1]);
    }

    [Fact]
    public async Task OfBatchAsync_MendedByAnotherBatch_StaysWithTheFirst()
    {
        await HappenAsync("r-2", Samples.Refused(), Collected() with { MendedBy = "b-2" });

        Assert.Single(await Records.OfBatchAsync(Batch, null, 10, Cancellation));
        Assert.Empty(await Records.OfBatchAsync("b-2", null, 10, Cancellation));
    }

    [Fact]
    public async Task OfProviderAsync_EachFilter_NarrowsTheProvidersOwn()
    {
        await RegisterAsync(Samples.Subject, "91990000MA00000009");
        await HappenAsync("r-2", Samples.Refused());
        await HappenAsync("r-3", Collected(line: 3), Published());
        await HappenAsync("r-4", Collected(line: 4) with { At = At.AddDays(2) });

        async Task<string> Found(RecordFilter filter, string? after = null, int limit = 10, string provider = "jieshou-chengguan") =>
            string.Join(' ', (await Records.OfProviderAsync(provider, filter, after, limit, Cancellation)).Select(row => row.Id));
        var all = new RecordFilter(null, null, null, null, null, null);
        Assert.Equal("r-4 r-3 r-2", await Found(all));
        Assert.Equal("r-4 r-3", await Found(all, limit: 2));
        Assert.Equal("r-2", await Found(all, after: "r-3"));
        Assert.Equal("", await Found(all, provider: "another"));
        Assert.Equal("", await Found(all with { Item = "permit" }));
        Assert.Equal("r-3", await Found(all with { Phase = RecordPhase.Published }));
        Assert.Equal("r-4 r-3 r-2", await Found(all with { Batch = Batch }));
        Assert.Equal("r-4 r-3", await Found(all with { Number = (AliasKind.CreditCode, "91990000MA00000009") }));
        Assert.Equal("", await Found(all with { Number = (AliasKind.RegistrationNumber, "91990000MA00000009") }));
        Assert.Equal("r-4", await Found(all with { From = At.AddDays(1) }));
        Assert.Equal("r-3", await Found(all with { Until = At.AddDays(1) }));
    }

    [Fact]
    public async Task CountByPhaseAsync_RecordsThatMove_CountsEachOnce()
    {
        await HappenAsync("r-2", Samples.Refused());
        await HappenAsync("r-3", Collected(line: 3));
        await HappenAsync("r-4", Collected(line: 4), Published());
        await HappenAsync("r-5", Samples.Refused(), Collected() with { MendedBy = "b-2" }, Published());

        Assert.Equal(
            new Dictionary<RecordPhase, int> { [RecordPhase.AwaitingCorrection] = 1, [RecordPhase.Collected] = 1, [RecordPhase.Published] = 2 },
            await Records.CountByPhaseAsync(Batch, Cancellation));
    }

    [Fact]
    public async Task HoldingBatchesAsync_HeldRecords_GivesWhoBroughtOrMendedThem()
    {
        await HappenAsync("r-2", Samples.Refused(), Collected() with { Reviewed = false, MendedBy = "b-2" });
        await HappenAsync("r-3", Collected(line: 3));
        var mended = await Records.HoldingBatchesAsync(Cancellation);
        await HappenAsync("r-4", Collected(line: 4) with { Reviewed = false });
        await HappenAsync("r-2", new RecordEvent.SecrecyReviewed(At.AddDays(1), "x"));

        Assert.Equal(["b-2"], mended);
        Assert.Equal([Batch], await Records.HoldingBatchesAsync(Cancellation));
    }

    [Fact]
    public async Task JoinableAsync_SubjectRegisteredMeanwhile_GivesWhoStillWaits()
    {
        await HappenAsync("r-3", Collected("subject-a", line: 3, registered: false));
        await HappenAsync("r-4", Collected("subject-b", line: 4, registered: false));
        await HappenAsync("subject-a", new SubjectEvent.Registered(At, "甲", "r-2"));

        Assert.Equal(["r-3"], await Records.JoinableAsync(10, Cancellation));
        await HappenAsync("r-3", new RecordEvent.Joined(At));
        Assert.Empty(await Records.JoinableAsync(10, Cancellation));
    }

    [Fact]
    public async Task PublishableAsync_BatchNotFinished_WaitsForIt()
    {
        await ArriveAsync(Batch);
        await ReadAsync(Batch, "aa");
        await HappenAsync("r-2", Collected());
        await HappenAsync("r-3", Collected(line: 3), Published());
        await HappenAsync("r-4", Collected(line: 4, reviewed: false));

        Assert.Empty(await Records.PublishableAsync(10, Cancellation));
        await HappenAsync(BatchIds.Stream(Batch), new BatchEvent.Receipted(At, "r.json", default));

        Assert.Equal(["r-2"], await Records.PublishableAsync(10, Cancellation));
        await HappenAsync("r-4", new RecordEvent.SecrecyReviewed(At, "jieshou-chengguan"));
        Assert.Equal(2, (await Records.PublishableAsync(10, Cancellation)).Count);
        Assert.Single(await Records.PublishableAsync(1, Cancellation));
    }
}
