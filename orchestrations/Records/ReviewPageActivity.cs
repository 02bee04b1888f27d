using EntCredit.Domain.Records;
using EntCredit.Stores.Views;
using Microsoft.Extensions.Logging;

namespace EntCredit.Orchestrations.Records;

/// <summary>Releases one page of a batch's held records, and wakes their cohorts.</summary>
public sealed class ReviewPageActivity(RecordPages pages, IRecordBook book, ILogger<ReviewPageActivity> logger)
{
    /// <summary>The function's name.</summary>
    public const string Name = "ReviewPage";

    private const int PageSize = 1000;

    /// <summary>Runs it. What was released is left alone.</summary>
    [Function(Name)]
    public async Task<ReviewPageOutcome> RunAsync(
        [ActivityTrigger] ReviewPageInput input, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        using var scope = LogScope.Begin(logger, ("batch", input.Batch));
        var rows = await book.OfBatchAsync(input.Batch, input.After.Length == 0 ? null : input.After, PageSize, cancellation);
        var held = rows.Where(row => row.Phase == RecordPhase.HeldForReview).Select(row => row.Id).ToList();
        var after = await pages.AskAsync(
            held, (state, now) => new RecordCommand.DeclareReviewed(now, state.Origin!.Provider), cancellation);
        foreach (var cohort in after.Select(state => state.Cohort!).Distinct(StringComparer.Ordinal))
            await client.WakeCohortAsync(cohort, cancellation);

        logger.LogInformation("Released {Released} records after review", held.Count);
        return new ReviewPageOutcome(rows.Count < PageSize ? string.Empty : rows[^1].Id, held.Count);
    }
}
