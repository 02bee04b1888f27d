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

/// <summary>A batch that is being taken back.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Withdrawal">Who said so, when and why, and how far it has come.</param>
/// <param name="Public">Records that were public already and stay.</param>
/// <param name="Stay">The first of them.</param>
/// <param name="Mend">What to do about these, in Chinese, or null.</param>
/// <param name="Progress">Where the batch's progress is.</param>
public sealed record BatchWithdrawing(string Batch, BatchWithdrawal Withdrawal, int Public, IReadOnlyList<string> Stay, string? Mend, string Progress);
