namespace EntCredit.Orchestrations.Records;

/// <summary>Releases what a batch holds, new, mended or repeated, after its provider has declared the secrecy review done (界政办〔2020〕5号 五(二)).</summary>
public static class ReviewOrchestrator
{
    /// <summary>The function's name.</summary>
    public const string Name = "Review";

    /// <summary>Runs it. Input: <see cref="BatchInput"/>. Instance: <see cref="Instances.OfReview"/>.</summary>
    [Function(Name)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var batch = context.GetInput<BatchInput>()!.Batch;
        var released = 0;
        var found = await context.CallActivityAsync<ReviewCohorts>(ReviewCohortsActivity.Name, new BatchInput(batch), Retries.Activity);
        foreach (var cohort in found.Cohorts.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            for (var chunk = 0; chunk >= 0;)
            {
                var page = await context.CallActivityAsync<ReviewPageOutcome>(
                    ReviewPageActivity.Name, new ReviewPageInput(batch, cohort, chunk), Retries.Activity);
                released += page.Released;
                chunk = page.NextChunk;
            }
        }

        await context.CallActivityAsync(EndReviewActivity.Name, new ReviewSum(batch, released), Retries.Activity);
    }
}
