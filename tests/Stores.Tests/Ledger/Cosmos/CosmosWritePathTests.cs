using System.Text;
using System.Text.Json;
using EntCredit.Domain.Events;
using EntCredit.Domain.Records;
using EntCredit.Stores.Ledger;
using Microsoft.Azure.Cosmos;

namespace EntCredit.Stores.Tests.Ledger.Cosmos;

/// <summary>What the ledger asks of Cosmos DB, request by request.</summary>
public sealed class CosmosWritePathTests : IAsyncLifetime
{
    private CosmosTown _town = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static RecordEvent.Collected Collected => Samples.Collected() with { Personal = null };

    public async ValueTask InitializeAsync() => _town = await CosmosTown.StartAsync();

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task AppendAsync_CollectAndPublish_IsOneCreateAndOneReplaceOfItsDocument()
    {
        var ledger = _town.Open();
        await ledger.AppendAsync([new Append("r-1", Samples.Subject, 0, [Collected])], Cancellation);
        await ledger.AppendAsync([new Append("r-1", Samples.Subject, 1, [new RecordEvent.Published(Samples.At)])], Cancellation);

        // The first create is the locator's.
        Assert.Equal([("POST", 201), ("POST", 201), ("PUT", 200)], _town.On("ledger"));
        Assert.InRange(await SizeAsync("r-1", Samples.Subject), 1, 2_048);
    }

    [Fact]
    public async Task AppendAsync_RowOfSixteenColumns_IsPublishedWithinTwoKilobytes()
    {
        var values = new Dictionary<string, string>
        {
            ["subject_name"] = "界首市样例甲商贸有限公司", ["subject_kind"] = "法人及非法人组织", ["credit_code"] = "91990000MA00000009", ["document_number"] = "界综执罚〔2020〕1号",
            ["violation_type"] = "占道经营", ["violation_facts"] = "在样板路占用道路摆放物品", ["basis"] = "《安徽省城市市容和环境卫生管理条例》第十八条", ["kind"] = "罚款",
            ["content"] = "罚款人民币伍佰元", ["fine"] = "0.05", ["decided_on"] = "2020-06-30", ["authority"] = "界首市城市管理综合行政执法局", ["procedure"] = "一般程序",
            ["display_until"] = "2021-06-30", ["authority_code"] = "11990000MB00000000", ["source_unit"] = "界首市城市管理综合行政执法局",
        };
        var ledger = _town.Open();
        const string Stream = "20260105023000-aabbccddee-0000002";
        var collected = Collected with { Content = Samples.Content() with { Fields = values }, Digest = Hex(1, 32) };
        await ledger.AppendAsync([new Append(Stream, Samples.Subject, 0, [collected]) { ClaimsIdentity = true }], Cancellation);
        await ledger.AppendAsync([new Append(Stream, Samples.Subject, 1, [Publish()])], Cancellation);

        // What the service adds (_rid, _self and so on) is counted.
        var sizes = (Record: await SizeAsync(Stream, Samples.Subject), Locator: await SizeAsync(Stream, Stream));
        TestContext.Current.TestOutputHelper?.WriteLine($"{sizes}");
        Assert.InRange(sizes.Record, 1, 2_048);
        Assert.InRange(sizes.Locator, 1, 512);
    }

    [Fact]
    public async Task AppendAsync_StreamInItsOwnPartition_NeedsNoLocator()
    {
        await _town.Open().AppendAsync([new Append("r-1", "r-1", 0, [Collected])], Cancellation);

        Assert.Equal([("POST", 201)], _town.On("ledger"));
    }

    [Fact]
    public async Task AppendAsync_AfterALoad_ReadsNothingAgain()
    {
        await _town.Open().AppendAsync([new Append("r-1", Samples.Subject, 0, [Collected])], Cancellation);
        var ledger = _town.Open();
        var loaded = await ledger.LoadAsync("r-1", Cancellation);
        var before = _town.On("ledger").Count;

        await ledger.AppendAsync([new Append("r-1", loaded.Partition!, 1, [new RecordEvent.Published(Samples.At)])], Cancellation);

        Assert.Equal([("PUT", 200)], _town.On("ledger").Skip(before));
    }

    [Fact]
    public async Task LoadAsync_StreamInAnothersPartition_ReadsTwoDocumentsAndThenOne()
    {
        await _town.Open().AppendAsync([new Append("r-1", Samples.Subject, 0, [Collected])], Cancellation);
        var ledger = _town.Open();
        var before = _town.On("ledger").Count;

        await ledger.LoadAsync("r-1", Cancellation);
        await ledger.LoadAsync("r-1", Cancellation);

        Assert.Equal([("GET", 200), ("GET", 200), ("GET", 200)], _town.On("ledger").Skip(before));
    }

    [Fact]
    public async Task AppendAsync_Writes_BringNoDocumentBackAndAskOnTheVersion()
    {
        var ledger = _town.Open();
        await ledger.AppendAsync([new Append("r-1", "r-1", 0, [Collected])], Cancellation);
        await ledger.AppendAsync([new Append("r-1", "r-1", 1, [new RecordEvent.Published(Samples.At)])], Cancellation);

        var writes = _town.Server.Calls.Where(one => one.Call.Kind == "docs" && one.Call.IsWrite).Select(one => one.Call).ToList();
        Assert.Equal(2, writes.Count);
        Assert.All(writes, call => Assert.Equal("return=minimal", call.Headers["Prefer"]));
        Assert.True(writes[1].Headers.ContainsKey("If-Match"));
    }

    [Fact]
    public async Task LoadAsync_AfterAWriteOfTheSameClient_SendsItsSessionToken()
    {
        var ledger = _town.Open();
        await ledger.AppendAsync([new Append("r-1", "r-1", 0, [Collected])], Cancellation);
        await ledger.LoadAsync("r-1", Cancellation);

        var read = _town.Server.Calls.Last(one => one.Call.Kind == "docs").Call;
        Assert.Equal("0:-1#1", read.Headers["x-ms-session-token"]);
    }

    [Fact]
    public async Task AppendAsync_ManyWriters_EachHeadIsWrittenOnceAndEachLoserIsRefusedBy409Or412()
    {
        const int Writers = 64;
        var first = _town.Open();
        var second = _town.Open();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
            async () =>
            {
                var ledger = writer % 2 == 0 ? first : second;
                while (true)
                {
                    var loaded = await ledger.LoadAsync("s", Cancellation);
                    try
                    {
                        await ledger.AppendAsync([new Append("s", "s", loaded.Version, [Numbered(writer)])], Cancellation);
                        return;
                    }
                    catch (LedgerConflictException)
                    {
                        // Loaded again.
                    }
                }
            },
            Cancellation)));

        var writes = _town.Server.Calls
            .Where(one => one.Call.Kind == "docs" && one.Call.IsWrite && Encoding.UTF8.GetString(one.Call.Body).Contains("\"kind\":\"stream\"", StringComparison.Ordinal))
            .Select(one => (one.Call.Method, one.Status))
            .ToList();
        Assert.Equal(1, writes.Count(one => one == ("POST", 201)));
        Assert.Equal(Writers - 1, writes.Count(one => one == ("PUT", 200)));
        Assert.All(writes.Where(one => one.Status is not (200 or 201)), one => Assert.Equal(one.Method == "POST" ? 409 : 412, one.Status));
        Assert.Equal(Writers, (await first.LoadAsync("s", Cancellation)).Events.Distinct().Count());
    }

    [Fact]
    public async Task AppendAsync_SameEventsOnSqlite_GiveTheSameBytesAndHashes()
    {
        using var folder = new LedgerFolder();
        DomainEvent[] events = [Collected, new RecordEvent.Published(Samples.At), new RecordEvent.Withdrawn(Samples.At, "jieshou-chengguan", "x")];
        var cosmos = await AllAsync(_town.Open(), events);
        var sqlite = await AllAsync(folder.Open(), events);

        Assert.Equal(sqlite.Select(stored => (stored.Version, stored.Canonical, stored.PreviousHash, stored.Hash)), cosmos.Select(stored => (stored.Version, stored.Canonical, stored.PreviousHash, stored.Hash)));
    }

    [Fact]
    public async Task AppendAsync_EventsOutgrowTheHead_MoveToPagesAndTheHeadStaysSmall()
    {
        var ledger = _town.Open();
        for (var version = 0; version < 60; version++)
            await ledger.AppendAsync([new Append("s", "p", version, [Numbered(version) with { Reason = Hex(version, 300) }])], Cancellation);

        Assert.InRange(await SizeAsync("s", "p"), 1, 40_000);
        Assert.Equal(60, (await _town.Open().LoadAsync("s", Cancellation)).Events.Distinct().Count());
    }

    [Fact]
    public async Task AppendAsync_OneCallOfMoreThanADocumentHolds_IsAtomicAllTheSame()
    {
        var events = Enumerable.Range(0, 40).Select(number => (DomainEvent)(Numbered(number) with { Reason = Hex(number, 50_000) })).ToList();
        var ledger = _town.Open();
        await ledger.AppendAsync([new Append("s", "p", 0, events)], Cancellation);

        Assert.Equal(40, (await _town.Open().LoadAsync("s", Cancellation)).Events.Distinct().Count());
    }

    // What does not get shorter by packing than half of it.
    private static string Hex(int seed, int bytes)
    {
        var given = new byte[bytes];
        new Random(seed).NextBytes(given);
        return Convert.ToHexStringLower(given);
    }

    private static RecordEvent.Published Publish() => new(Samples.At.AddDays(1)) { Closed = [new("T2", Domain.Obligations.DutyOutcome.Met)] };

    internal static RecordEvent.Withdrawn Numbered(int number) => new(Samples.At.AddSeconds(number), "jieshou-chengguan", $"{number}");

    private static async Task<List<StoredEvent>> AllAsync(ILedger ledger, IReadOnlyList<DomainEvent> events)
    {
        await ledger.AppendAsync([new Append("r-1", Samples.Subject, 0, [events[0]])], Cancellation);
        await ledger.AppendAsync([new Append("r-1", Samples.Subject, 1, [.. events.Skip(1)])], Cancellation);
        var all = new List<StoredEvent>();
        await foreach (var stored in ledger.ReadAllAsync(0, Cancellation)) all.Add(stored);
        return all;
    }

    private async Task<int> SizeAsync(string id, string partition)
    {
        using var response = await _town.Ledger().ReadItemStreamAsync(id, new PartitionKey(partition), cancellationToken: Cancellation);
        using var reader = new StreamReader(response.Content, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(Cancellation);
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(text).RootElement.ValueKind);
        return Encoding.UTF8.GetByteCount(text);
    }
}
