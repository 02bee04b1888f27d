using EntCredit.Orchestrations.Provision;
using EntCredit.Orchestrations.Records;

namespace EntCredit.Orchestrations.Intake;

/// <summary>
/// An upload's life: read it, take its rows turn by turn, answer with a receipt, and hand its records to their cohorts.
/// </summary>
public static class BatchOrchestrator
{
    /// <summary>The function's name.</summary>
    public const string Name = "Batch";

    // A history that grows with the file is replayed more slowly with every row.
    private const int TurnsPerRun = 100;

    /// <summary>Runs it. Input: <see cref="BatchInput"/>. Instance: <see cref="Instances.OfBatch"/>.</summary>
    [Function(Name)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<BatchInput>()!;
        var batch = input.Batch;

        var reading = await context.CallActivityAsync<ReadOutcome>(ReadUploadActivity.Name, new BatchInput(batch), Retries.Activity);
        var next = input.From;
        for (var turn = 0; next < reading.Segments; turn++)
        {
            if (turn == TurnsPerRun)
            {
                context.ContinueAsNew(input with { From = next });
                return;
            }

            // A turn takes as many as it may before another upload has its own.
            next = (await context.CallActivityAsync<SegmentOutcome>(TakeSegmentActivity.Name, new SegmentInput(batch, next), Retries.Activity)).Next;
        }

        await context.CallActivityAsync(WriteReceiptActivity.Name, new BatchInput(batch), Retries.Activity);
        if (reading.Segments == 0) return;
        await context.CallActivityAsync(StartCohortsActivity.Name, new BatchInput(batch), Retries.Activity);
        await context.CallActivityAsync(CountProvisionActivity.Name, new BatchInput(batch), Retries.Activity);
    }
}
