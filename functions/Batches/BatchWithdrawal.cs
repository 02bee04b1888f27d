using EntCredit.Domain.Batches;

namespace EntCredit.Functions.Batches;

/// <summary>How an upload was taken back.</summary>
/// <param name="By">The department.</param>
/// <param name="At">When it said so.</param>
/// <param name="Reason">Why.</param>
/// <param name="Done">Whether every record was asked.</param>
/// <param name="Records">Records withdrawn; null until it is done.</param>
/// <param name="Public">Records that were public already and stay; null until it is done.</param>
public sealed record BatchWithdrawal(string By, DateTimeOffset At, string Reason, bool Done, int? Records, int? Public)
{
    /// <summary>The withdrawal of a batch's state, or null.</summary>
    public static BatchWithdrawal? Of(Batch batch) => batch.Withdrawal is { } said
        ? new BatchWithdrawal(said.By, said.At, said.Reason, batch.WithdrawalResult is not null, batch.WithdrawalResult?.Records, batch.WithdrawalResult?.Public)
        : null;
}
