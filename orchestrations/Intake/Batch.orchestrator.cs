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

    /// <summary>Runs it. Input: <see cref="BatchInput"/>. Instance: <see cref="Instances.OfBatch"/>.</summary>
    [Function(Name)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var batch = context.GetInput<BatchInput>()!.Batch;

        var reading = await context.CallActivityAsync<ReadOutcome>(ReadUploadActivity.Name, new BatchInput(batch), Retries.Activity);
        for (var segment = 0; segment < reading.Segments; segment++)
            await context.CallActivityAsync<SegmentOutcome>(TakeSegmentActivity.Name, new SegmentInput(batch, segment), Retries.Activity);

        await context.CallActivityAsync(WriteReceiptActivity.Name, new BatchInput(batch), Retries.Activity);
        if (reading.Segments == 0) return;
        await context.CallActivityAsync(StartCohortsActivity.Name, new BatchInput(batch), Retries.Activity);
        await context.CallActivityAsync(CountProvisionActivity.Name, new BatchInput(batch), Retries.Activity);
    }
}
