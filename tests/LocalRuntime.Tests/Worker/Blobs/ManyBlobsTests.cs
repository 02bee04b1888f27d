using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using EntCredit.LocalRuntime.Worker.Blobs;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.LocalRuntime.Tests.Worker.Blobs;

/// <summary>Many blobs in many containers, the host stopped and started in the middle: each is claimed once. A hundred thousand with ENTCREDIT_FULL=1.</summary>
[Collection("azurite")]
public sealed class ManyBlobsTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly string[] Containers = ["many-a", "many-b", "many-c", "many-d"];
    private static readonly int Count = Environment.GetEnvironmentVariable("ENTCREDIT_FULL") == "1" ? 100_000 : 2_000;
    private readonly string _folder = Directory.CreateTempSubdirectory("many-").FullName;

    public async ValueTask InitializeAsync()
    {
        foreach (string container in Containers)
            await Service.GetBlobContainerClient(container).CreateIfNotExistsAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (string container in Containers)
            await Service.DeleteBlobContainerAsync(container);
        Directory.Delete(_folder, recursive: true);
    }

    private BlobServiceClient Service => new(azurite.ConnectionString);

    [Fact]
    public async Task Restart_InTheMiddleOfManyContainers_EachBlobIsClaimedOnce()
    {
        await UploadAsync();
        var claims = new Claims();
        await using (TestHost first = await HostAsync(claims))
            await claims.AtLeastAsync(Count / 4);
        int before = claims.Total;
        await using TestHost second = await HostAsync(claims);
        await second.Get<BlobListener>().WorkOffAsync(TestContext.Current.CancellationToken);

        Assert.InRange(before, Count / 4, Count - 1);
        Assert.Equal(Count, claims.Total);
        Assert.Equal(Count, claims.Distinct);
        Assert.Empty(second.Get<IPoisonList>().Read());
    }

    private Task<TestHost> HostAsync(Claims claims) =>
        TestHost.StartAsync([typeof(ManyFunctions)], b => b.Services.AddSingleton(claims), _folder, settings: $"Storage={azurite.ConnectionString}");

    private Task UploadAsync() =>
        Parallel.ForAsync(
            0,
            Count,
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken },
            async (i, cancellation) =>
                await Service.GetBlobContainerClient(Containers[i % Containers.Length]).UploadBlobAsync($"{i:000000}", BinaryData.FromString("1"), cancellation)
        );

    public sealed class Claims
    {
        private readonly ConcurrentDictionary<string, int> _claims = new(StringComparer.Ordinal);
        private int _total;

        public int Total => Volatile.Read(ref _total);

        public int Distinct => _claims.Count;

        public void Add(string blob)
        {
            _claims.AddOrUpdate(blob, 1, (_, n) => n + 1);
            Interlocked.Increment(ref _total);
        }

        public async Task AtLeastAsync(int count)
        {
            while (Total < count)
                await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    public sealed class ManyFunctions(Claims claims)
    {
        [Function("ManyA")]
        public void A([BlobTrigger("many-a/{name}", Connection = "Storage")] BlobClient blob, string name) => claims.Add("a/" + name);

        [Function("ManyB")]
        public void B([BlobTrigger("many-b/{name}", Connection = "Storage")] BlobClient blob, string name) => claims.Add("b/" + name);

        [Function("ManyC")]
        public void C([BlobTrigger("many-c/{name}", Connection = "Storage")] BlobClient blob, string name) => claims.Add("c/" + name);

        [Function("ManyD")]
        public void D([BlobTrigger("many-d/{name}", Connection = "Storage")] BlobClient blob, string name) => claims.Add("d/" + name);
    }
}
