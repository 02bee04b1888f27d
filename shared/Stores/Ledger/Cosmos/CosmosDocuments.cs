using System.Net;
using Microsoft.Azure.Cosmos;

namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>Point operations on one container, each of a single document; what went wrong as a value where the ledger decides by it.</summary>
internal sealed class CosmosDocuments(Container container)
{
    /// <summary>The document and its version, or null.</summary>
    public async Task<T?> FindAsync<T>(string partition, string id, CancellationToken cancellation)
        where T : class
    {
        // As a stream: a missing document is no exception.
        using var response = await container.ReadItemStreamAsync(id, new PartitionKey(partition), cancellationToken: cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound && response.Headers["x-ms-substatus"] is null or "0") return null;
        response.EnsureSuccessStatusCode();
        return await System.Text.Json.JsonSerializer.DeserializeAsync<T>(response.Content, CosmosJson.Options, cancellation);
    }

    /// <summary>Creates a document; refused where its id is taken.</summary>
    public Task<(Written Outcome, string? ETag, Exception? Reason)> CreateAsync<T>(string partition, T document) =>
        WriteAsync(() => container.CreateItemAsync(document, new PartitionKey(partition)));

    /// <summary>Replaces a document; refused where it has another version than the one that was read.</summary>
    public Task<(Written Outcome, string? ETag, Exception? Reason)> ReplaceAsync<T>(string partition, string id, string etag, T document) =>
        WriteAsync(() => container.ReplaceItemAsync(document, id, new PartitionKey(partition), new ItemRequestOptions { IfMatchEtag = etag }));

    /// <summary>Deletes a document. False where there was none.</summary>
    public async Task<bool> DeleteAsync(string partition, string id, CancellationToken cancellation)
    {
        using var response = await container.DeleteItemStreamAsync(id, new PartitionKey(partition), cancellationToken: cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound) return false;
        response.EnsureSuccessStatusCode();
        return true;
    }

    // Not cancelled once begun: what nobody waited for would be unknown.
    private static async Task<(Written, string?, Exception?)> WriteAsync<T>(Func<Task<ItemResponse<T>>> write)
    {
        try
        {
            return (Written.Done, (await write()).ETag, null);
        }
        catch (CosmosException e) when (e.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed)
        {
            return (Written.Refused, null, e);
        }
        catch (CosmosException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            // Of a replace: the document that was read is gone.
            return (Written.Refused, null, e);
        }
        catch (Exception e) when (IsUnknown(e))
        {
            return (Written.Unknown, null, e);
        }
    }

    // 408 and 503 may come after the write; so may a connection that broke. 429 and 4xx are certain.
    private static bool IsUnknown(Exception e) =>
        e is CosmosException { StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.ServiceUnavailable or HttpStatusCode.InternalServerError or HttpStatusCode.Gone }
            or HttpRequestException or OperationCanceledException or TimeoutException;
}
