using EntCredit.Domain.Batches;
using EntCredit.Stores.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Orchestrations.Records;

/// <summary>Writes down what taking an upload back came to.</summary>
public sealed class EndWithdrawalActivity(ILedger ledger, [FromKeyedServices("legal")] TimeProvider legal)
{
    /// <summary>The function's name.</summary>
    public const string Name = "EndWithdrawal";

    /// <summary>Runs it. What was written is not written again.</summary>
    [Function(Name)]
    public async Task RunAsync([ActivityTrigger] WithdrawalSum input, CancellationToken cancellation)
    {
        var stream = await ledger.LoadAsync(BatchIds.Stream(input.Batch), cancellation);
        if (Batch.Fold(stream.Events.Cast<BatchEvent>()).WithdrawalResult is not null) return;
        var done = new BatchEvent.WithdrawalDone(legal.GetUtcNow(), input.Withdrawn, input.Public);
        await ledger.AppendAsync([new Append(stream.Stream, stream.Partition!, stream.Version, [done])], cancellation);
    }
}
