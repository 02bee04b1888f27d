using EntCredit.Domain.Batches;
using EntCredit.Stores.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Orchestrations.Records;

/// <summary>Writes down that a review was carried out.</summary>
public sealed class EndReviewActivity(ILedger ledger, [FromKeyedServices("legal")] TimeProvider legal)
{
    /// <summary>The function's name.</summary>
    public const string Name = "EndReview";

    /// <summary>Runs it. Where rows of the upload are still being taken it is not at its end: the reconciler begins it again.</summary>
    [Function(Name)]
    public async Task RunAsync([ActivityTrigger] ReviewSum input, CancellationToken cancellation)
    {
        var stream = await ledger.LoadAsync(BatchIds.Stream(input.Batch), cancellation);
        var batch = Batch.Fold(stream.Events.Cast<BatchEvent>());
        if (batch.ReviewResult is not null || batch.Phase is BatchPhase.Arrived or BatchPhase.Taking) return;
        var done = new BatchEvent.ReviewCarriedOut(legal.GetUtcNow(), input.Released);
        await ledger.AppendAsync([new Append(stream.Stream, stream.Partition!, stream.Version, [done])], cancellation);
    }
}
