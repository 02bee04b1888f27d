using System.Net;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EntCredit.Domain.Batches;

namespace EntCredit.EndToEnd.Tests.Running;

/// <summary>The doors of a running host, as departments and citizens use them: the ordinary storage client, and HTTP.</summary>
internal sealed class Doors(string storage) : IDisposable
{
    public const string Registrar = "jieshou-registrar", Housing = "jieshou-housing", Supervision = "jieshou-scjg";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly BlobServiceClient blobs = new(storage);
    private HttpClient http = new();

    /// <summary>Where the host listens.</summary>
    public Uri Url => http.BaseAddress!;

    /// <summary>Turns to a host that was just started, and waits until it is healthy.</summary>
    /// <param name="url">Where it listens.</param>
    /// <param name="lastWords">What it said where it has ended, else null.</param>
    public async Task OpenAsync(Uri url, Func<string?> lastWords)
    {
        http.Dispose();
        http = new HttpClient { BaseAddress = url, Timeout = Patience };
        await UntilAsync("the host is healthy", async () =>
        {
            if (lastWords() is { } words) throw new InvalidOperationException("The host ended: " + words);
            try
            {
                using var answer = await http.GetAsync(new Uri("/api/v1/health", UriKind.Relative));
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
    }

    /// <summary>Uploads a file. The id of its batch, as the path and the storage's ETag give it.</summary>
    public Task<string> UploadAsync(string path, byte[] content, string? review = null) =>
        UploadAsync(path, content, review is null ? null : new Dictionary<string, string> { ["secrecyreview"] = review });

    /// <summary>The same with any metadata.</summary>
    public async Task<string> UploadAsync(string path, byte[] content, Dictionary<string, string>? metadata)
    {
        var uploaded = await blobs.GetBlobContainerClient("uploads").GetBlobClient(path)
            .UploadAsync(new BinaryData(content), new BlobUploadOptions { Metadata = metadata });
        return BatchIds.Of(uploaded.Value.LastModified, path, uploaded.Value.ETag.ToString());
    }

    /// <summary>Uploads the sample register of forty enterprises and waits until it is public.</summary>
    public async Task<string> UploadRegisterAsync()
    {
        var file = Path.Combine(Repository.Samples, "jieshou", Registrar, "register", "register.csv");
        var batch = await UploadAsync($"{Registrar}/register/register.csv", await File.ReadAllBytesAsync(file), "done");
        await SettleAsync();
        return batch;
    }

    /// <summary>Waits until the host has nothing left to do.</summary>
    public async Task SettleAsync()
    {
        using var answer = await http.PostAsync(new Uri("/admin/local/settle", UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>A batch as its department sees it; null where the host does not know it yet.</summary>
    public async Task<JsonNode?> FindBatchAsync(string department, string batch)
    {
        var (status, body) = await SendAsync(HttpMethod.Get, "/api/v1/batches/" + batch, "dev-" + department);
        return status == HttpStatusCode.NotFound ? null : body;
    }

    /// <summary>A batch that is there.</summary>
    public async Task<JsonNode> BatchAsync(string department, string batch) =>
        await FindBatchAsync(department, batch) ?? throw new InvalidOperationException($"There is no batch {batch}.");

    /// <summary>The ids of a department's batches, newest first.</summary>
    public async Task<IReadOnlyList<string>> BatchesAsync(string department)
    {
        var (_, body) = await SendAsync(HttpMethod.Get, "/api/v1/batches", "dev-" + department);
        return [.. body["items"]!.AsArray().Select(item => (string)item!["id"]!)];
    }

    /// <summary>What the public reads of an enterprise; null where there is nothing.</summary>
    public async Task<JsonNode?> EnterpriseAsync(string code)
    {
        var (status, body) = await SendAsync(HttpMethod.Get, "/api/v1/public/enterprises/" + code);
        return status == HttpStatusCode.NotFound ? null : body;
    }

    /// <summary>Any request: its status and its JSON.</summary>
    public async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(HttpMethod method, string path, string? key = null, string? traceparent = null)
    {
        using var answer = await AnswerAsync(method, path, key, traceparent);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    /// <summary>Any request: its whole answer.</summary>
    public async Task<HttpResponseMessage> AnswerAsync(HttpMethod method, string path, string? key = null, string? traceparent = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (key is not null) request.Headers.Add("X-Api-Key", key);
        if (traceparent is not null) request.Headers.Add("traceparent", traceparent);
        return await http.SendAsync(request);
    }

    /// <summary>A request with a body and headers of its own: its whole answer, its JSON (null where it has none).</summary>
    public async Task<(HttpResponseMessage Answer, JsonNode? Body)> CallAsync(
        HttpMethod method, string path, string? key, string? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (key is not null) request.Headers.Add("X-Api-Key", key);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (json is not null) request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        var answer = await http.SendAsync(request);
        var isJson = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return (answer, isJson ? JsonNode.Parse(await answer.Content.ReadAsStringAsync()) : null);
    }

    /// <summary>A blob's JSON; null where it is not there.</summary>
    public async Task<JsonNode?> JsonBlobAsync(string container, string path)
    {
        var blob = blobs.GetBlobContainerClient(container).GetBlobClient(path);
        return await blob.ExistsAsync() ? JsonNode.Parse((await blob.DownloadContentAsync()).Value.Content) : null;
    }

    /// <summary>A blob's bytes.</summary>
    public async Task<byte[]> BlobAsync(string container, string path) =>
        (await blobs.GetBlobContainerClient(container).GetBlobClient(path).DownloadContentAsync()).Value.Content.ToArray();

    /// <summary>Asks again and again until something is so.</summary>
    public static async Task UntilAsync(string what, Func<Task<bool>> so)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await so())
        {
            if (patience.IsCancellationRequested) throw new TimeoutException($"After {Patience}, not yet: {what}.");
            await Task.Delay(15);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();
}
