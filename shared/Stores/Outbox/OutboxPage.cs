namespace EntCredit.Stores.Outbox;

/// <summary>Events on their way out.</summary>
/// <param name="Events">Each stream's in order.</param>
/// <param name="Place">The place after them.</param>
/// <param name="More">Whether there may be more at once.</param>
public sealed record OutboxPage(IReadOnlyList<OutboxEvent> Events, string Place, bool More);

/// <summary>An event on its way out.</summary>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its place in the stream.</param>
public sealed record OutboxEvent(string Stream, long Version);
