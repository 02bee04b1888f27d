using EntCredit.CosmosStandIn;
using EntCredit.Domain.Inspections;
using EntCredit.Domain.Seals;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger;
using Microsoft.Azure.Cosmos;

namespace EntCredit.Stores.Tests.Ledger.Cosmos;

/// <summary>What merging, sealing and drawing ask of Cosmos DB: the requests that docs/cosmos-costs.md counts, and how large what they write becomes.</summary>
public sealed class CosmosCostTests : IAsyncLifetime
{
    private CosmosTown _town = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _town = await CosmosTown.StartAsync();

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Merging_TwoSubjects_IsTwoReadsAndTwoReplaces()
    {
        var ledger = _town.Open();
        foreach (var subject in new[] { "subject-a", "subject-b" })
            await ledger.AppendAsync([new Append(subject, subject, 0, [new SubjectEvent.KnownAs(Samples.At, AliasKind.CreditCode, subject), new SubjectEvent.Registered(Samples.At, "界首市样例甲有限公司", "r-1")])], Cancellation);
        var asked = await AskedAsync(async () =>
        {
            await ledger.LoadManyAsync(["subject-a", "subject-b"], Cancellation);
            await ledger.AppendAsync(
                [
                    new Append("subject-b", "subject-b", 2, [new SubjectEvent.Absorbed(Samples.At, "subject-a", "jieshou-scjg", "同一企业")]),
                    new Append("subject-a", "subject-a", 2, [new SubjectEvent.MergedInto(Samples.At, "subject-b", "jieshou-scjg", "同一企业")]),
                ],
                Cancellation);
        });

        Assert.Equal(["GET", "GET", "PUT", "PUT"], asked);
        Assert.InRange(await SizeAsync("subject-a", "subject-a"), 1, 1_300);
    }

    [Fact]
    public async Task Sealing_ADayOfTwoThousandStreams_IsOneExtensionAndOneSeal()
    {
        var ledger = _town.Open();
        var spans = Enumerable.Range(1, 2_000).Select(line => new StreamSpan($"20260105023000-aabbccddee-{line:D7}", 1, 2)).ToList();
        await ledger.AppendAsync([new Append(OrderExtended.Stream, OrderExtended.Stream, 0, [new OrderExtended(Samples.At, 1, 4_000, spans)])], Cancellation);
        await ledger.AppendAsync([new Append(DaySealed.Stream, DaySealed.Stream, 0, [Seal(1)])], Cancellation);
        var asked = await AskedAsync(async () =>
        {
            await ledger.AppendAsync([new Append(OrderExtended.Stream, OrderExtended.Stream, 1, [new OrderExtended(Samples.At, 4_001, 8_000, spans)])], Cancellation);
            await ledger.LoadAsync(DaySealed.Stream, Cancellation);
            await ledger.AppendAsync([new Append(DaySealed.Stream, DaySealed.Stream, 1, [Seal(2)])], Cancellation);
        });

        Assert.Equal(["PUT", "GET", "PUT"], asked);
        Assert.InRange(await SizeAsync(OrderExtended.Stream, OrderExtended.Stream), 1, 16_384);
        Assert.InRange(await SizeAsync(DaySealed.Stream, DaySealed.Stream), 1, 1_300);
    }

    [Fact]
    public async Task Drawing_FromTwoThousandEnterprises_WritesTheListsOnce()
    {
        var ledger = _town.Open();
        var lists = new DrawLists(
            "jieshou", ["jieshou-scjg"], "S-01", 20, 2, [.. Enumerable.Range(1, 2_000).Select(number => new DrawSubject($"91990000MA{number:D8}", 1))],
            [.. Enumerable.Range(1, 20).Select(number => new DrawInspector("jieshou-scjg", $"S{number}"))], []);
        var asked = await AskedAsync(() => ledger.AppendAsync([new Append("draw-1-lists", "draw-1", 0, DrawListPart.Of(Samples.At, lists))], Cancellation));

        Assert.Equal(["POST", "POST"], asked);
        Assert.InRange(await SizeAsync("draw-1-lists", "draw-1"), 1, 32_768);
    }

    private static DaySealed Seal(int day) => new(Samples.At, new DateOnly(2026, 1, day), 1, 4_000, new string('a', 64));

    private async Task<IReadOnlyList<string>> AskedAsync(Func<Task> work)
    {
        var before = _town.Server.Calls.Count;
        await work();
        return [.. _town.Server.Calls.Skip(before).Where(one => one.Call.Kind == "docs").Select(one => one.Call.Method)];
    }

    private async Task<int> SizeAsync(string id, string partition)
    {
        using var response = await _town.Ledger().ReadItemStreamAsync(id, new PartitionKey(partition), cancellationToken: Cancellation);
        using var bytes = new MemoryStream();
        await response.Content.CopyToAsync(bytes, Cancellation);
        TestContext.Current.TestOutputHelper?.WriteLine($"{id}: {bytes.Length} bytes");
        return (int)bytes.Length;
    }
}
