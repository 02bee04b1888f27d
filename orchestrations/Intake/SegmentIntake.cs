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

/// <summary>The work on one segment: read its rows, find what the ledger knows of them, decide each in order, write everything at once.</summary>
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
    public async Task<IReadOnlyList<(SourceRow Row, RowReading Reading)>> ReadAsync(SegmentInput input, BatchEvent.Arrived arrival, CancellationToken cancellation)
    {
        var head = await segments.ReadHeadAsync(input.Batch, cancellation);
        var item = catalogue.Find(arrival.Item)!;
        var mapping = HeaderMapper.Map(item, head.Header);
        var (memo, receivedOn) = (new RowMemo(mapping), LegalZone.DayOf(arrival.At));
        var readings = new List<(SourceRow, RowReading)>(SegmentStore.RowsPerSegment);
        await foreach (var row in segments.ReadAsync(input.Batch, input.Segment, cancellation))
            readings.Add((row, RowReader.Read(item, mapping, row, receivedOn, memo)));
        return readings;
    }

    /// <summary>Takes a segment. Manifests and answers are written first: both are the same however often this runs before the ledger has it.</summary>
    public async Task<SegmentTaken> TakeAsync(
        SegmentInput input,
        IReadOnlyList<(SourceRow Row, RowReading Reading)> readings,
        LoadedStream batchStream,
        BatchEvent.Arrived arrival,
        CancellationToken cancellation)
    {
        var known = await LedgerKnowledge.LoadAsync(ledger, index, arrival.Department, [.. readings.Select(pair => pair.Reading)], cancellation);
        var desk = new IntakeDesk(
            input.Batch, arrival, departments.Find(arrival.Department)!.Level, (await rulebook.TodayAsync(cancellation)).For(arrival.Jurisdiction), known);
        foreach (var (row, reading) in readings) desk.Take(row, reading);
        await desk.JoinParkedAsync(index, ledger, legal.GetUtcNow(), cancellation);

        foreach (var (cohort, records) in desk.Manifests) await manifests.WriteAsync(cohort, input.Segment, records, cancellation);
        await segments.WriteAnswersAsync(input.Batch, input.Segment, desk.Answers, cancellation);
        var appends = known.Appends().ToList();
        await ledger.AppendAsync(
            [
                .. appends,
                new Append(
                    batchStream.Stream,
                    batchStream.Partition!,
                    batchStream.Version,
                    [new BatchEvent.SegmentTaken(legal.GetUtcNow(), input.Segment, desk.Counts)]),
            ],
            cancellation);
        return new SegmentTaken(
            desk.Counts,
            desk.CohortsToWake,
            FollowUps.Concern(arrival.Item)
                ? [.. appends.Where(append => append.Events.Any(happened => happened is RecordEvent.Collected or RecordEvent.Corrected or RecordEvent.Withdrawn)).Select(append => append.Stream)]
                : []);
    }
}

/// <summary>What taking a segment did.</summary>
/// <param name="Counts">What became of its rows.</param>
/// <param name="CohortsToWake">Cohorts of earlier uploads whose parked records may move now.</param>
/// <param name="ToFollow">Records from which something follows elsewhere.</param>
public sealed record SegmentTaken(BatchCounts Counts, IReadOnlyCollection<string> CohortsToWake, IReadOnlyList<string> ToFollow);
