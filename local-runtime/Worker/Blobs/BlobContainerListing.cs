using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace EntCredit.LocalRuntime.Worker.Blobs;

/// <summary>Lists one container for the functions that watch it.</summary>
internal sealed class BlobContainerListing(
    string key,
    BlobContainerClient container,
    IReadOnlyList<BlobFunction> functions,
    BlobReceipts receipts,
    int pageSize
) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly string _prefix = CommonPrefix([.. functions.Select(f => f.Pattern.Prefix)]);

    public string Key => key;

    /// <summary>Lists once, from the first page to the last; a container that is not there has no blobs.</summary>
    public async Task ListAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var options = new GetBlobsOptions { Prefix = _prefix };
            await foreach (Page<BlobItem> page in container.GetBlobsAsync(options, cancellation).AsPages(pageSizeHint: pageSize))
                foreach (BlobFunction function in functions)
                {
                    (string, string)[] found =
                    [
                        .. page.Values.Where(b => function.Pattern.IsMatch(b.Name)).Select(b => (b.Name, b.Properties.ETag!.Value.ToString("H"))),
                    ];
                    if (receipts.Add(function.Name, key, found) > 0)
                        function.Wake();
                }
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            // Made by whoever uploads first.
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private static string CommonPrefix(string[] all)
    {
        int length = 0;
        while (all.All(p => p.Length > length && p[length] == all[0][length]))
            length++;
        return all[0][..length];
    }
}
