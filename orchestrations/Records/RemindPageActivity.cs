using EntCredit.Domain.Records;
using Microsoft.Extensions.Logging;

namespace EntCredit.Orchestrations.Records;

/// <summary>Reminds of the refused rows of one page that are not mended yet.</summary>
public sealed class RemindPageActivity(RecordPages pages, ILogger<RemindPageActivity> logger)
{
    /// <summary>The function's name.</summary>
    public const string Name = "RemindPage";

    /// <summary>Runs it. Who was reminded is not reminded again.</summary>
    [Function(Name)]
    public async Task<PageOutcome> RunAsync([ActivityTrigger] PageInput input, CancellationToken cancellation)
    {
        using var scope = LogScope.Begin(logger, ("cohort", input.Cohort), ("chunk", input.Chunk));
        var (records, next) = await pages.OpenAsync(input, cancellation);
        var after = await pages.AskAsync(
            records,
            (state, now) => state.Phase == RecordPhase.AwaitingCorrection ? new RecordCommand.Remind(now, RecordDuties.Mending) : null,
            cancellation);
        var waiting = after.Count(state => state.Phase == RecordPhase.AwaitingCorrection);
        logger.LogInformation("Reminded of {Waiting} refused rows", waiting);
        return new PageOutcome(next, waiting, await pages.EarliestDueAsync(after, cancellation));
    }
}
