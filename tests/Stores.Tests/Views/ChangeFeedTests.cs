using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Tests.Ledger;
using EntCredit.Stores.Views;
using EntCredit.Stores.Views.Sqlite;

namespace EntCredit.Stores.Tests.Views;

public sealed class ChangeFeedTests : ViewFixture
{
    private const string Code = "91990000MA00000009";

    private SqliteChangeFeed Feed => new(Ledger.Reads);

    [Fact]
    public async Task AfterAsync_FromTheBeginning_GivesWhatIsShownAndWhatWasOnce()
    {
        await RegisterAsync(Samples.Subject, Code);
        await HappenAsync("r-held", Collected(reviewed: false));
        await HappenAsync("r-shown", Collected(), Published());
        await HappenAsync("r-gone", Collected(), Published(), new RecordEvent.Withdrawn(At, "jieshou-chengguan", "x"));
        await HappenAsync("r-unseen", Collected(), new RecordEvent.Withdrawn(At, "jieshou-chengguan", "x"));

        var page = await Feed.AfterAsync(null, 0, 1000, Cancellation);

        Assert.Equal([("r-shown", true), ("r-gone", false)], page.Changes.Select(change => (change.Id, change.Shown is not null)));
        Assert.Equal((Code, "界首市样例甲有限公司", 2), (page.Changes[0].Code, page.Changes[0].Name, page.Changes[0].Version));
        Assert.False(page.More);
    }

    [Fact]
    public async Task AfterAsync_WhereNothingChangedSince_IsEmptyAndKeepsTheWatermark()
    {
        await HappenAsync("r-1", Collected(), Published());
        var through = (await Feed.AfterAsync(null, 0, 1000, Cancellation)).Through;

        var page = await Feed.AfterAsync(null, through, 1000, Cancellation);

        Assert.Equal((through, through, false, 0), (page.From, page.Through, page.More, page.Changes.Count));
    }

    [Fact]
    public async Task AfterAsync_CorrectedToWhatOnlyDepartmentsSee_IsATombstone()
    {
        await HappenAsync("r-1", Collected(), Published());
        var through = (await Feed.AfterAsync(null, 0, 1000, Cancellation)).Through;
        await HappenAsync("r-1", new RecordEvent.Corrected(At, "jieshou-chengguan", "b-2", Samples.Content(), "d2") { Publicity = Publicity.CollectedOnly });

        Assert.Null(Assert.Single((await Feed.AfterAsync(null, through, 1000, Cancellation)).Changes).Shown);
    }

    [Theory]
    [InlineData("jieshou", 1)]
    [InlineData("chongqing", 0)]
    [InlineData("nowhere", 0)]
    public async Task AfterAsync_OfOneJurisdiction_LeavesOthersOut(string jurisdiction, int expected)
    {
        await HappenAsync("r-1", Collected(), Published());

        Assert.Equal(expected, (await Feed.AfterAsync(jurisdiction, 0, 1000, Cancellation)).Changes.Count);
    }

    [Fact]
    public async Task AfterAsync_SubjectRenamedOnly_GivesItsRecordsAgain()
    {
        await RegisterAsync(Samples.Subject, Code);
        await HappenAsync("r-1", Collected(), Published());
        var through = (await Feed.AfterAsync(null, 0, 1000, Cancellation)).Through;
        var subject = await Ledger.LoadAsync(Samples.Subject, Cancellation);
        await Ledger.AppendAsync([new Append(Samples.Subject, Samples.Subject, subject.Version, [new SubjectEvent.Registered(At, "界首市样例乙有限公司", "r-9")])], Cancellation);

        var change = Assert.Single((await Feed.AfterAsync(null, through, 1000, Cancellation)).Changes);

        Assert.Equal(("r-1", "界首市样例乙有限公司"), (change.Id, change.Name));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Snapshot_WritesBetweenItsPages_CompletedFromItsWatermarkIsWhatIsShown(int records)
    {
        for (var number = 0; number < 5; number++) await HappenAsync($"r-{number}", Collected(), Published());
        await HappenAsync("r-0", new RecordEvent.Withdrawn(At, "jieshou-chengguan", "x"));

        var copy = new Dictionary<string, PublicRecord>();
        var (watermark, writes) = ((long?)null, 0);
        for (var after = string.Empty; after is not null;)
        {
            var page = await Feed.SnapshotAsync(null, after, records, Cancellation);
            watermark ??= page.Watermark;
            foreach (var shown in page.Shown) copy[shown.Id] = shown.Shown!;
            after = page.Next;

            // One goes that was given already, one comes before the place that was reached.
            if (writes++ != 1) continue;
            await HappenAsync("r-1", new RecordEvent.Withdrawn(At, "jieshou-chengguan", "x"));
            await HappenAsync("r-00", Collected(), Published());
        }

        foreach (var change in (await Feed.AfterAsync(null, watermark!.Value, 1000, Cancellation)).Changes)
        {
            if (change.Shown is { } shown) copy[change.Id] = shown;
            else copy.Remove(change.Id);
        }

        Assert.Equal(["r-00", "r-2", "r-3", "r-4"], copy.Keys.Order());
    }

    [Fact]
    public async Task AtAsync_AWatermark_IsKnownByTheHashOfItsEventOrNotAtAll()
    {
        await HappenAsync("r-1", Collected(), Published());
        var last = (await Feed.AtAsync(0, Cancellation)).Last;

        Assert.Equal(64, (await Feed.AtAsync(last, Cancellation)).Hash!.Length);
        Assert.Null((await Feed.AtAsync(last + 1, Cancellation)).Hash);
        Assert.NotEqual((await Feed.AtAsync(last, Cancellation)).Hash, (await Feed.AtAsync(last - 1, Cancellation)).Hash);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task AfterAsync_PageByPage_ACopyIsWhatIsShown(int events)
    {
        for (var number = 0; number < 5; number++) await HappenAsync($"r-{number}", Collected(), Published());
        await HappenAsync("r-1", new RecordEvent.Withdrawn(At, "jieshou-chengguan", "x"));

        var copy = new Dictionary<string, PublicRecord>();
        for (var (after, more) = (0L, true); more;)
        {
            var page = await Feed.AfterAsync(null, after, events, Cancellation);
            foreach (var change in page.Changes)
            {
                if (change.Shown is { } shown) copy[change.Id] = shown;
                else copy.Remove(change.Id);
            }

            (after, more) = (page.Through, page.More);
        }

        Assert.Equal(["r-0", "r-2", "r-3", "r-4"], copy.Keys.Order());
    }
}
