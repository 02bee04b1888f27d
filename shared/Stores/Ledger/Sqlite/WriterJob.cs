namespace EntCredit.Stores.Ledger.Sqlite;

/// <summary>One call's work for the writer: all or nothing.</summary>
/// <param name="Work">What to write; done again where another call of its group fails.</param>
/// <param name="Weight">About how many events it writes; bounds how much one commit gathers.</param>
/// <param name="Cancellation">Given up where it is cancelled before it is begun.</param>
internal sealed record WriterJob(Action<AppendTarget> Work, int Weight, CancellationToken Cancellation)
{
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _failure;

    public Task Task => _completion.Task;

    /// <summary>Remembers why it was undone; told only after the group's commit.</summary>
    public void Fail(Exception failure) => _failure ??= failure;

    public void Tell()
    {
        if (_failure is OperationCanceledException) _completion.TrySetCanceled(Cancellation);
        else if (_failure is { } failure) _completion.TrySetException(failure);
        else _completion.TrySetResult();
    }
}
