namespace EntCredit.Orchestrations.Records;

/// <summary>Releases what a batch holds, after its provider has declared the secrecy review done (界政办〔2020〕5号 五(二)).</summary>
public static class ReviewOrchestrator
{
    /// <summary>The function's name.</summary>
    public const string Name = "Review";

    /// <summary>Runs it. Input: <see cref="BatchInput"/>. Instance: <see cref="Instances.OfReview"/>.</summary>
    [Function(Name)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var batch = context.GetInput<BatchInput>()!.Batch;
        var page = new ReviewPageOutcome(string.Empty, 0);
        do
        {
            page = await context.CallActivityAsync<ReviewPageOutcome>(
                ReviewPageActivity.Name, new ReviewPageInput(batch, page.After), Retries.Activity);
        }
        while (page.After.Length > 0);
    }
}
