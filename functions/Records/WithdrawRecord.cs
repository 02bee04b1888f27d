using EntCredit.Domain.Records;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Records;
using EntCredit.Stores.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Records;

/// <summary>A provider takes a record back (谁产生、谁提供、谁负责).</summary>
public sealed class WithdrawRecord(ILedger ledger, Rulebook rulebook, FollowUpDesk follow, [FromKeyedServices("legal")] TimeProvider legal)
{
    /// <summary>Withdraws it for a reason; with <c>If-Match</c> only as the caller has seen it. Asking again changes nothing.</summary>
    [Function("WithdrawRecord")]
    [Access(Reach.Own)]
    [Parameter("id", "记录编号")]
    [Parameter("If-Match", "读取时的 ETag：其后已有变化的不予办理", Header = true)]
    [Takes(typeof(ReasonRequest))]
    [Answers(200, typeof(RecordWithdrawn), Versioned = true)]
    [Fails("EC1005", "EC1030", "EC40*")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/records/{id}/withdraw")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var stream = await ledger.LoadAsync(id, cancellation);
        var state = Record.Fold(stream.Events.OfType<RecordEvent>());
        if (state.Origin is not { } origin || origin.Provider != caller.Id) return Problems.Of(RecordErrors.Unknown);
        var reason = await Reason.ReadAsync(request, cancellation);
        if (reason.Problem is { } problem) return problem;
        if (VersionTag.IsStale(request, stream.Version)) return Problems.Of(SystemErrors.Stale);

        var rules = (await rulebook.TodayAsync(cancellation)).For(origin.Jurisdiction);
        var decision = RecordDecider.Decide(new RecordCommand.Withdraw(legal.GetUtcNow(), caller.Id, reason.Text!), state, rules);
        if (decision.Error is { } error) return Problems.Of(error);
        if (decision.Events.Count > 0)
        {
            try
            {
                await ledger.AppendAsync([new Append(id, stream.Partition!, stream.Version, decision.Events)], cancellation);
            }
            catch (LedgerConflictException)
            {
                return Problems.Of(SystemErrors.Stale);
            }

            // What waited in its cohort waits no longer.
            if (state.Cohort is { } cohort && state.PublishedAt is null) await client.WakeCohortAsync(cohort, cancellation);

            // A sanction that followed from it is lifted at once.
            if (FollowUps.Concern(origin.Item)) await follow.FollowAsync([id], client, cancellation);
        }

        var version = FollowUps.Concern(origin.Item) ? (await ledger.LoadAsync(id, cancellation)).Version : stream.Version + decision.Events.Count;
        VersionTag.Set(request, version);
        return ApiJson.Ok(new RecordWithdrawn(id, RecordPhase.Withdrawn, version));
    }
}

/// <summary>A record that was taken back.</summary>
/// <param name="Record">The record.</param>
/// <param name="Phase">Its legal state now.</param>
/// <param name="Version">The version that If-Match names.</param>
public sealed record RecordWithdrawn(string Record, RecordPhase Phase, long Version);
