using EntCredit.Domain.Calendar;

namespace EntCredit.Orchestrations.Records;

/// <summary>
/// Refused rows that wait to be mended: the department is reminded before the last day, and the breach is noted after it.
/// The mended row itself comes by another upload and needs no wake: each turn asks the ledger who still waits.
/// </summary>
public static class MendingOrchestrator
{
    /// <summary>The function's name.</summary>
    public const string Name = "Mending";

    /// <summary>Runs it. Input: <see cref="MendingInput"/>. Instance: <see cref="Instances.OfMending"/>.</summary>
    [Function(Name)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var mending = context.GetInput<MendingInput>()!;

        await context.CreateTimer(LegalZone.StartOf(mending.RemindOn).UtcDateTime, CancellationToken.None);
        var (waiting, _) = await CohortOrchestrator.PassAsync(context, RemindPageActivity.Name, mending.Cohort);
        if (waiting == 0) return;

        // A notice may move the last day while the timer runs: who asks the ledger after it waits again.
        DateOnly? due = mending.Due;
        while (due is { } lastDay)
        {
            await context.CreateTimer(LegalZone.EndOf(lastDay).UtcDateTime, CancellationToken.None);
            (_, due) = await CohortOrchestrator.PassAsync(context, NoteOverduePageActivity.Name, mending.Cohort);
        }
    }
}
