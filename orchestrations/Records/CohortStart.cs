using EntCredit.Domain.Batches;
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
        var cohorts = (await manifests.OfBatchAsync(batch, cancellation)).Where(cohort => !Cohorts.IsRepeated(cohort)).ToList();
        foreach (var cohort in cohorts)
        {
            if (Cohorts.MendingDue(cohort) is { } due)
            {
                await MendAsync(cohort, await JurisdictionOfAsync(batch, cancellation), due, client, cancellation);
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

    // A manifest may name records that another upload brought at the same time, and that this one never began: the upload itself says where it belongs.
    private async Task<string> JurisdictionOfAsync(string batch, CancellationToken cancellation)
    {
        var stream = await ledger.LoadAsync(BatchIds.Stream(batch), cancellation);
        return Batch.Fold(stream.Events.Cast<BatchEvent>()).Arrival!.Jurisdiction;
    }
}
