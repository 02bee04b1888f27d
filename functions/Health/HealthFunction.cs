using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Stores.Blobs;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EntCredit.Functions.Health;

/// <summary>Whether what is needed answers.</summary>
public sealed class HealthFunction(
    BlobAreas areas,
    IBatchView batches,
    IHostApplicationLifetime life,
    [FromKeyedServices("legal")] TimeProvider legal,
    ILogger<HealthFunction> logger)
{
    private const string NoInstance = "health";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>200 with the legal time where storage, ledger and durable engine answer; 503 naming what does not, or that the host is stopping.</summary>
    [Function("Health")]
    [Public]
    [Answers(200, typeof(HealthReport))]
    [Fails("EC9002")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/health")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var unfinished = 0;
        var failed = new List<string>();
        if (!await AnswersAsync("storage", () => areas.Uploads.ExistsAsync(cancellation))) failed.Add("storage");
        if (!await AnswersAsync("ledger", async () => unfinished = (await batches.UnfinishedAsync(cancellation)).Count)) failed.Add("ledger");
        if (!await AnswersAsync("durable", () => client.GetInstanceAsync(NoInstance, cancellation))) failed.Add("durable");
        if (life.ApplicationStopping.IsCancellationRequested) failed.Add("stopping");
        return failed.Count == 0
            ? ApiJson.Ok(new HealthReport("ok", legal.GetUtcNow(), unfinished))
            : Problems.Of(SystemErrors.Unhealthy, string.Join(", ", failed));
    }

    private async Task<bool> AnswersAsync(string part, Func<Task> probe)
    {
        try
        {
            await probe().WaitAsync(Patience);
            return true;
        }
        catch (Exception silent)
        {
            logger.LogError(silent, "{Part} does not answer", part);
            return false;
        }
    }
}

/// <summary>That everything needed answers.</summary>
/// <param name="Status">ok.</param>
/// <param name="LegalTime">What the legal clock shows.</param>
/// <param name="UnfinishedBatches">Uploads that have not come to their receipt.</param>
public sealed record HealthReport(string Status, DateTimeOffset LegalTime, int UnfinishedBatches);
