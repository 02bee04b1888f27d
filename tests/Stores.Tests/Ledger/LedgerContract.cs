using EntCredit.Domain.Batches;
using EntCredit.Domain.Events;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger;

namespace EntCredit.Stores.Tests.Ledger;

/// <summary>What every store of the ledger does. A store runs it by deriving and opening itself.</summary>
public abstract class LedgerContract
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A new, empty ledger.</summary>
    protected abstract ILedger Open();

    /// <summary>The same ledger by another way in, the first neither closed nor told.</summary>
    protected abstract ILedger OpenAgain();

    [Fact]
    public async Task LoadAsync_StreamNotKnown_GivesVersionZero()
    {
        var loaded = await Open().LoadAsync("nobody", Cancellation);

        Assert.Equal((0, null, 0), (loaded.Version, loaded.Partition, loaded.Events.Count));
    }

    [Fact]
    public async Task AppendAsync_EachKindOfEvent_LoadsAsItWasWithoutPersonalData()
    {
        var ledger = Open();
        foreach (var happened in Samples.EachKind.Where(happened => happened is not RecordEvent))
            await ledger.AppendAsync([new Append(StreamOf(happened), StreamOf(happened), await VersionAsync(ledger, StreamOf(happened)), [happened])], Cancellation);
        var records = Samples.EachKind.OfType<RecordEvent>().ToList();
        await ledger.AppendAsync([new Append("r-1", "r-1", 0, records)], Cancellation);

        var loaded = await ledger.LoadAsync("r-1", Cancellation);

        Assert.Equal(records.Count, loaded.Version);
        Assert.Equal(records.Select(Json), loaded.Events.Select(Json));
        Assert.Null(Assert.IsType<RecordEvent.Collected>(loaded.Events[1]).Personal);
        Assert.Equal(Samples.EachKind.OfType<SubjectEvent>().Select(Json), (await ledger.LoadAsync("subject-1", Cancellation)).Events.Select(Json));
    }

    [Fact]
    public async Task AppendAsync_PartitionOfAKnownStream_StaysAsFirstGiven()
    {
        var ledger = Open();
        await ledger.AppendAsync([new Append("r-1", Samples.Subject, 0, [Samples.Collected()])], Cancellation);

        Assert.Equal(Samples.Subject, (await ledger.LoadAsync("r-1", Cancellation)).Partition);
        await Assert.ThrowsAsync<InvalidOperationException>(() => ledger.AppendAsync([new Append("r-1", "r-1", 1, [Publish()])], Cancellation));
        Assert.Equal(1, (await ledger.LoadAsync("r-1", Cancellation)).Version);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task AppendAsync_AnotherVersion_ConflictsAndWritesNothing(long expected)
    {
        var ledger = Open();
        await ledger.AppendAsync([new Append("r-1", "r-1", 0, [Samples.Collected()])], Cancellation);

        var conflict = await Assert.ThrowsAsync<LedgerConflictException>(
            () => ledger.AppendAsync([new Append("r-1", "r-1", expected, [Publish()])], Cancellation));

        Assert.Equal("r-1", conflict.Stream);
        Assert.Equal(1, (await ledger.LoadAsync("r-1", Cancellation)).Version);
    }

    [Theory]
    [InlineData("")]
    [InlineData("界首")]
    [InlineData("a\"b")]
    [InlineData("a b")]
    public async Task AppendAsync_NameOutOfTheAlphabet_IsRefused(string stream) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Open().AppendAsync([new Append(stream, "p", 0, [Known(1)])], Cancellation));

    [Fact]
    public async Task AppendAsync_NoEvents_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Open().AppendAsync([new Append("s", "s", 0, [])], Cancellation));

    [Fact]
    public async Task AppendAsync_OneStreamTwiceInACall_ContinuesIt()
    {
        var ledger = Open();
        await ledger.AppendAsync([new Append("s", "s", 0, [Known(1)]), new Append("s", "s", 1, [Known(2)])], Cancellation);

        Assert.Equal(2, (await ledger.LoadAsync("s", Cancellation)).Version);
    }

    [Fact]
    public async Task AppendAsync_ThousandStreamsInOneCall_HoldsEach()
    {
        var ledger = Open();
        var streams = Enumerable.Range(0, 1_000).Select(number => $"r-{number:D4}").ToList();
        await ledger.AppendAsync([.. streams.Select(stream => new Append(stream, stream, 0, [Samples.Collected(), Publish()]))], Cancellation);

        var loaded = await ledger.LoadManyAsync([.. streams, "nobody"], Cancellation);

        Assert.Equal(1_001, loaded.Count);
        Assert.All(streams, stream => Assert.Equal(2, loaded[stream].Version));
        Assert.Equal(0, loaded["nobody"].Version);
        Assert.Equal(2_000, (await AllAsync(ledger, 0)).Count);
    }

    [Fact]
    public async Task AppendAsync_ManyWritersOnOneStream_GivesEachVersionOnce()
    {
        const int Writers = 64;
        var ledger = Open();
        var conflicts = 0;

        async Task WriteAsync(int writer)
        {
            while (true)
            {
                var version = await VersionAsync(ledger, "s");
                try
                {
                    await ledger.AppendAsync([new Append("s", "s", version, [Known(writer)])], Cancellation);
                    return;
                }
                catch (LedgerConflictException)
                {
                    Interlocked.Increment(ref conflicts);
                }
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(writer), Cancellation)));

        var all = await AllAsync(ledger, 0);
        Assert.Equal(Enumerable.Range(1, Writers).Select(version => (long)version), all.Select(stored => stored.Version));
        Assert.Equal(Writers, all.Select(stored => ((SubjectEvent.KnownAs)stored.Event).Value).Distinct().Count());
        Assert.True(conflicts > 0, "64 writers at once never met.");
    }

    [Fact]
    public async Task AppendAsync_ManyWritersWithTheSameVersion_LetsOneThrough()
    {
        var ledger = Open();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(writer => Task.Run(
            async () =>
            {
                try
                {
                    await ledger.AppendAsync([new Append("s", "s", 0, [Known(writer)])], Cancellation);
                    return true;
                }
                catch (LedgerConflictException)
                {
                    return false;
                }
            },
            Cancellation)));

        Assert.Equal(1, outcomes.Count(won => won));
        Assert.Equal(1, await VersionAsync(ledger, "s"));
    }

    [Fact]
    public async Task ReadAllAsync_AfterAPosition_GivesWhatCameLaterInOrder()
    {
        var ledger = Open();
        for (var number = 0; number < 5; number++) await ledger.AppendAsync([new Append($"s-{number}", $"s-{number}", 0, [Known(number)])], Cancellation);

        // A store of several partitions gives streams in any order; positions tell.
        var all = (await AllAsync(ledger, 0)).OrderBy(stored => stored.Position).ToList();
        var later = (await AllAsync(ledger, all[2].Position)).OrderBy(stored => stored.Position);

        Assert.Equal(["s-0", "s-1", "s-2", "s-3", "s-4"], all.Select(stored => stored.Stream));
        Assert.Equal(["s-3", "s-4"], later.Select(stored => stored.Stream));
        Assert.Equal(5, all.Select(stored => stored.Position).Distinct().Count());
    }

    [Fact]
    public async Task ReadAllAsync_Hashes_ChainEachStreamByItself()
    {
        var ledger = Open();
        await ledger.AppendAsync([new Append("a", "a", 0, [Known(1)]), new Append("b", "b", 0, [Known(2)])], Cancellation);
        await ledger.AppendAsync([new Append("a", "a", 1, [Known(3)])], Cancellation);

        var all = await AllAsync(ledger, 0);

        var ofA = all.Where(stored => stored.Stream == "a").ToList();
        Assert.Equal([1L, 2L], ofA.Select(stored => stored.Version));
        Assert.Equal((string.Empty, ofA[0].Hash), (ofA[0].PreviousHash, ofA[1].PreviousHash));
        Assert.Equal(string.Empty, Assert.Single(all, stored => stored.Stream == "b").PreviousHash);
        Assert.All(all, stored => Assert.Equal(stored.Hash, HashOf(stored)));
    }

    [Fact]
    public async Task AppendAsync_KnownStreamAsNewInAnotherPartition_Conflicts()
    {
        var ledger = Open();
        await ledger.AppendAsync([new Append("r-1", "p-1", 0, [Known(1)])], Cancellation);

        await Assert.ThrowsAsync<LedgerConflictException>(() => ledger.AppendAsync([new Append("r-1", "p-2", 0, [Known(2)])], Cancellation));
        await Assert.ThrowsAsync<LedgerConflictException>(() => OpenAgain().AppendAsync([new Append("r-1", "r-1", 0, [Known(2)])], Cancellation));

        var loaded = await ledger.LoadAsync("r-1", Cancellation);
        Assert.Equal(("p-1", 1L), (loaded.Partition, loaded.Version));
    }

    [Fact]
    public async Task AppendAsync_StreamOfManyEvents_LoadsThemAllInOrder()
    {
        var ledger = Open();
        for (var version = 0; version < 120; version += 3)
            await ledger.AppendAsync([new Append("s", "p", version, [Known(version), Known(version + 1), Known(version + 2)])], Cancellation);

        var loaded = await OpenAgain().LoadAsync("s", Cancellation);

        Assert.Equal(Enumerable.Range(0, 120).Select(Known).Select(known => known.Value), loaded.Events.Cast<SubjectEvent.KnownAs>().Select(known => known.Value));
        var all = await AllAsync(ledger, 0);
        Assert.Equal(Enumerable.Range(1, 120).Select(version => (long)version), all.Select(stored => stored.Version));
        Assert.All(all, stored => Assert.Equal(stored.Hash, HashOf(stored)));
        Assert.Equal(all.SkipLast(1).Select(stored => stored.Hash), all.Skip(1).Select(stored => stored.PreviousHash));
    }

    [Fact]
    public async Task AppendAsync_IdentityOfALivingRecord_Conflicts()
    {
        var ledger = Open();
        await ledger.AppendAsync([Collect("r-1", 0)], Cancellation);

        var conflict = await Assert.ThrowsAsync<LedgerConflictException>(() => ledger.AppendAsync([Collect("r-2", 0)], Cancellation));

        Assert.Equal("r-1", conflict.Stream);
        Assert.Equal(0, await VersionAsync(ledger, "r-2"));
        await ledger.AppendAsync([Collect("r-3", 0, "界城罚〔2026〕2号")], Cancellation);
    }

    [Fact]
    public async Task AppendAsync_IdentityOfAWithdrawnRecord_IsTaken()
    {
        var ledger = Open();
        await ledger.AppendAsync([Collect("r-1", 0)], Cancellation);
        await ledger.AppendAsync([new Append("r-1", Samples.Subject, 1, [new RecordEvent.Withdrawn(Samples.At, "jieshou-chengguan", "x")])], Cancellation);

        await ledger.AppendAsync([Collect("r-2", 0)], Cancellation);

        await Assert.ThrowsAsync<LedgerConflictException>(() => ledger.AppendAsync([Collect("r-3", 0)], Cancellation));
        Assert.Equal(1, await VersionAsync(ledger, "r-2"));
    }

    [Fact]
    public async Task AppendAsync_ManyWritersWithOneIdentity_LetsOneThrough()
    {
        var ledger = Open();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(
            async () =>
            {
                try
                {
                    await ledger.AppendAsync([Collect($"r-{writer}", 0)], Cancellation);
                    return 1;
                }
                catch (LedgerConflictException)
                {
                    return 0;
                }
            },
            Cancellation)));

        Assert.Equal(1, outcomes.Sum());
        Assert.Single(await AllAsync(ledger, 0));
    }

    [Fact]
    public async Task OpenAgain_FirstAbandoned_HoldsWhatWasToldAndGoesOn()
    {
        var first = Open();
        await first.AppendAsync([new Append("s", "s", 0, [Known(1)])], Cancellation);

        var second = OpenAgain();
        await second.AppendAsync([new Append("s", "s", 1, [Known(2)])], Cancellation);

        Assert.Equal(2, await VersionAsync(second, "s"));
        await Assert.ThrowsAsync<LedgerConflictException>(() => first.AppendAsync([new Append("s", "s", 1, [Known(3)])], Cancellation));
        Assert.Equal([1, 2], (await AllAsync(second, 0)).Select(stored => stored.Version));
    }

    [Fact]
    public async Task AppendAsync_CancelledBefore_WritesNothing()
    {
        var ledger = Open();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ledger.AppendAsync([new Append("s", "s", 0, [Known(1)])], new CancellationToken(canceled: true)));

        Assert.Equal(0, await VersionAsync(ledger, "s"));
    }

    protected static SubjectEvent.KnownAs Known(int number) => new(Samples.At, AliasKind.RegistrationNumber, $"99{number:D13}");

    protected static Append Collect(string stream, long expected, string number = "界城罚〔2026〕1号") =>
        new(stream, Samples.Subject, expected, [Samples.Collected() with { Content = Samples.Content(number) }]) { ClaimsIdentity = true };

    protected static RecordEvent.Published Publish() => new(Samples.At.AddDays(1)) { Closed = [new("T2", Domain.Obligations.DutyOutcome.Met)] };

    protected static async Task<List<StoredEvent>> AllAsync(ILedger ledger, long after)
    {
        var all = new List<StoredEvent>();
        await foreach (var stored in ledger.ReadAllAsync(after, Cancellation)) all.Add(stored);
        return all;
    }

    private static async Task<long> VersionAsync(ILedger ledger, string stream) => (await ledger.LoadAsync(stream, Cancellation)).Version;

    // A stream holds the events of one area.
    private static string StreamOf(DomainEvent happened) =>
        happened.GetType().BaseType!.Name.Replace("Event", string.Empty, StringComparison.Ordinal).ToLowerInvariant() + "-1";

    private static string Json(DomainEvent happened) => System.Text.Encoding.UTF8.GetString(
        EventCodec.Encode("s", 1, happened is RecordEvent ? Public(happened) : happened, new CountingRandom()).Canonical.Span);

    private static DomainEvent Public(DomainEvent happened) => happened switch
    {
        RecordEvent.Collected e => e with { Personal = null },
        RecordEvent.Refused e => e with { Personal = null },
        RecordEvent.Corrected e => e with { Personal = null },
        RecordEvent.EvidenceKept e => e with { Personal = null },
        _ => happened,
    };

    private static string HashOf(StoredEvent stored)
    {
        var hash = new byte[EventHash.Bytes];
        EventHash.Compute(Convert.FromHexString(stored.PreviousHash), System.Text.Encoding.UTF8.GetBytes(stored.Canonical), hash);
        return Convert.ToHexStringLower(hash);
    }
}
