namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>How often a write is tried that may be tried again: refusals tell something new each time, silence does not.</summary>
internal sealed class Persistence
{
    private const int MostSilences = 6;
    private int _silences;

    /// <summary>True where the write is there.</summary>
    /// <exception cref="InvalidOperationException">Cosmos DB gave no answer for the sixth time.</exception>
    public bool IsDone((Written Outcome, string? ETag, Exception? Reason) write)
    {
        if (write.Outcome == Written.Unknown && ++_silences == MostSilences)
            throw new InvalidOperationException("Cosmos DB does not tell whether it wrote; asked again, the ledger knows.", write.Reason);
        return write.Outcome == Written.Done;
    }
}
