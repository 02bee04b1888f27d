using EntCredit.Orchestrations.Records;
using Microsoft.Extensions.Logging;

namespace EntCredit.Functions.Records;

/// <summary>Takes out of the public view what has been displayed long enough (A27).</summary>
public sealed class ExpireDisplays(DisplayExpiry expiry, ILogger<ExpireDisplays> logger)
{
    /// <summary>16:10 UTC is 00:10 in Shanghai: the last day of what ends is over.</summary>
    [Function("ExpireDisplays")]
    public async Task RunAsync([TimerTrigger("0 10 16 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var ended = await expiry.RunAsync(cancellation);
        if (ended > 0) logger.LogInformation("{Records} records have come to the end of their display", ended);
    }
}
