using EntCredit.Domain.Calendar;

namespace EntCredit.Orchestrations.Records;

/// <summary>
/// The life of records collected together: published as soon as each may be (界政办〔2020〕5号 五(二): 20 working days are a limit,
/// never a schedule); what is held or parked waits to be woken, until the last day has ended and the breach is noted.
/// </summary>
public static class CohortOrchestrator
{
    /// <summary>The function's name.</summary>
    public const string Name = "Cohort";

    /// <summary>Runs it. Input: <see cref="CohortInput"/>. Instance: <see cref="Instances.OfCohort"/>.</summary>
    [Function(Name)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var cohort = context.GetInput<CohortInput>()!.Cohort;
        var (pending, due) = await PassAsync(context, PublishPageActivity.Name, cohort);
        Task<string>? woken = null;
        while (pending > 0 && due is { } lastDay)
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
            else
            {
                await PassAsync(context, NoteOverduePageActivity.Name, cohort);
            }

            (pending, due) = await PassAsync(context, PublishPageActivity.Name, cohort);
        }
    }

    /// <summary>One activity over every page of a cohort: how many records wait, and the earliest last day ahead of them.</summary>
    internal static async Task<(int Pending, DateOnly? Due)> PassAsync(TaskOrchestrationContext context, string activity, string cohort)
    {
        var pending = 0;
        DateOnly? due = null;
        for (var chunk = 0; chunk >= 0;)
        {
            var page = await context.CallActivityAsync<PageOutcome>(activity, new PageInput(cohort, chunk), Retries.Activity);
            pending += page.Pending;
            if (page.Due is { } day && (due is null || day < due)) due = day;
            chunk = page.NextChunk;
        }

        return (pending, due);
    }
}
