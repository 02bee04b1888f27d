using System.Text;

namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>Events as they stand in documents, their hashes computed anew: only the last is kept.</summary>
internal static class EventEntries
{
    /// <summary>The events of a part of a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="from">The version of the first.</param>
    /// <param name="before">The hash of the event before the first, hex, or null.</param>
    /// <param name="entries">The events as they lie there.</param>
    public static IEnumerable<StoredEvent> Read(string stream, long from, string? before, IReadOnlyList<EventEntry> entries)
    {
        var previous = before ?? string.Empty;
        foreach (var entry in entries)
        {
            var canonical = entry.Canonical();
            var hash = Next(previous, canonical);
            yield return new StoredEvent(entry.T, stream, from++, Encoding.UTF8.GetString(canonical), previous, hash, EventCodec.Decode(canonical));
            previous = hash;
        }
    }

    /// <summary>The hash of an event, hex.</summary>
    public static string Next(string? previous, ReadOnlySpan<byte> canonical)
    {
        Span<byte> hash = stackalloc byte[EventHash.Bytes];
        EventHash.Compute(Convert.FromHexString(previous ?? string.Empty), canonical, hash);
        return Convert.ToHexStringLower(hash);
    }
}
