namespace EntCredit.Orchestrations.Records;

/// <summary>Takes back what is not public yet of an upload that its department withdrew (谁提供、谁负责), a page at a time.</summary>
public static class WithdrawalOrchestrator
{
    /// <summary>The function's name.</summary>
    public const string Name = "Withdrawal";

    /// <summary>Runs it. Input: <see cref="BatchInput"/>. Instance: <see cref="Instances.OfWithdrawal"/>.</summary>
    [Function(Name)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var batch = context.GetInput<BatchInput>()!.Batch;
        var found = await context.CallActivityAsync<ReviewCohorts>(ReviewCohortsActivity.Name, new BatchInput(batch), Retries.Activity);
        var (withdrawn, isPublic) = (0, 0);
        foreach (var cohort in found.Cohorts.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            for (var chunk = 0; chunk >= 0;)
            {
                var page = await context.CallActivityAsync<WithdrawPageOutcome>(
                    WithdrawPageActivity.Name, new WithdrawPageInput(batch, cohort, chunk), Retries.Activity);
                withdrawn += page.Withdrawn;
                isPublic += page.Public;
                chunk = page.NextChunk;
            }
        }

        await context.CallActivityAsync(EndWithdrawalActivity.Name, new WithdrawalSum(batch, withdrawn, isPublic), Retries.Activity);
    }
}
