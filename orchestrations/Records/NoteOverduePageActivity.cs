using EntCredit.Domain.Records;
using Microsoft.Extensions.Logging;

namespace EntCredit.Orchestrations.Records;

/// <summary>Notes which duties of one page of a cohort were not kept by the end of their last day.</summary>
public sealed class NoteOverduePageActivity(RecordPages pages, ILogger<NoteOverduePageActivity> logger)
{
    /// <summary>The function's name.</summary>
    public const string Name = "NoteOverduePage";

    /// <summary>Runs it. What is noted already is left alone.</summary>
    [Function(Name)]
    public async Task<PageOutcome> RunAsync([ActivityTrigger] PageInput input, CancellationToken cancellation)
    {
        using var scope = LogScope.Begin(logger, ("cohort", input.Cohort), ("chunk", input.Chunk));
        var (records, next) = await pages.OpenAsync(input, cancellation);
        var after = await pages.AskAsync(records, (_, now) => new RecordCommand.NoteOverdue(now), cancellation);
        var overdue = after.Count(state => state.Overdue.Overlaps(state.OpenDuties.Keys));
        if (overdue > 0) logger.LogWarning("{Overdue} records of the cohort have an overdue duty", overdue);
        return new PageOutcome(next, overdue, await pages.EarliestDueAsync(after, cancellation));
    }
}
