using EntCredit.Domain.Batches;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Blobs;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Orchestrations.Intake;

/// <summary>The work on one segment: read its rows, find what the ledger knows of them, decide each in order, make everything ready to be written at once.</summary>
public sealed class SegmentIntake(
    ILedger ledger,
    IIntakeIndex index,
    SegmentStore segments,
    ManifestStore manifests,
    ResourceCatalogue catalogue,
    Rulebook rulebook,
    DepartmentRegister departments,
    [FromKeyedServices("legal")] TimeProvider legal)
{
    /// <summary>Reads and checks a segment's rows: the part that needs nothing of the segments before it.</summary>
    public async Task<IReadOnlyList<ReadRow>> ReadAsync(string batch, int segment, BatchEvent.Arrived arrival, HeaderMapping mapping, CancellationToken cancellation)
    {
        var (item, memo, receivedOn) = (catalogue.Find(arrival.Item)!, new RowMemo(mapping), LegalZone.DayOf(arrival.At));
        var rows = await segments.ReadAsync(batch, segment, cancellation);
        var read = new ReadRow[rows.Count];
        for (var place = 0; place < read.Length; place++)
        {
            var reading = RowReader.Read(item, mapping, rows[place], receivedOn, memo);
            read[place] = new ReadRow(rows[place], reading, RowKeys.Of(arrival.Department, reading.Content));
        }

        return read;
    }

    /// <summary>How the header of a batch's rows is understood.</summary>
    public async Task<HeaderMapping> MappingAsync(string batch, BatchEvent.Arrived arrival, CancellationToken cancellation) =>
        HeaderMapper.Map(catalogue.Find(arrival.Item)!, (await segments.ReadHeadAsync(batch, cancellation)).Header);

    /// <summary>
    /// Decides a segment. Manifests and answers are written before it is told: both are the same however often this runs before the ledger has it, or a part of it.
    /// </summary>
    /// <param name="batch">The batch.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="version">The version of the batch's stream once the segments before are in it.</param>
    /// <param name="arrival">How the batch arrived.</param>
    /// <param name="before">The segment before, while it is on its way into the ledger; else null.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<DecidedSegment> DecideAsync(
        string batch, int segment, IReadOnlyList<ReadRow> rows, long version, BatchEvent.Arrived arrival, DecidedSegment? before, CancellationToken cancellation)
    {
        // Where a call's streams are written one by one, an attempt may have written some of them: its manifest says which it meant to begin.
        var cutOff = ledger.IsAtomic ? [] : await manifests.OfSegmentAsync(batch, segment, cancellation);
        var known = await LedgerKnowledge.LoadAsync(ledger, index, rows, before?.Known, cancellation);
        var desk = new IntakeDesk(
            batch, arrival, departments.Find(arrival.Department)!.Level, (await rulebook.TodayAsync(cancellation)).For(arrival.Jurisdiction), known, cutOff);
        foreach (var row in rows) desk.Take(row);
        await desk.JoinParkedAsync(index, ledger, legal.GetUtcNow(), cancellation);

        await Task.WhenAll(
            manifests.WriteAsync(batch, segment, desk.Manifests, cancellation),
            segments.WriteAnswersAsync(batch, segment, desk.Answers, cancellation));
        var (stream, taken) = (BatchIds.Stream(batch), new BatchEvent.SegmentTaken(legal.GetUtcNow(), segment, desk.Counts));
        var appends = known.Appends().ToList();
        return new DecidedSegment(
            segment,
            [.. appends, new Append(stream, stream, version, [taken])],
            desk.Counts,
            desk.CohortsToWake,
            FollowUps.Concern(arrival.Item)
                ? [.. appends.Where(append => append.Events.Any(happened => happened is RecordEvent.Collected or RecordEvent.Corrected or RecordEvent.Withdrawn)).Select(append => append.Stream)]
                : [],
            known);
    }
}
