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
    private const string KeyHeader = "X-Api-Key";
    private readonly HttpClient http = new() { BaseAddress = url, Timeout = TimeSpan.FromMinutes(3) };
    private readonly BlobServiceClient blobs = new(storage);

    /// <summary>Uploads a sample with the ordinary storage client and waits until the batch has its receipt. The batch as its department sees it.</summary>
    public async Task<JsonNode> UploadAsync(string department, string item, string file, string? review = null, string? asName = null)
    {
        var path = new[] { "jieshou", "mended", "hunan", "chongqing" }.Select(folder => Path.Combine(samples, folder, department, item, file)).FirstOrDefault(File.Exists)
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

    /// <summary>A department's act, with what it says.</summary>
    public Task<JsonNode> DoAsync(string department, string path, object? body = null) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body ?? new { }) }, department);

    /// <summary>An app's post of records under a key of its own: the status and the answer.</summary>
    public async Task<(HttpStatusCode Status, JsonNode Answer)> PostAsync(string department, string idempotencyKey, JsonNode body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/records") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        request.Headers.Add(KeyHeader, KeyOf(department));
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    /// <summary>A citizen's objection, without an account.</summary>
    public async Task<JsonNode> ObjectAsync(object objection)
    {
        using var answer = await http.PostAsJsonAsync(new Uri("/api/v1/public/objections", UriKind.Relative), objection);
        return await ReadAsync(answer);
    }

    /// <summary>How far an objection has come, by its number and secret; null where the two do not belong together.</summary>
    public async Task<JsonNode?> ObjectionAsync(string number, string secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/public/objections/" + number);
        request.Headers.Add("X-Case-Secret", secret);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync(answer);
    }

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

    /// <summary>Moves the legal clock, from due instant to due instant, to a time of Shanghai; over days that takes seconds, and says so.</summary>
    public async Task MoveToAsync(DateTime shanghai)
    {
        Timeline.Also("…… 法定时间前移");
        var to = new DateTimeOffset(shanghai, TimeSpan.FromHours(8)).ToUniversalTime();
        using var answer = await http.PostAsJsonAsync(new Uri("/admin/local/clock", UriKind.Relative), new { to });
        Timeline.Also($"…… 到 {Timeline.Moment((await ReadAsync(answer))["legal"])}");
    }

    /// <summary>Waits until the host has nothing left to do.</summary>
    public async Task SettleAsync()
    {
        using var answer = await http.PostAsync(new Uri("/admin/local/settle", UriKind.Relative), null);
        await ReadAsync(answer);
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    /// <summary>A text of a JSON object.</summary>
    public static string Text(JsonNode node, string name) => node[name]?.GetValue<string>() ?? "";

    private async Task<List<JsonNode>> BatchesAsync(string department) =>
        [.. (await AskAsync(department, "/api/v1/batches"))["items"]!.AsArray().Select(batch => batch!)];

    private async Task<JsonNode> SendAsync(HttpRequestMessage request, string department)
    {
        using (request)
        {
            request.Headers.Add(KeyHeader, KeyOf(department));
            using var answer = await http.SendAsync(request);
            return await ReadAsync(answer);
        }
    }

    // The development keys of docs/profiles.md.
    private static string KeyOf(string department) => "dev-" + department;

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
