using Microsoft.Extensions.DependencyInjection;
using Azure.Storage.Blobs;
using EntCredit.LocalRuntime.Worker.Blobs;

namespace EntCredit.LocalRuntime.Tests.Worker.Blobs;

[Collection("azurite")]
public sealed class BlobFunctionTests(Azurite azurite) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("blobs-").FullName;
    private BlobContainerClient _uploads = null!;

    public async ValueTask InitializeAsync() => _uploads = await azurite.EmptyAsync("uploads");

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private Task<TestHost> Host(Type function, string hostJson = "{}", params string[] settings) =>
        TestHost.StartAsync(
            [function],
            b => b.Services.AddSingleton<Gate>(),
            _folder,
            hostJson,
            [$"Storage={azurite.ConnectionString}", .. settings]
        );

    private Task UploadAsync(string name, string text) =>
        _uploads.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true, TestContext.Current.CancellationToken);

    private static Task DoneAsync(TestHost host) => host.Get<BlobListener>().WorkOffAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Upload_BeforeAndAfterStart_EachRunsOnceWithItsPath()
    {
        await UploadAsync("镇/permit/一月.csv", "1");
        await UploadAsync("d/permit/other.txt", "no match");
        await using TestHost host = await Host(typeof(UploadFunction));
        await UploadAsync("d/e/penalty/b.csv", "2");
        // By polling alone: nobody asks for a listing.
        await host.Get<Seen>().AtLeastAsync(2);
        await DoneAsync(host);
        await DoneAsync(host);
        Assert.Equal(["d/e penalty b 2", "镇 permit 一月 1"], host.Get<Seen>().All.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Upload_OverwritesABlob_TheNewVersionRuns()
    {
        await using TestHost host = await Host(typeof(UploadFunction));
        await UploadAsync("d/permit/a.csv", "1");
        await DoneAsync(host);
        await UploadAsync("d/permit/a.csv", "2");
        await DoneAsync(host);
        Assert.Equal(["d permit a 1", "d permit a 2"], host.Get<Seen>().All);
    }

    [Fact]
    public async Task Restart_BlobsWereDone_NoneRunsAgain()
    {
        await UploadAsync("d/permit/a.csv", "1");
        await using (TestHost host = await Host(typeof(UploadFunction)))
            await DoneAsync(host);
        await using TestHost again = await Host(typeof(UploadFunction));
        await DoneAsync(again);
        Assert.Empty(again.Get<Seen>().All);
    }

    [Fact]
    public async Task Run_FailsTwice_IsTriedUntilItSucceeds()
    {
        await using TestHost host = await Host(typeof(UploadFunction));
        await UploadAsync("d/permit/a.csv", "wrong twice");
        await DoneAsync(host);
        Assert.Equal(3, host.Get<Seen>().All.Count);
        Assert.Empty(host.Get<IPoisonList>().Read());
    }

    [Fact]
    public async Task Run_AlwaysFails_IsPoisonAfterFiveAndStaysSo()
    {
        await UploadAsync("d/permit/a.csv", "wrong");
        await UploadAsync("d/permit/b.csv", "right");
        await using (TestHost host = await Host(typeof(UploadFunction)))
        {
            await DoneAsync(host);
            Assert.Equal(5, host.Get<Seen>().All.Count(s => s == "d permit a wrong"));
            Assert.Equal(1, host.Get<Seen>().All.Count(s => s == "d permit b right"));
        }
        await using TestHost again = await Host(typeof(UploadFunction));
        await DoneAsync(again);
        Assert.Empty(again.Get<Seen>().All);
        PoisonBlob poison = Assert.Single(again.Get<IPoisonList>().Read());
        Assert.Equal(("Upload", "Storage/uploads", "d/permit/a.csv", 5), (poison.Function, poison.Container, poison.Name, poison.Tries));
        Assert.Equal("InvalidOperationException: uploads/d/permit/a.csv is wrong", poison.Error);
    }

    [Fact]
    public async Task Stop_RunIsCutOff_RunsAgainAndTheTryDoesNotCount()
    {
        await UploadAsync("a", "1");
        for (int i = 0; i < 6; i++)
        {
            await using TestHost host = await Host(typeof(HeldFunction), settings: "LocalRuntime:DrainTimeout=00:00:00.050");
            await host.Get<Seen>().AtLeastAsync(1);
        }
        await using TestHost last = await Host(typeof(HeldFunction));
        last.Get<Gate>().Open();
        await DoneAsync(last);
        Assert.Equal(["begin", "end"], last.Get<Seen>().All);
        Assert.Empty(last.Get<IPoisonList>().Read());
    }

    [Fact]
    public async Task Run_ManyBlobsOnManyPages_NoMoreAtOnceThanAllowed()
    {
        await Parallel.ForAsync(0, 40, TestContext.Current.CancellationToken, async (i, _) => await UploadAsync($"b{i:00}", "1"));
        const string Json = """{ "extensions": { "blobs": { "maxDegreeOfParallelism": 3 } } }""";
        await using TestHost host = await Host(typeof(HeldFunction), Json, "LocalRuntime:BlobPageSize=7");
        Seen seen = host.Get<Seen>();
        await seen.AtLeastAsync(3);
        await host.Get<BlobListener>().ListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["begin", "begin", "begin"], seen.All);
        host.Get<Gate>().Open(40);
        await DoneAsync(host);
        Assert.Equal(40, seen.All.Count(s => s == "end"));
        int running = 0;
        Assert.All(seen.All, s => Assert.InRange(running += s == "begin" ? 1 : -1, 0, 3));
    }

    [Fact]
    public async Task Run_BlobIsGoneByThen_NothingRuns()
    {
        await using TestHost host = await Host(typeof(HeldFunction), """{ "extensions": { "blobs": { "maxDegreeOfParallelism": 1 } } }""");
        await UploadAsync("a", "1");
        await host.Get<Seen>().AtLeastAsync(1);
        await UploadAsync("b", "1");
        await host.Get<BlobListener>().ListAsync(TestContext.Current.CancellationToken);
        await _uploads.DeleteBlobAsync("b", cancellationToken: TestContext.Current.CancellationToken);
        host.Get<Gate>().Open(2);
        await DoneAsync(host);
        Assert.Equal(["begin", "end"], host.Get<Seen>().All);
    }

    [Fact]
    public async Task Start_ContainerIsNotThere_IsWaitedFor()
    {
        await using TestHost host = await TestHost.StartAsync([typeof(LateFunction)], settings: $"Storage={azurite.ConnectionString}");
        await DoneAsync(host);
        BlobContainerClient late = await azurite.EmptyAsync("late");
        await late.UploadBlobAsync("a", BinaryData.FromString("1"), TestContext.Current.CancellationToken);
        Assert.Equal(["late"], await host.Get<Seen>().AtLeastAsync(1));
        await late.DeleteAsync(cancellationToken: TestContext.Current.CancellationToken);
    }

    public sealed class LateFunction(Seen seen)
    {
        [Function("Late")]
        public void Late([BlobTrigger("late/{name}", Connection = "Storage")] BlobClient blob, string name) => seen.Add("late");
    }
}
