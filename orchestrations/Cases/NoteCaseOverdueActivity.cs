using Microsoft.Extensions.Logging;

namespace EntCredit.Orchestrations.Cases;

/// <summary>Notes which duties of a case were not kept by the end of their last day, and tells what is due next.</summary>
public sealed class NoteCaseOverdueActivity(CaseDesk cases, ILogger<NoteCaseOverdueActivity> logger)
{
    /// <summary>The function's name.</summary>
    public const string Name = "NoteCaseOverdue";

    /// <summary>Runs it. What is noted already is left alone.</summary>
    [Function(Name)]
    public async Task<CaseOutcome> RunAsync([ActivityTrigger] CaseInput input, CancellationToken cancellation)
    {
        using var scope = LogScope.Begin(logger, ("case", input.Case));
        var after = await cases.NoteOverdueAsync(input.Case, cancellation);
        logger.LogInformation("Case asked: {After}", after);
        return after;
    }
}
