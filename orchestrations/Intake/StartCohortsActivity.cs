using EntCredit.Domain.Records;
using EntCredit.Orchestrations.Records;
using EntCredit.Stores.Blobs;
using EntCredit.Stores.Ledger;
using Microsoft.Extensions.Logging;

namespace EntCredit.Orchestrations.Intake;

/// <summary>Hands the records of a batch to the orchestrations that keep their time.</summary>
public sealed class StartCohortsActivity(
    ManifestStore manifests, ILedger ledger, Rulebook rulebook, ILogger<StartCohortsActivity> logger)
{
    /// <summary>The function's name.</summary>
    public const string Name = "StartCohorts";

    /// <summary>Runs it. A cohort that was started is left alone.</summary>
    [Function(Name)]
    public async Task RunAsync([ActivityTrigger] BatchInput input, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        using var scope = LogScope.Begin(logger, ("batch", input.Batch));
        var cohorts = await manifests.OfBatchAsync(input.Batch, cancellation);
        foreach (var cohort in cohorts)
        {
            if (Cohorts.MendingDue(cohort) is { } due)
            {
                var mending = new MendingInput(cohort, await RemindOnAsync(cohort, due, cancellation), due);
                await client.StartOnceAsync(MendingOrchestrator.Name, mending, Instances.OfMending(cohort), cancellation);
            }
            else
            {
                await client.StartOnceAsync(CohortOrchestrator.Name, new CohortInput(cohort), Instances.OfCohort(cohort), cancellation);
            }
        }

        logger.LogInformation("Started {Cohorts} cohorts", cohorts.Count);
    }

    private async Task<DateOnly> RemindOnAsync(string cohort, DateOnly due, CancellationToken cancellation)
    {
        var chunks = await manifests.ChunksAsync(cohort, cancellation);
        var first = (await manifests.ReadAsync(cohort, chunks[0], cancellation))[0];
        var stream = await ledger.LoadAsync(first, cancellation);
        var rules = (await rulebook.TodayAsync(cancellation)).For(Record.Fold(stream.Events.Cast<RecordEvent>()).Origin!.Jurisdiction);
        return rules.Calendar.SubtractWorkingDays(due, rules.Profile.RefusedRowCorrection.ReminderWorkingDaysBefore);
    }
}
