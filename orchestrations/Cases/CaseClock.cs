using EntCredit.Domain.Calendar;

namespace EntCredit.Orchestrations.Cases;

/// <summary>
/// The waiting that every case has in common. Part of orchestrators, so bound by what binds them: it is replayed, and holds ids and days only.
/// </summary>
internal static class CaseClock
{
    /// <summary>
    /// Asks the ledger what the case owes next, waits for news or for the end of that day, asks again, which notes what was not kept; until the
    /// case is finished or owes nothing more that has a day ahead. Input: <see cref="CaseInput"/>.
    /// </summary>
    public static async Task KeepAsync(TaskOrchestrationContext context)
    {
        var about = context.GetInput<CaseInput>()!;
        var stands = await context.CallActivityAsync<CaseOutcome>(NoteCaseOverdueActivity.Name, about, Retries.Activity);
        Task<string>? woken = null;
        while (stands is { Finished: 0, Due: { } lastDay })
        {
            // One wait is kept over the turns: a second one would take its event.
            woken ??= context.WaitForExternalEvent<string>(Instances.Wake);
            using var timer = new CancellationTokenSource();
            var ended = context.CreateTimer(LegalZone.EndOf(lastDay).UtcDateTime, timer.Token);
            if (await Task.WhenAny(woken, ended) == woken)
            {
                timer.Cancel();
                woken = null;
            }

            stands = await context.CallActivityAsync<CaseOutcome>(NoteCaseOverdueActivity.Name, about, Retries.Activity);
        }
    }
}
