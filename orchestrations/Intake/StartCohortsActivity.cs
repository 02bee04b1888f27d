using EntCredit.Orchestrations.Records;
using Microsoft.Extensions.Logging;

namespace EntCredit.Orchestrations.Intake;

/// <summary>Hands the records of a batch to the orchestrations that keep their time.</summary>
public sealed class StartCohortsActivity(CohortStart start, ILogger<StartCohortsActivity> logger)
{
    /// <summary>The function's name.</summary>
    public const string Name = "StartCohorts";

    /// <summary>Runs it. A cohort that was started is left alone.</summary>
    [Function(Name)]
    public async Task RunAsync([ActivityTrigger] BatchInput input, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        using var scope = LogScope.Begin(logger, ("batch", input.Batch));
        var cohorts = await start.OfBatchAsync(input.Batch, client, cancellation);
        logger.LogInformation("Started {Cohorts} cohorts", cohorts);
    }
}
