using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Logging;

namespace EntCredit.CosmosStandIn;

/// <summary>
/// A stand-in for Azure Cosmos DB inside the tests' process: the part of its REST protocol that the real SDK speaks in Gateway mode for point operations, change feeds and the
/// change feed processor's leases. What it offers behaves as documented; what it does not offer answers 501. Signatures are not checked.
/// </summary>
public sealed class CosmosServer : IAsyncDisposable
{
    // The key that the emulator publishes: no secret.
    private const string Key = "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==";

    private readonly WebApplication _web;
    private readonly CosmosAccount _account;
    private readonly Lock _one = new();
    private readonly ConcurrentQueue<(CosmosCall Call, int Status)> _calls = new();

    private CosmosServer(WebApplication web, CosmosAccount account) => (_web, _account) = (web, account);

    /// <summary>Where it listens, with a slash at the end.</summary>
    public string Endpoint { get; private set; } = string.Empty;

    /// <summary>A connection string as the portal gives one.</summary>
    public string ConnectionString => $"AccountEndpoint={Endpoint};AccountKey={Key};";

    /// <summary>Decides for a call whether it goes wrong; null for none. Asked for calls on items only.</summary>
    public Func<CosmosCall, CosmosFault?>? Faults { get; set; }

    /// <summary>What was asked and answered so far, but for the account's description.</summary>
    public IReadOnlyList<(CosmosCall Call, int Status)> Calls => [.. _calls];

    /// <summary>Starts one on a free port of 127.0.0.1.</summary>
    /// <param name="ranges">How many physical partitions a container has.</param>
    /// <param name="clock">What <c>_ts</c> and times to live go by.</param>
    public static async Task<CosmosServer> StartAsync(int ranges = 1, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 8 * 1024 * 1024);
        var web = builder.Build();
        var server = new CosmosServer(web, new CosmosAccount(ranges, clock ?? TimeProvider.System));
        web.Run(server.AnswerAsync);
        await web.StartAsync();
        server.Endpoint = web.Urls.Single().TrimEnd('/') + "/";
        return server;
    }

    /// <summary>The real SDK's client of this server. The caller disposes it.</summary>
    public CosmosClient Connect(CosmosClientOptions? options = null)
    {
        options ??= new CosmosClientOptions();
        options.ConnectionMode = ConnectionMode.Gateway;
        options.LimitToEndpoint = true;
        return new CosmosClient(ConnectionString, options);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var call = await CosmosCall.ReadAsync(http);
        var fault = call.Kind == "docs" ? Faults?.Invoke(call) : null;
        var answer = fault switch
        {
            CosmosFault.Throttled => CosmosAnswer.Error(429, "TooManyRequests", "Request rate is large.", 3200).With("x-ms-retry-after-ms", "5"),
            CosmosFault.Unavailable => CosmosAnswer.Error(503, "ServiceUnavailable", "Service is currently unavailable."),
            CosmosFault.PreconditionFailed => CosmosAnswer.Error(412, "PreconditionFailed", "One of the specified pre-condition is not met"),
            CosmosFault.BrokenBefore => null,
            _ => Ask(call),
        };
        if (fault is CosmosFault.TimeoutAfterCommit) answer = CosmosAnswer.Error(408, "RequestTimeout", "Request timed out.");
        if (fault is CosmosFault.BrokenBefore or CosmosFault.BrokenAfterCommit) answer = null;
        if (call.Path.Count > 0) _calls.Enqueue((call, answer?.Status ?? 0));
        if (answer is null)
        {
            http.Abort();
            return;
        }

        await WriteAsync(http, answer);
    }

    private CosmosAnswer Ask(CosmosCall call)
    {
        lock (_one) return _account.Answer(call, Endpoint);
    }

    private static async Task WriteAsync(HttpContext http, CosmosAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.Headers["x-ms-activity-id"] = http.Request.Headers["x-ms-activity-id"] is { Count: > 0 } activity ? activity : Guid.NewGuid().ToString();
        http.Response.Headers["x-ms-gatewayversion"] = "version=2.14.0";
        http.Response.Headers["x-ms-request-charge"] = "1";
        foreach (var (name, value) in answer.Headers) http.Response.Headers[name] = value;
        if (answer.Body is null) return;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(answer.Body, http.RequestAborted);
    }
}
