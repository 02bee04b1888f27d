using EntCredit.Domain.Batches;
using EntCredit.Domain.Intake;
using EntCredit.Orchestrations.Records;
using EntCredit.Stores.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.Orchestrations.Intake;

/// <summary>Takes one segment of an upload into the ledger: every row becomes a record, or is refused with its reasons, exactly once.</summary>
public sealed class TakeSegmentActivity(
    ILedger ledger, SegmentIntake intake, FollowUpDesk follow, [FromKeyedServices("machine")] TimeProvider machine, ILogger<TakeSegmentActivity> logger)
{
    /// <summary>The function's name.</summary>
    public const string Name = "TakeSegment";

    private const int Tries = 8;
    private const int ToldEvery = 10;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Runs it. A segment that was taken is not taken again; rows are read beside the segment before, and taken after it.</summary>
    [Function(Name)]
    public async Task<SegmentOutcome> RunAsync(
        [ActivityTrigger] SegmentInput input, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        using var scope = LogScope.Begin(logger, ("batch", input.Batch), ("segment", input.Segment));
        IReadOnlyList<(SourceRow Row, RowReading Reading)>? readings = null;
        for (var tried = 1; ; tried++)
        {
            var (stream, batch) = await LoadAsync(input, cancellation);
            using var department = LogScope.Begin(logger, ("department", batch.Arrival!.Department));
            if (batch.Taken.Contains(input.Segment)) return new SegmentOutcome(0, 0, 0);
            readings ??= await intake.ReadAsync(input, batch.Arrival!, cancellation);
            (stream, batch) = await InTurnAsync(input, stream, batch, cancellation);
            try
            {
                var taken = await intake.TakeAsync(input, readings, stream, batch.Arrival!, cancellation);
                Tell(batch, taken.Counts, input.Segment);
                foreach (var cohort in taken.CohortsToWake) await client.WakeCohortAsync(cohort, cancellation);

                // Where this stops short, the reconciler finds by the ledger what was not followed up.
                await follow.FollowAsync(taken.ToFollow, client, cancellation);
                return new SegmentOutcome(taken.Counts.Rows, taken.Counts.Accepted, taken.Counts.Refused);
            }
            catch (LedgerConflictException conflict) when (tried < Tries)
            {
                // Another upload touched the same subject or record meanwhile: load again, decide again.
                logger.LogInformation("Segment tried again: {Stream} has moved", conflict.Stream);
            }
        }
    }

    private async Task<(LoadedStream Stream, Batch Batch)> LoadAsync(SegmentInput input, CancellationToken cancellation)
    {
        var stream = await ledger.LoadAsync(BatchIds.Stream(input.Batch), cancellation);
        return (stream, Batch.Fold(stream.Events.Cast<BatchEvent>()));
    }

    /// <summary>Rows are decided in the order of the file, since a later one corrects an earlier: waits until the segment before is in the ledger.</summary>
    /// <exception cref="TimeoutException">It did not come; this is tried again.</exception>
    private async Task<(LoadedStream Stream, Batch Batch)> InTurnAsync(SegmentInput input, LoadedStream stream, Batch batch, CancellationToken cancellation)
    {
        var since = machine.GetTimestamp();
        for (var wait = FirstWait; input.Segment > 0 && !batch.Taken.Contains(input.Segment - 1); wait = wait < LongestWait ? wait * 2 : wait)
        {
            if (machine.GetElapsedTime(since) > Patience) throw new TimeoutException($"Segment {input.Segment - 1} of {input.Batch} is not taken after {Patience}.");
            await Task.Delay(wait, machine, cancellation);
            (stream, batch) = await LoadAsync(input, cancellation);
        }

        return (stream, batch);
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
