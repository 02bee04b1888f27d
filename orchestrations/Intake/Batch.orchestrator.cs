using EntCredit.Orchestrations.Provision;
using EntCredit.Orchestrations.Records;

namespace EntCredit.Orchestrations.Intake;

/// <summary>
/// An upload's life: read it, take its rows segment by segment, answer with a receipt, and hand its records to their cohorts.
/// </summary>
public static class BatchOrchestrator
{
    /// <summary>The function's name.</summary>
    public const string Name = "Batch";

    // One is read while the other is taken. No more: every other upload finds room beside it.
    private const int SideBySide = 2;

    // A history that grows with the file is replayed more slowly with every row.
    private const int SegmentsPerRun = 100;

    /// <summary>Runs it. Input: <see cref="BatchInput"/>. Instance: <see cref="Instances.OfBatch"/>.</summary>
    [Function(Name)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<BatchInput>()!;
        var batch = input.Batch;

        var reading = await context.CallActivityAsync<ReadOutcome>(ReadUploadActivity.Name, new BatchInput(batch), Retries.Activity);
        var until = Math.Min(reading.Segments, input.From + SegmentsPerRun);
        for (var first = input.From; first < until; first += SideBySide)
        {
            await Task.WhenAll(Enumerable.Range(first, Math.Min(SideBySide, until - first)).Select(
                segment => context.CallActivityAsync<SegmentOutcome>(TakeSegmentActivity.Name, new SegmentInput(batch, segment), Retries.Activity)));
        }

        if (until < reading.Segments)
        {
            context.ContinueAsNew(input with { From = until });
            return;
        }

        await context.CallActivityAsync(WriteReceiptActivity.Name, new BatchInput(batch), Retries.Activity);
        if (reading.Segments == 0) return;
        await context.CallActivityAsync(StartCohortsActivity.Name, new BatchInput(batch), Retries.Activity);
        await context.CallActivityAsync(CountProvisionActivity.Name, new BatchInput(batch), Retries.Activity);
    }
}
