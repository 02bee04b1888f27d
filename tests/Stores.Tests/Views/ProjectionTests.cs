using CsCheck;
using EntCredit.Domain.Events;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Tests.Ledger;
using Record = EntCredit.Domain.Records.Record;

namespace EntCredit.Stores.Tests.Views;

public sealed class ProjectionTests : ViewFixture
{
    [Fact]
    public async Task RecordPhase_AnyHistory_IsTheFoldOfTheDomain()
    {
        Func<RecordEvent>[] kinds =
        [
            () => Samples.Refused(),
            () => Collected(),
            () => Collected(reviewed: false, registered: false),
            () => Collected(registered: false),
            () => Collected() with { Publicity = Publicity.CollectedOnly },
            () => new RecordEvent.SecrecyReviewed(At, "x"),
            () => new RecordEvent.Joined(At),
            () => Published(),
            () => new RecordEvent.Corrected(At, "x", Batch, Samples.Content(), "d2"),
            () => new RecordEvent.Corrected(At, "x", Batch, Samples.Content(), "d3") { Publicity = Publicity.CollectedOnly },
            () => new RecordEvent.Corrected(At, "x", Batch, Samples.Content(), "d4") { Publicity = Publicity.Published },
            () => new RecordEvent.Corrected(At, "x", Batch, Samples.Content() with { SecrecyReviewed = false }, "d5"),
            () => new RecordEvent.EvidenceKept(At, "x", Batch, 2, "direct-entry", "d6") { Content = Samples.Content() },
            () => new RecordEvent.Withdrawn(At, "x", "y"),
            () => new RecordEvent.Suspended(At, "x", "objection-1"),
            () => new RecordEvent.Suspended(At, "x", "objection-2"),
            () => new RecordEvent.Resumed(At, "x", "objection-1"),
            () => new RecordEvent.Resumed(At, "x", "objection-2"),
            () => new RecordEvent.Expired(At, Samples.Publication.Due),
            () => new RecordEvent.FollowedUp(At, "d2", "1", []),
            () => new RecordEvent.Reminded(At, "T2", "x", Samples.Publication.Due),
        ];
        var histories = new List<List<RecordEvent>>();
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, kinds.Length - 1].List[0, 7])
            .Sample((first, more) => { lock (histories) histories.Add([kinds[first](), .. more.Select(kind => kinds[kind]())]); }, iter: 500);
        await Ledger.AppendAsync([.. histories.Select((history, number) => new Append($"r-{number}", $"r-{number}", 0, history))], Cancellation);

        var rows = (await Records.OfBatchAsync(Batch, null, int.MaxValue, Cancellation)).ToDictionary(row => row.Id);

        for (var number = 0; number < histories.Count; number++)
        {
            var (record, row) = (Record.Fold(histories[number]), rows[$"r-{number}"]);
            Assert.Equal((record.Phase, record.CollectedAt, record.PublishedAt, record.Subject), (row.Phase, row.CollectedAt, row.PublishedAt, row.Subject));
        }

        var counts = await Records.CountByPhaseAsync(Batch, Cancellation);
        Assert.Equal(rows.Values.CountBy(row => row.Phase).ToDictionary(), counts);
        var waiting = histories.Select((history, number) => (history, number)).Where(pair => Record.Fold(pair.history).AwaitsSubject).Select(pair => $"r-{pair.number}");
        Assert.Equal(waiting, await Intake.ParkedRecordsAsync([Samples.Subject], Cancellation));
    }

    [Fact]
    public async Task RebuildProjectionsAsync_EveryKindOfFact_GivesTheSameRows()
    {
        await FillAsync();
        var kept = LedgerDump.Projections(File);

        await Ledger.RebuildProjectionsAsync(Cancellation);

        Assert.Equal(kept, LedgerDump.Projections(File));
        Assert.All(LedgerDump.Tables, table => Assert.Contains($"\n{table}|", "\n" + kept, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RebuildProjectionsAsync_RowsSpoiled_MendsThem()
    {
        await FillAsync();
        var kept = LedgerDump.Projections(File);
        LedgerDump.Execute(File, "UPDATE records SET phase = 6; DELETE FROM obligations; UPDATE aliases SET subject = 99; DELETE FROM batch_phases; UPDATE cases SET jurisdiction = 99; DELETE FROM case_effects; UPDATE record_cases SET phase = 0");

        await Ledger.RebuildProjectionsAsync(Cancellation);

        Assert.Equal(kept, LedgerDump.Projections(File));
    }

    [Fact]
    public async Task RebuildProjectionsAsync_AppendsOnTheWay_AreNotLost()
    {
        await FillAsync();

        // Asked for at once, so that the writer takes them together: what was appended before is not committed yet when it is all made anew.
        var before = Enumerable.Range(0, 50).Select(number => Ledger.AppendAsync([new Append($"r-before-{number}", "subject-b", 0, [Collected("subject-b")])], Cancellation)).ToList();
        var rebuilt = Ledger.RebuildProjectionsAsync(Cancellation);
        var after = Enumerable.Range(0, 50).Select(number => Ledger.AppendAsync([new Append($"r-after-{number}", "subject-a", 0, [Collected("subject-a")])], Cancellation)).ToList();
        await Task.WhenAll([.. before, rebuilt, .. after]);

        var kept = LedgerDump.Projections(File);
        Assert.Equal(100, Subjects("subject-a") + Subjects("subject-b"));
        await Ledger.RebuildProjectionsAsync(Cancellation);
        Assert.Equal(kept, LedgerDump.Projections(File));

        int Subjects(string name) => int.Parse(
            LedgerDump.Rows(File, $"SELECT count(*) FROM records r JOIN subjects s ON s.id = r.subject WHERE s.name = '{name}'")[0][0], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task RebuildProjectionsAsync_MakesEveryIndexAgain()
    {
        await FillAsync();
        const string Indexes = "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema WHERE type = 'index' ORDER BY name)";
        var kept = LedgerDump.Rows(File, Indexes)[0][0];

        await Ledger.RebuildProjectionsAsync(Cancellation);

        Assert.Contains("records_of_subject", kept, StringComparison.Ordinal);
        Assert.Equal(kept, LedgerDump.Rows(File, Indexes)[0][0]);
    }

    [Fact]
    public async Task AppendAsync_CallThatConflictsInTheMiddle_LeavesNoTrace()
    {
        await FillAsync();
        var kept = LedgerDump.Projections(File);

        await Assert.ThrowsAsync<LedgerConflictException>(() => Ledger.AppendAsync(
            [
                new Append("r-new", "r-new", 0, [Collected("subject-never-seen") with { Origin = Samples.Origin with { Provider = "never-seen" } }]),
                new Append("r-1", "r-1", 0, [Published()]),
            ],
            Cancellation));

        Assert.Equal(kept, LedgerDump.Projections(File));
        await HappenAsync("r-new", Collected("subject-never-seen") with { Origin = Samples.Origin with { Provider = "never-seen" } });
        Assert.Equal("subject-never-seen", (await Records.OfBatchAsync(Batch, null, 99, Cancellation)).Single(row => row.Id == "r-new").Subject);
    }

    // A stream for each area, in the order of a case's life.
    private static IEnumerable<IGrouping<string, DomainEvent>> CaseFacts => new[]
    {
        CaseSamples.EachKind, SanctionSamples.EachKind, NoticeSamples.EachKind, InspectionSamples.EachKind, ProvisionSamples.EachKind,
    }.SelectMany(facts => facts).GroupBy(happened => happened.GetType().BaseType!.Name);

    private async Task FillAsync()
    {
        var records = Samples.EachKind.OfType<RecordEvent>().ToArray<DomainEvent>();
        await RegisterAsync("subject-a", "91990000MA00000009");
        await ArriveAsync(Batch);
        await ReadAsync(Batch, "aa");
        await HappenAsync(Domain.Calendar.CalendarEvent.Stream, new Domain.Calendar.CalendarEvent.NoticeLoaded(At, Samples.Notice));
        await HappenAsync("r-1", Collected(), Published());
        await HappenAsync("r-2", records);
        await HappenAsync("r-3", Samples.Refused());
        await HappenAsync("order-1", [.. Samples.EachKind.OfType<Domain.Seals.OrderExtended>()]);
        foreach (var area in CaseFacts) await HappenAsync($"case-{area.Key}", [.. area]);
        await HappenAsync("r-4", Collected("subject-not-met", registered: false));
        await HappenAsync("subject-not-met", new SubjectEvent.KnownAs(At, AliasKind.RegistrationNumber, "990000000000001"));
        await RegisterAsync("subject-renamed", "91990000MA00000017", "界首市旧名有限公司");
        await HappenAsync("subject-renamed", new SubjectEvent.Registered(At, "界首市新名有限公司", "r-2") { Address = "界首市示例路1号", Region = "界首" });
        await HappenAsync("subject-not-met", new SubjectEvent.MergedInto(At, "subject-renamed", "jieshou-scjg", "同一企业"));
        await HappenAsync("r-5", Collected() with { At = new DateTimeOffset(2026, 1, 5, 10, 30, 0, TimeSpan.FromHours(8)), Personal = Samples.Identity });
    }
}
