using EntCredit.Domain.Records;
using EntCredit.Stores.Blobs;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;

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
                await MendAsync(cohort, await JurisdictionOfAsync(cohort, cancellation), due, client, cancellation);
            }
            else
            {
                await client.StartOnceAsync(CohortOrchestrator.Name, new CohortInput(cohort), Instances.OfCohort(cohort), cancellation);
            }
        }

        return cohorts.Count;
    }

    /// <summary>
    /// Starts what keeps the time of refused rows, by what the ledger's book says of them: no manifest is read, so that asking for all that are owed is cheap.
    /// Of uploads that have come to their receipt only: before it, not every manifest is written.
    /// </summary>
    public async Task OfRefusedAsync(IEnumerable<OwingBatch> owing, DurableTaskClient client, CancellationToken cancellation)
    {
        foreach (var one in owing)
            await MendAsync(Cohorts.OfRefused(one.Batch, one.Announced), one.Jurisdiction, one.Announced, client, cancellation);
    }

    private async Task MendAsync(string cohort, string jurisdiction, DateOnly due, DurableTaskClient client, CancellationToken cancellation)
    {
        var rules = (await rulebook.TodayAsync(cancellation)).For(jurisdiction);
        var remindOn = rules.Calendar.SubtractWorkingDays(due, rules.Profile.RefusedRowCorrection.ReminderWorkingDaysBefore);
        await client.StartOnceAsync(MendingOrchestrator.Name, new MendingInput(cohort, remindOn, due), Instances.OfMending(cohort), cancellation);
    }

    private async Task<string> JurisdictionOfAsync(string cohort, CancellationToken cancellation)
    {
        var chunks = await manifests.ChunksAsync(cohort, cancellation);
        var first = (await manifests.ReadAsync(cohort, chunks[0], cancellation))[0];
        var stream = await ledger.LoadAsync(first, cancellation);
        return Record.Fold(stream.Events.Cast<RecordEvent>()).Origin!.Jurisdiction;
    }
}
