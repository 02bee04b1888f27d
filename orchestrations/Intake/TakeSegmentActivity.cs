using EntCredit.Domain.Batches;
using EntCredit.Orchestrations.Records;
using EntCredit.Stores.Ledger;
using Microsoft.Extensions.Logging;

namespace EntCredit.Orchestrations.Intake;

/// <summary>Takes one segment of an upload into the ledger: every row becomes a record, or is refused with its reasons, exactly once.</summary>
public sealed class TakeSegmentActivity(ILedger ledger, SegmentIntake intake, ILogger<TakeSegmentActivity> logger)
{
    /// <summary>The function's name.</summary>
    public const string Name = "TakeSegment";

    private const int Tries = 8;
    private const int ToldEvery = 10;

    /// <summary>Runs it. A segment that was taken is not taken again.</summary>
    [Function(Name)]
    public async Task<SegmentOutcome> RunAsync(
        [ActivityTrigger] SegmentInput input, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        using var scope = LogScope.Begin(logger, ("batch", input.Batch), ("segment", input.Segment));
        for (var tried = 1; ; tried++)
        {
            var stream = await ledger.LoadAsync(BatchIds.Stream(input.Batch), cancellation);
            var batch = Batch.Fold(stream.Events.Cast<BatchEvent>());
            using var department = LogScope.Begin(logger, ("department", batch.Arrival!.Department));
            if (batch.Taken.Contains(input.Segment)) return new SegmentOutcome(0, 0, 0);
            try
            {
                var taken = await intake.TakeAsync(input, stream, batch.Arrival!, cancellation);
                Tell(batch, taken.Counts, input.Segment);
                foreach (var cohort in taken.CohortsToWake) await client.WakeCohortAsync(cohort, cancellation);
                return new SegmentOutcome(taken.Counts.Rows, taken.Counts.Accepted, taken.Counts.Refused);
            }
            catch (LedgerConflictException conflict) when (tried < Tries)
            {
                // Another upload touched the same subject or record meanwhile: load again, decide again.
                logger.LogInformation("Segment tried again: {Stream} has moved", conflict.Stream);
            }
        }
    }

    // A thousand lines for a million rows would tell less than a hundred.
    private void Tell(Batch batch, BatchCounts taken, int segment)
    {
        var so = batch.Counts + taken;
        var level = (segment + 1) % ToldEvery == 0 || so.Rows == batch.Reading!.Rows ? LogLevel.Information : LogLevel.Debug;
        logger.Log(
            level,
            "{Department}: {Answered} of {Rows} rows answered, {Accepted} accepted, {Refused} refused, {Rate} rows/s",
            batch.Arrival!.Department, so.Rows, batch.Reading!.Rows, so.Accepted, so.Refused, BatchPace.Of(batch, null).RowsPerSecond);
    }
}
