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

        var (_, due) = await CohortOrchestrator.PassAsync(context, NoteOverduePageActivity.Name, mending.Cohort);
        var reminded = false;
        while (due is { } lastDay)
        {
            // A notice may move the last day while the timer runs: who asks the ledger after it waits again.
            var (reminder, ended) = (LegalZone.StartOf(mending.RemindOn), LegalZone.EndOf(lastDay));
            var remind = !reminded && reminder < ended;
            await context.CreateTimer((remind ? reminder : ended).UtcDateTime, CancellationToken.None);
            (_, due) = await CohortOrchestrator.PassAsync(context, remind ? RemindPageActivity.Name : NoteOverduePageActivity.Name, mending.Cohort);
            reminded |= remind;
        }
    }
}
