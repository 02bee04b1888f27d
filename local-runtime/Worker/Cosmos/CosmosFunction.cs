using System.Net;
using System.Reflection;
using System.Text.Json;
using EntCredit.LocalRuntime.Worker.Indexing;
using EntCredit.LocalRuntime.Worker.Invocation;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Worker.Cosmos;

/// <summary>
/// Runs one function for the changes of its container by the SDK's change feed processor. As on Azure a batch is done with once its run ended, failed or not; only a retry
/// policy repeats it, and only a run that was cut off is given out again.
/// </summary>
internal sealed class CosmosFunction(
    FunctionEntry function,
    CosmosDBTriggerAttribute trigger,
    CosmosTarget target,
    CosmosConnections connections,
    FunctionRunner runner,
    TimeProvider machine,
    ILogger logger
) : IDisposable
{
    private const string LeaseKey = "/id";

    private readonly RetrySchedule? _retries = RetrySchedule.Of(function.Method.GetCustomAttribute<RetryAttribute>());
    private readonly Type _item = CosmosBatch.ItemOf(function.TriggerParameter.ParameterType)!;
    private readonly CancellationTokenSource _stopping = new();
    private ChangeFeedProcessor? _processor;

    /// <summary>Starts watching; where Cosmos DB or a container is not there yet, tries again until cancelled.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        for (int tried = 0; !cancellation.IsCancellationRequested; tried++)
        {
            try
            {
                ChangeFeedProcessor processor = await BuildAsync(cancellation);
                await processor.StartAsync();
                _processor = processor;
                return;
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                // Said once, not at every try.
                if (tried == 0)
                    logger.LogWarning("{Function} cannot watch {Database}/{Container} ({Reason}); it is tried again.", function.Name, target.Database, target.Container, Reason(e));
                TimeSpan delay = TimeSpan.FromSeconds(Math.Min(1 << Math.Min(tried, 6), 60));
                await Task.Delay(delay, machine, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    /// <summary>Takes nothing new; a run in progress goes on to its end and is noted, a retry that waits is left to the next start.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        if (_processor is { } processor)
            await processor.StopAsync();
    }

    public void Dispose() => _stopping.Dispose();

    private async Task<ChangeFeedProcessor> BuildAsync(CancellationToken cancellation)
    {
        CosmosClient leaseClient = connections.Client(target.LeaseConnection, target.PreferredLocations);
        if (trigger.CreateLeaseContainerIfNotExists)
            await CreateLeasesAsync(leaseClient, cancellation);
        ChangeFeedProcessorBuilder builder = connections
            .Client(target.Connection, target.PreferredLocations)
            .GetContainer(target.Database, target.Container)
            .GetChangeFeedProcessorBuilder<JsonElement>(target.LeasePrefix, RunAsync)
            .WithErrorNotification(TellAsync)
            .WithInstanceName(Guid.NewGuid().ToString())
            .WithLeaseContainer(leaseClient.GetContainer(target.LeaseDatabase, target.LeaseContainer))
            .WithLeaseConfiguration(Span(trigger.LeaseAcquireInterval), Span(trigger.LeaseExpirationInterval), Span(trigger.LeaseRenewInterval));
        if (trigger.MaxItemsPerInvocation > 0)
            builder.WithMaxItems(trigger.MaxItemsPerInvocation);
        if (target.From is { } from)
            builder.WithStartTime(from);
        if (Span(trigger.FeedPollDelay) is { } delay)
            builder.WithPollInterval(delay);
        return builder.Build();
    }

    private async Task CreateLeasesAsync(CosmosClient client, CancellationToken cancellation)
    {
        await client.CreateDatabaseIfNotExistsAsync(target.LeaseDatabase, cancellationToken: cancellation);
        // Leases carry a time to live of their own.
        var leases = new ContainerProperties(target.LeaseContainer, LeaseKey) { DefaultTimeToLive = -1 };
        int? throughput = trigger.LeasesContainerThroughput > 0 ? trigger.LeasesContainerThroughput : null;
        await client.GetDatabase(target.LeaseDatabase).CreateContainerIfNotExistsAsync(leases, throughput, cancellationToken: cancellation);
    }

    private async Task RunAsync(ChangeFeedProcessorContext context, IReadOnlyCollection<JsonElement> changes, CancellationToken cancellation)
    {
        for (int retry = 0; ; retry++)
        {
            try
            {
                await runner.RunAsync(function, new Trigger(CosmosBatch.Of(_item, changes)) { Retries = _retries?.Context(retry) }, CancellationToken.None);
                return;
            }
            catch (Exception) when (runner.IsAborted)
            {
                // Whoever starts next is given the batch again.
                throw;
            }
            catch (Exception e)
            {
                if (_retries?.After(retry) is not { } delay)
                {
                    logger.LogWarning(e, "{Function} failed for {Count} changes of {Container}: they are not given out again.", function.Name, changes.Count, target.Container);
                    return;
                }
                logger.LogWarning("{Function} failed for {Count} changes of {Container}; again in {Delay}.", function.Name, changes.Count, target.Container, delay);
                await Task.Delay(delay, machine, _stopping.Token);
            }
        }
    }

    private Task TellAsync(string lease, Exception e)
    {
        if (e is CosmosException { StatusCode: HttpStatusCode.PreconditionFailed } || _stopping.IsCancellationRequested)
            logger.LogInformation("{Function}: the lease {Lease} is held elsewhere.", function.Name, lease);
        else
            logger.LogWarning("{Function}: the lease {Lease} met an error ({Reason}); it is taken again.", function.Name, lease, Reason(e));
        return Task.CompletedTask;
    }

    private static string Reason(Exception e) => e is CosmosException cosmos ? $"{(int)cosmos.StatusCode} {cosmos.StatusCode}" : e.Message.Split('\n')[0];

    private static TimeSpan? Span(int milliseconds) => milliseconds > 0 ? TimeSpan.FromMilliseconds(milliseconds) : null;
}
