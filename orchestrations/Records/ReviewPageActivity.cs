using EntCredit.Domain.Batches;
using EntCredit.Domain.Records;
using EntCredit.Stores.Ledger;
using Microsoft.Extensions.Logging;

namespace EntCredit.Orchestrations.Records;

/// <summary>Releases one page of what a batch holds, and wakes the cohorts concerned.</summary>
public sealed class ReviewPageActivity(ILedger ledger, RecordPages pages, ILogger<ReviewPageActivity> logger)
{
    /// <summary>The function's name.</summary>
    public const string Name = "ReviewPage";

    /// <summary>Runs it. What was released is left alone; what came after the declaration is not covered by it.</summary>
    [Function(Name)]
    public async Task<ReviewPageOutcome> RunAsync(
        [ActivityTrigger] ReviewPageInput input, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        using var scope = LogScope.Begin(logger, ("batch", input.Batch), ("cohort", input.Cohort), ("chunk", input.Chunk));
        var stream = await ledger.LoadAsync(BatchIds.Stream(input.Batch), cancellation);
        var reviewedAt = Batch.Fold(stream.Events.Cast<BatchEvent>()).ReviewedAt;
        var (records, next) = await pages.OpenAsync(new PageInput(input.Cohort, input.Chunk), cancellation);
        var released = 0;
        var after = await pages.AskAsync(
            records,
            (state, now) =>
            {
                if (state.Phase != RecordPhase.HeldForReview || !(Since(state) <= reviewedAt)) return null;
                released++;
                return new RecordCommand.DeclareReviewed(now, state.Origin!.Provider);
            },
            cancellation);
        foreach (var cohort in after.Where(state => state.Phase == RecordPhase.Collected).Select(state => state.Cohort!).Distinct(StringComparer.Ordinal))
            await client.WakeCohortAsync(cohort, cancellation);

        logger.LogInformation("Released {Released} records after review", released);
        return new ReviewPageOutcome(next, released);
    }

    /// <summary>When what is held came: its provider may have taken its word back with a correction.</summary>
    private static DateTimeOffset? Since(Record state) =>
        state.Content!.SecrecyReviewed == false ? state.CorrectedAt ?? state.CollectedAt : state.CollectedAt;
}
