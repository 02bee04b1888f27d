using EntCredit.Domain.Batches;
using EntCredit.Domain.Intake;
using EntCredit.Stores.Ledger;

namespace EntCredit.Orchestrations.Intake;

/// <summary>
/// Segments of one upload on their way into the ledger: one is read while the one before it is decided and the one before that is written. Rows are decided in
/// the order of the file, since a later one corrects an earlier. Each append expects the batch's version after the one before it: none can pass another.
/// </summary>
public sealed class SegmentLine(ILedger ledger, SegmentIntake intake, string id, LoadedStream stream, Batch batch)
{
    /// <summary>The batch with every segment that was taken.</summary>
    public Batch State { get; private set; } = batch;

    /// <summary>Takes segments from one on, at least one, for as long as it may go on.</summary>
    /// <param name="first">The first that is not taken.</param>
    /// <param name="goOn">Whether another may be begun.</param>
    /// <param name="taken">Called after each, with the batch's state then.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="LedgerConflictException">Somebody else touched what a segment touches. The segments told of are taken, the others are not.</exception>
    public async Task RunAsync(int first, Func<bool> goOn, Func<DecidedSegment, Batch, Task> taken, CancellationToken cancellation)
    {
        if (first >= State.Reading!.Segments) return;
        var mapping = await intake.MappingAsync(id, State.Arrival!, cancellation);
        var version = stream.Version;
        DecidedSegment? before = null;
        var (writing, reading) = (Task.CompletedTask, ReadAsync(first, mapping, cancellation));
        try
        {
            for (var segment = first; ; segment++)
            {
                var rows = await reading;
                var more = segment + 1 < State.Reading.Segments && goOn();
                if (more) reading = ReadAsync(segment + 1, mapping, cancellation);

                // Where an append is not all or nothing, what follows waits until it is known to be whole.
                if (!ledger.IsAtomic) await writing;
                var decided = await intake.DecideAsync(id, segment, rows, version++, State.Arrival!, ledger.IsAtomic ? before : null, cancellation);
                var last = writing;
                writing = WriteAsync(decided, last, taken, cancellation);
                await last;
                before = decided;
                if (!more) break;
            }

            await writing;
        }
        finally
        {
            // What is begun is not left alone, whatever stopped the line.
            await Task.WhenAll(writing, reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // On a thread of its own: it is read beside what is decided.
    private Task<IReadOnlyList<ReadRow>> ReadAsync(int segment, HeaderMapping mapping, CancellationToken cancellation) =>
        Task.Run(() => intake.ReadAsync(id, segment, State.Arrival!, mapping, cancellation), cancellation);

    private async Task WriteAsync(DecidedSegment decided, Task last, Func<DecidedSegment, Batch, Task> taken, CancellationToken cancellation)
    {
        var append = ledger.AppendAsync(decided.Appends, cancellation);
        await Task.WhenAll(last, append);
        State = Batch.Evolve(State, (BatchEvent)decided.Appends[^1].Events[0]);
        await taken(decided, State);
    }
}
