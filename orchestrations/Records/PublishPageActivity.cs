using EntCredit.Domain.Records;
using Microsoft.Extensions.Logging;

namespace EntCredit.Orchestrations.Records;

/// <summary>Publishes what may be published of one page of a cohort.</summary>
public sealed class PublishPageActivity(RecordPages pages, ILogger<PublishPageActivity> logger)
{
    /// <summary>The function's name.</summary>
    public const string Name = "PublishPage";

    /// <summary>Runs it. What is already published is left alone.</summary>
    [Function(Name)]
    public async Task<PageOutcome> RunAsync([ActivityTrigger] PageInput input, CancellationToken cancellation)
    {
        using var scope = LogScope.Begin(logger, ("cohort", input.Cohort), ("chunk", input.Chunk));
        var (records, next) = await pages.OpenAsync(input, cancellation);
        var after = await pages.AskAsync(
            records, (state, now) => state.Phase == RecordPhase.Collected ? new RecordCommand.Publish(now) : null, cancellation);

        var waiting = after.Where(state => Waits(state)).ToList();
        logger.LogInformation("Cohort page published: {Published} of {Records} public, {Waiting} wait",
            after.Count(state => state.Phase == RecordPhase.Published), after.Count, waiting.Count);
        return new PageOutcome(next, waiting.Count, await pages.EarliestDueAsync(waiting, cancellation));
    }

    private static bool Waits(Record state) =>
        state.Phase is RecordPhase.HeldForReview or RecordPhase.Parked || state is { Phase: RecordPhase.Suspended, PublishedAt: null };
}
