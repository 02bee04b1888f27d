using EntCredit.Stores.Law;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EntCredit.Functions.Operations;

/// <summary>Takes up, within seconds, what another instance has loaded.</summary>
public sealed class LawWatch(LawBook law, [FromKeyedServices("machine")] TimeProvider machine, ILogger<LawWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, machine);
        string? said = null;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await law.RefreshAsync(stoppingToken);
                said = null;
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                // Said once, not every two seconds; what is in force stays.
                if (failed.Message != said) logger.LogError(failed, "Loaded data files cannot be taken up");
                said = failed.Message;
            }
        }
    }
}
