using EntCredit.Domain.Batches;
using EntCredit.Domain.Records;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.Intake;
using EntCredit.Orchestrations.Provision;
using EntCredit.Orchestrations.Records;
using EntCredit.Orchestrations.Sanctions;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.Orchestrations.Reconciliation;

/// <summary>Finds by the ledger what should have moved and has not, and moves it: lost wakes and lost instances cost time, never a duty.</summary>
public sealed class Reconciler(
    ILedger ledger,
    IBatchView batches,
    IRecordBook records,
    IObligationBook obligations,
    RecordPages pages,
    CohortStart start,
    CaseDesk cases,
    ICaseIndex index,
    SanctionDesk sanctions,
    ProvisionDesk provisions,
    CaseRepair repair,
    FollowUpDesk follow,
    [FromKeyedServices("legal")] TimeProvider legal,
    ILogger<Reconciler> logger)
{
    private const int PageSize = 1000;

    /// <summary>One pass. What moves in its course already is started or asked again without harm.</summary>
    public async Task<Reconciliation> RunAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var unfinished = await batches.UnfinishedAsync(cancellation);
        foreach (var batch in unfinished)
            await client.StartOnceAsync(BatchOrchestrator.Name, new BatchInput(batch), Instances.OfBatch(batch), cancellation);

        // Register and record, taken at the same time, may each have missed the other.
        var joinable = await records.JoinableAsync(PageSize, cancellation);
        await pages.AskAsync(joinable, (_, now) => new RecordCommand.Join(now), cancellation);

        var publishable = await records.PublishableAsync(PageSize, cancellation);
        var states = (await ledger.LoadManyAsync(publishable, cancellation)).Values
            .Select(stream => Record.Fold(stream.Events.Cast<RecordEvent>()));
        foreach (var cohort in states.Select(state => state.Cohort).OfType<string>().Distinct(StringComparer.Ordinal))
            await client.WakeCohortAsync(cohort, cancellation);

        var mending = await obligations.BatchesOwingAsync(RecordDuties.Mending, legal.GetUtcNow(), cancellation);
        await start.OfRefusedAsync(mending.Where(owing => !unfinished.Contains(owing.Batch)), client, cancellation);

        var released = await ReviewedAsync(cancellation);
        foreach (var batch in released) await client.ReleaseAsync(batch, cancellation);

        // A push or a lifting of which only part landed, and a month that was never asked for.
        var unsettled = await index.UnsettledSanctionsAsync(PageSize, cancellation);
        foreach (var sanction in unsettled) await sanctions.SettleAsync(sanction[Instances.OfSanction(string.Empty).Length..], client, cancellation);
        var months = await provisions.ExpectAsync(client, cancellation);

        var withdrawing = await batches.WithdrawingAsync(cancellation);
        foreach (var batch in withdrawing) await client.WithdrawBatchAsync(batch, cancellation);

        var overdue = await obligations.UnnotedOverdueAsync(legal.GetUtcNow(), PageSize, cancellation);
        await NoteOverdueAsync(overdue, client, cancellation);

        var lacking = await repair.RunAsync(client, cancellation);

        // Registrations that no approver was told of, entries on lists from which nothing followed.
        var followed = await follow.FollowAsync(await index.UnfollowedRecordsAsync(PageSize, cancellation), client, cancellation);

        var found = new Reconciliation(
            unfinished.Count, publishable.Count, overdue.Count, released.Count, joinable.Count, unsettled.Count, months, lacking, followed);
        if (found != default) logger.LogWarning("Reconciled: {Found}", found);
        return found;
    }

    /// <summary>Asks each stream by the area that it belongs to: its first fact says which.</summary>
    private async Task NoteOverdueAsync(IReadOnlyList<string> overdue, DurableTaskClient client, CancellationToken cancellation)
    {
        var streams = await ledger.LoadManyAsync(overdue, cancellation);
        var owed = overdue.ToLookup(stream => streams[stream].Events[0] is RecordEvent);
        await pages.AskAsync([.. owed[true]], (_, now) => new RecordCommand.NoteOverdue(now), cancellation);
        foreach (var stream in owed[false])
        {
            if (CaseAreas.Of(streams[stream].Events[0]) is not { } area)
            {
                logger.LogError("No area notes the overdue duty of {Stream}", stream);
                continue;
            }

            var after = await cases.NoteOverdueAsync(stream, cancellation);
            if (after.Due is not null && area.Orchestrator is { } orchestrator) await client.WakeCaseAsync(orchestrator, stream, cancellation);
        }
    }

    /// <summary>Uploads declared reviewed where that was not carried out to its end, or of which something is held all the same.</summary>
    private async Task<List<string>> ReviewedAsync(CancellationToken cancellation)
    {
        var reviewing = await batches.ReviewingAsync(cancellation);
        var holding = await records.HoldingBatchesAsync(cancellation);
        var streams = await ledger.LoadManyAsync([.. holding.Select(BatchIds.Stream)], cancellation);
        return [.. holding.Where(batch => Batch.Fold(streams[BatchIds.Stream(batch)].Events.Cast<BatchEvent>()).ReviewedBy is not null).Union(reviewing)];
    }
}

/// <summary>What a pass found.</summary>
/// <param name="UnfinishedBatches">Uploads that have not come to their receipt.</param>
/// <param name="PublishableRecords">Records that could be public and are not.</param>
/// <param name="UnnotedOverdue">Records and cases with an overdue duty that was not noted.</param>
/// <param name="HeldAfterReview">Uploads declared reviewed that may hold records all the same.</param>
/// <param name="Joinable">Records that waited for a subject that the register knows.</param>
/// <param name="UnsettledSanctions">Sanctions of which an implementer was not told all.</param>
/// <param name="MonthsUnasked">Departments' months that were not asked for.</param>
/// <param name="LackingEffect">Cases of which the record did not show what they decided.</param>
/// <param name="Unfollowed">Registrations and entries on lists from which what follows elsewhere was not carried out.</param>
public readonly record struct Reconciliation(
    int UnfinishedBatches,
    int PublishableRecords,
    int UnnotedOverdue,
    int HeldAfterReview,
    int Joinable,
    int UnsettledSanctions,
    int MonthsUnasked,
    int LackingEffect,
    int Unfollowed);
