using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>Keeps the copy up to date with what other processes append.</summary>
internal sealed class ReplicaService(LedgerReplica replica, TimeProvider machine, ILogger<ReplicaService> logger) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <summary>The copy is complete before anything else starts.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await replica.CatchUpAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Rest, machine, stoppingToken);
                await replica.CatchUpAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogWarning("The copy of the ledger is behind: {Reason}", e.Message);
            }
        }
    }
}
