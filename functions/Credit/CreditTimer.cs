using EntCredit.Orchestrations.Credit;
using Microsoft.Extensions.Logging;

namespace EntCredit.Functions.Credit;

/// <summary>Keeps once a day what became other of enterprises' classes and warnings. What doors and pages answer is judged as they are asked.</summary>
public sealed class CreditTimer(CreditDesk desk, ILogger<CreditTimer> logger)
{
    /// <summary>16:20 UTC is 00:20 in Shanghai.</summary>
    [Function("SweepCredit")]
    public async Task RunAsync([TimerTrigger("0 20 16 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var news = await desk.SweepAsync(cancellation);
        logger.LogInformation("{News} enterprises' classes or warnings are other than before", news);
    }
}
