using EntCredit.Domain.Batches;
using EntCredit.Domain.Records;
using EntCredit.Stores.Ledger;
using Microsoft.Extensions.Logging;

namespace EntCredit.Orchestrations.Records;

/// <summary>Takes back one page of a withdrawn upload. What is public stays: it is corrected, never made unseen.</summary>
public sealed class WithdrawPageActivity(ILedger ledger, RecordPages pages, ILogger<WithdrawPageActivity> logger)
{
    /// <summary>The function's name.</summary>
    public const string Name = "WithdrawPage";

    /// <summary>Runs it. What was withdrawn is left alone; a refused row that a later upload has mended is that upload's.</summary>
    [Function(Name)]
    public async Task<WithdrawPageOutcome> RunAsync(
        [ActivityTrigger] WithdrawPageInput input, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        using var scope = LogScope.Begin(logger, ("batch", input.Batch), ("cohort", input.Cohort), ("chunk", input.Chunk));
        var stream = await ledger.LoadAsync(BatchIds.Stream(input.Batch), cancellation);
        var withdrawal = Batch.Fold(stream.Events.Cast<BatchEvent>()).Withdrawal!;
        var (records, next) = await pages.OpenAsync(new PageInput(input.Cohort, input.Chunk), cancellation);
        var after = await pages.AskAsync(
            records,
            (state, now) => IsOf(input, state) && state.PublishedAt is null ? new RecordCommand.Withdraw(now, withdrawal.By, withdrawal.Reason) : null,
            cancellation);

        // What waited in the cohort waits no longer.
        if (next < 0 && Cohorts.MendingDue(input.Cohort) is null && !Cohorts.IsRepeated(input.Cohort)) await client.WakeCohortAsync(input.Cohort, cancellation);
        var mine = after.Where(state => state.Phase == RecordPhase.Withdrawn || IsOf(input, state)).ToList();
        var withdrawn = mine.Count(state => state.Phase == RecordPhase.Withdrawn);
        logger.LogInformation("Withdrawn {Withdrawn} of {Records} records", withdrawn, records.Count);
        return new WithdrawPageOutcome(next, withdrawn, mine.Count - withdrawn);
    }

    private static bool IsOf(WithdrawPageInput input, Record state) =>
        state.Phase == RecordPhase.AwaitingCorrection ? state.Origin!.Batch == input.Batch : state.Cohort == input.Cohort;
}
