using EntCredit.Orchestrations.Provision;
using Microsoft.Extensions.Logging;

namespace EntCredit.Functions.Provision;

/// <summary>Begins each month of the monthly regime: what every department of it owes for the month that has ended (渝府办发〔2016〕170号 三(二)).</summary>
public sealed class ProvisionTimer(ProvisionDesk desk, ILogger<ProvisionTimer> logger)
{
    /// <summary>
    /// 16:01 UTC of a month's last days: 00:01 in Shanghai of its last days and of the first of the next. It may run as often as one likes; a tick that was
    /// missed is made up for at the next start, or by the reconciler.
    /// </summary>
    [Function("ExpectProvision")]
    public async Task RunAsync(
        [TimerTrigger("0 1 16 28-31 * *", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var begun = await desk.ExpectAsync(client, cancellation);
        logger.LogInformation("{Begun} departments' months begun, past due: {PastDue}", begun, timer.IsPastDue);
    }
}
