using EntCredit.Domain.Records;
using EntCredit.Stores.Blobs;
using EntCredit.Stores.Ledger;

namespace EntCredit.Orchestrations.Records;

/// <summary>Starts the orchestrations that keep the time of a batch's records.</summary>
public sealed class CohortStart(ManifestStore manifests, ILedger ledger, Rulebook rulebook)
{
    /// <summary>Starts every cohort of a batch; one that was started is left alone. How many there are.</summary>
    public async Task<int> OfBatchAsync(string batch, DurableTaskClient client, CancellationToken cancellation)
    {
        var cohorts = await manifests.OfBatchAsync(batch, cancellation);
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

        return cohorts.Count;
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
