using EntCredit.Domain.Batches;
using EntCredit.Orchestrations.Records;
using EntCredit.Stores.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.Orchestrations.Intake;

/// <summary>
/// Takes segments of an upload into the ledger, one after the other, for a turn: every row becomes a record, or is refused with its reasons, exactly once.
/// Each segment is a transaction of its own, so that a crash costs one; the turn is short, so that other uploads have theirs.
/// </summary>
public sealed class TakeSegmentActivity(
    ILedger ledger,
    SegmentIntake intake,
    FollowUpDesk follow,
    [FromKeyedServices("machine")] TimeProvider machine,
    ILogger<TakeSegmentActivity> logger)
{
    /// <summary>The function's name.</summary>
    public const string Name = "TakeSegment";

    private const int Tries = 8;
    private const int ToldEvery = 10;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    /// <summary>Runs it. A segment that was taken is not taken again.</summary>
    [Function(Name)]
    public async Task<SegmentOutcome> RunAsync(
        [ActivityTrigger] SegmentInput input, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        using var scope = LogScope.Begin(logger, ("batch", input.Batch));
        var since = machine.GetTimestamp();
        for (var (tried, reached) = (1, -1); ; tried++)
        {
            var stream = await ledger.LoadAsync(BatchIds.Stream(input.Batch), cancellation);
            var batch = Batch.Fold(stream.Events.Cast<BatchEvent>());
            using var department = LogScope.Begin(logger, ("department", batch.Arrival!.Department));
            var next = Enumerable.Range(0, int.MaxValue).First(segment => !batch.Taken.Contains(segment));
            if (next > reached) (tried, reached) = (1, next);
            var line = new SegmentLine(ledger, intake, input.Batch, stream, batch);
            try
            {
                await line.RunAsync(next, () => machine.GetElapsedTime(since) < Turn, (segment, state) => TakenAsync(segment, state, client, cancellation), cancellation);
                return new SegmentOutcome(line.State.Taken.Count, line.State.Counts.Rows, line.State.Counts.Accepted, line.State.Counts.Refused);
            }
            catch (LedgerConflictException conflict) when (tried < Tries)
            {
                // Another upload touched the same subject or record meanwhile: load again, decide again.
                logger.LogInformation("Segments tried again: {Stream} has moved", conflict.Stream);
            }
        }
    }

    private async Task TakenAsync(DecidedSegment segment, Batch state, DurableTaskClient client, CancellationToken cancellation)
    {
        Tell(state, segment.Segment);
        foreach (var cohort in segment.CohortsToWake) await client.WakeCohortAsync(cohort, cancellation);

        // Where this stops short, the reconciler finds by the ledger what was not followed up.
        await follow.FollowAsync(segment.ToFollow, client, cancellation);
    }

    // A thousand lines for a million rows would tell less than a hundred.
    private void Tell(Batch batch, int segment)
    {
        var so = batch.Counts;
        var level = (segment + 1) % ToldEvery == 0 || so.Rows == batch.Reading!.Rows ? LogLevel.Information : LogLevel.Debug;
        var pace = BatchPace.Of(batch, null);
        logger.Log(
            level,
            "{Department}: {Answered} of {Rows} rows answered, {Accepted} accepted, {Refused} refused, {Rate} rows/s, {Left} rows and {Seconds} s left",
            batch.Arrival!.Department, so.Rows, batch.Reading!.Rows, so.Accepted, so.Refused, pace.RowsPerSecond, pace.RowsLeft, pace.SecondsLeft);
    }
}
