using System.Collections.Concurrent;

namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>
/// Heads as this process last saw them, some thousands: an append to one of them reads nothing, since its version decides whether it still is the head. Never an answer to a read.
/// </summary>
internal sealed class RecentHeads
{
    private const int Remembered = 4_096;
    private readonly ConcurrentDictionary<string, LedgerDocument> _heads = new(StringComparer.Ordinal);

    public void Remember(LedgerDocument head)
    {
        if (_heads.Count >= Remembered) _heads.Clear();
        _heads[head.Id] = head;
    }

    public void Forget(string stream) => _heads.TryRemove(stream, out _);

    /// <summary>The head, where it has the version.</summary>
    public LedgerDocument? With(string stream, string partition, long version) =>
        _heads.TryGetValue(stream, out var head) && head.Version == version && head.Subject == partition ? head : null;

    /// <summary>Where the stream lay, or null.</summary>
    public string? PartitionOf(string stream) => _heads.TryGetValue(stream, out var head) ? head.Subject : null;
}
