using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.Functions.Messages;

/// <summary>Looks for what is to be sent as long as the process lives: every second, or as often as <c>EntCredit__Messages__Every</c> says.</summary>
public sealed class OutboxService(
    OutboxSender sender, IConfiguration configuration, [FromKeyedServices("machine")] TimeProvider machine, ILogger<OutboxService> logger) : BackgroundService
{
    /// <summary>The setting.</summary>
    public const string Setting = "EntCredit:Messages:Every";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly TimeSpan every = configuration.GetValue(Setting, TimeSpan.FromSeconds(1));

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var rest = every;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(rest, machine, stoppingToken);
                await sender.SendAsync(stoppingToken);
                if (rest != every) logger.LogInformation("Messages are sent again");
                rest = every;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The facts wait in the ledger; who is down is not asked more and more.
                if (rest == every) logger.LogWarning("Messages cannot be sent ({Reason}); they wait in the ledger", e.Message);
                rest = TimeSpan.FromTicks(Math.Min(Math.Max(rest.Ticks * 2, TimeSpan.TicksPerSecond), Longest.Ticks));
            }
        }
    }
}
