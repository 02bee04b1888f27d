using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace EntCredit.Demo;

/// <summary>The doors of a running host, as departments and citizens use them.</summary>
public sealed class Town(Uri url, string storage, string samples) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = url, Timeout = TimeSpan.FromMinutes(3) };
    private readonly BlobServiceClient blobs = new(storage);

    /// <summary>Uploads a sample with the ordinary storage client and waits until the batch has its receipt. The batch as its department sees it.</summary>
    public async Task<JsonNode> UploadAsync(string department, string item, string file, string? review = null, string? asName = null)
    {
        var path = new[] { "jieshou", "mended" }.Select(folder => Path.Combine(samples, folder, department, item, file)).FirstOrDefault(File.Exists)
            ?? throw new UnexpectedException($"样例文件不存在：{department}/{item}/{file}");
        var known = await BatchesAsync(department);
        var blob = blobs.GetBlobContainerClient("uploads").GetBlobClient($"{department}/{item}/{asName ?? Path.GetFileName(file)}");
        await using (var content = File.OpenRead(path))
        {
            await blob.UploadAsync(content, new BlobUploadOptions
            {
                Metadata = review is null ? null : new Dictionary<string, string> { ["secrecyreview"] = review },
            });
        }

        await SettleAsync();
        return (await BatchesAsync(department)).FirstOrDefault(batch => known.All(old => Text(old, "id") != Text(batch, "id")))
            ?? throw new UnexpectedException($"上传 {blob.Name} 后没有出现新的批次");
    }

    /// <summary>A department's question.</summary>
    public Task<JsonNode> AskAsync(string department, string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path), department);

    /// <summary>A department's act.</summary>
    public Task<JsonNode> DoAsync(string department, string path) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { }) }, department);

    /// <summary>A citizen's question; null where nothing is there.</summary>
    public async Task<JsonNode?> LookUpAsync(string code)
    {
        using var answer = await http.GetAsync(new Uri("/api/v1/public/enterprises/" + code, UriKind.Relative));
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        return await ReadAsync(answer);
    }

    /// <summary>A page as a browser gets it.</summary>
    public Task<string> PageAsync(string path) => http.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>A blob's content.</summary>
    public async Task<string> BlobAsync(string container, string path) =>
        (await blobs.GetBlobContainerClient(container).GetBlobClient(path).DownloadContentAsync()).Value.Content.ToString();

    /// <summary>Moves the legal clock, from due instant to due instant, to a time of Shanghai.</summary>
    public async Task MoveToAsync(DateTime shanghai)
    {
        var to = new DateTimeOffset(shanghai, TimeSpan.FromHours(8)).ToUniversalTime();
        using var answer = await http.PostAsJsonAsync(new Uri("/admin/local/clock", UriKind.Relative), new { to });
        await ReadAsync(answer);
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    /// <summary>A text of a JSON object.</summary>
    public static string Text(JsonNode node, string name) => node[name]?.GetValue<string>() ?? "";

    private async Task SettleAsync()
    {
        using var answer = await http.PostAsync(new Uri("/admin/local/settle", UriKind.Relative), null);
        await ReadAsync(answer);
    }

    private async Task<List<JsonNode>> BatchesAsync(string department) =>
        [.. (await AskAsync(department, "/api/v1/batches"))["items"]!.AsArray().Select(batch => batch!)];

    private async Task<JsonNode> SendAsync(HttpRequestMessage request, string department)
    {
        using (request)
        {
            // The development keys of docs/profiles.md.
            request.Headers.Add("X-Api-Key", "dev-" + department);
            using var answer = await http.SendAsync(request);
            return await ReadAsync(answer);
        }
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new UnexpectedException($"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri?.AbsolutePath} 返回 {(int)answer.StatusCode}：{text}");
        try
        {
            return JsonNode.Parse(text) ?? new JsonObject();
        }
        catch (JsonException)
        {
            return new JsonObject();
        }
    }
}
