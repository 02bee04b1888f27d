using Azure.Storage.Blobs;
using EntCredit.Tests.Shared;

namespace EntCredit.LocalRuntime.Tests.Worker.Blobs;

/// <summary>One Azurite for all tests of blobs; each takes containers of its own.</summary>
public sealed class Azurite : IAsyncLifetime
{
    private AzuriteProcess? _process;

    public string ConnectionString => _process!.ConnectionString;

    public async ValueTask InitializeAsync() => _process = await AzuriteProcess.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
    }

    public async Task<BlobContainerClient> EmptyAsync(string container)
    {
        BlobContainerClient client = new BlobServiceClient(ConnectionString).GetBlobContainerClient(container);
        await client.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await foreach (var blob in client.GetBlobsAsync(new Azure.Storage.Blobs.Models.GetBlobsOptions(), TestContext.Current.CancellationToken))
            await client.DeleteBlobAsync(blob.Name, cancellationToken: TestContext.Current.CancellationToken);
        return client;
    }
}
