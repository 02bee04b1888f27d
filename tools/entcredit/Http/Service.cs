using System.CommandLine;
using System.Text.Json.Nodes;

namespace EntCredit.Cli.Http;

/// <summary>The running system over HTTP, as the operator's key opens it.</summary>
internal sealed class Service : IDisposable
{
    private readonly HttpClient http;

    private Service(Uri url, string? key)
    {
        http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromMinutes(10) };
        if (key is not null)
        {
            http.DefaultRequestHeaders.Add("X-Api-Key", key);
            http.DefaultRequestHeaders.Add("X-Purpose", Uri.EscapeDataString("系统运维"));
        }
    }

    /// <summary>With the operator's key.</summary>
    /// <exception cref="VerbException">There is no key.</exception>
    public static Service Of(ParseResult parsed) => new(
        parsed.GetValue(Connection.Url)!,
        Connection.KeyOf(parsed) ?? throw new VerbException(CommandLine.BadArguments, "没有密钥：用 --key-file 指定密钥文件，或设置环境变量 ENTCREDIT_KEY"));

    /// <summary>For the doors of the local runtime, which ask for no department's key but, where one is set, for the host's master key.</summary>
    public static Service OfHost(ParseResult parsed)
    {
        var service = new Service(parsed.GetValue(Connection.Url)!, null);
        if (Environment.GetEnvironmentVariable("ENTCREDIT_MASTER_KEY") is { Length: > 0 } master) service.http.DefaultRequestHeaders.Add("x-functions-key", master);
        return service;
    }

    /// <summary>Asks. The answer's JSON; null where it has none.</summary>
    /// <exception cref="VerbException">It does not answer, or refuses: with every reason that it gives.</exception>
    public async Task<JsonNode?> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            var text = await answer.Content.ReadAsStringAsync(cancellation);
            var isJson = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
            var body = isJson && text.Length > 0 ? JsonNode.Parse(text) : null;
            return answer.IsSuccessStatusCode ? body : throw Refusal((int)answer.StatusCode, body);
        }
        catch (HttpRequestException unreachable)
        {
            throw new VerbException(CommandLine.Failed, $"{http.BaseAddress} 没有响应：{unreachable.Message}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static VerbException Refusal(int status, JsonNode? problem)
    {
        if (problem?["errors"] is JsonArray errors) return new VerbException(CommandLine.Failed, [.. errors.Select(error => (string)error!)]);
        return new VerbException(
            CommandLine.Failed,
            problem?["detail"] is { } detail ? $"{(string?)problem["code"]} {(string?)detail}。{(string?)problem["mend"]}" : $"HTTP {status}");
    }
}
