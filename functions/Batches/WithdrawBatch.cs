using EntCredit.Domain.Batches;
using EntCredit.Domain.Records;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Functions.Records;
using EntCredit.Orchestrations;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Batches;

/// <summary>A department takes a wrong batch back before it is published.</summary>
public sealed class WithdrawBatch(ILedger ledger, IRecordBook records, [FromKeyedServices("legal")] TimeProvider legal)
{
    private const int Shown = 100;

    /// <summary>Withdraws what is not public of it yet; what is public stays and is named: it is corrected. Asking again changes nothing.</summary>
    [Function("WithdrawBatch")]
    [Access(Reach.Own)]
    [Parameter("id", "批次编号")]
    [Takes(typeof(ReasonRequest))]
    [Answers(202, typeof(BatchWithdrawing))]
    [Fails("EC1005", "EC3107", "EC3108", "EC3109")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/batches/{id}/withdraw")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var stream = await ledger.LoadAsync(BatchIds.Stream(id), cancellation);
        var batch = Batch.Fold(stream.Events.Cast<BatchEvent>());
        if (batch.Arrival?.Department != caller.Id) return Problems.Of(BatchErrors.BatchUnknown);
        if (batch.Phase is BatchPhase.Refused or BatchPhase.Repeated) return Problems.Of(BatchErrors.NothingToWithdraw);
        if (batch.Phase != BatchPhase.Receipted) return Problems.Of(BatchErrors.BatchBusy);

        // The declaration is a fact first; the orchestration that asks the records only carries it out.
        if (batch.Withdrawal is null)
        {
            var reason = await Reason.ReadAsync(request, cancellation);
            if (reason.Problem is { } problem) return problem;
            var withdrawn = new BatchEvent.Withdrawn(legal.GetUtcNow(), caller.Id, reason.Text!);
            try
            {
                await ledger.AppendAsync([new Append(stream.Stream, stream.Partition!, stream.Version, [withdrawn])], cancellation);
            }
            catch (LedgerConflictException)
            {
                return Problems.Of(BatchErrors.BatchBusy);
            }

            batch = Batch.Evolve(batch, withdrawn);
        }

        if (batch.WithdrawalResult is null) await client.WithdrawBatchAsync(id, cancellation);
        var filter = new RecordFilter(null, RecordPhase.Published, id, null, null, null);
        var stay = await records.OfProviderAsync(caller.Id, filter, null, Shown, cancellation);
        var counts = await records.CountByPhaseAsync(id, cancellation);
        return Results.Json(
            new BatchWithdrawing(
                id,
                BatchWithdrawal.Of(batch)!,
                counts.GetValueOrDefault(RecordPhase.Published),
                [.. stay.Select(record => record.Id)],
                stay.Count > 0 ? "已公示的记录不予撤回；如有错误，请以更正后的内容重新报送，或申请更正" : null,
                $"/api/v1/batches/{id}"),
            ApiJson.Options,
            statusCode: StatusCodes.Status202Accepted);
    }
}
