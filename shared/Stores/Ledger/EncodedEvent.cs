using EntCredit.Domain.Events;

namespace EntCredit.Stores.Ledger;

/// <summary>An event made ready to be stored.</summary>
/// <param name="Event">The event.</param>
/// <param name="Canonical">Its canonical bytes: UTF-8 JSON, what is hashed and kept.</param>
/// <param name="Personal">Salt (32 bytes), then the personal data as UTF-8 JSON; null where it has none. To be sealed, never stored as it is.</param>
public sealed record EncodedEvent(DomainEvent Event, ReadOnlyMemory<byte> Canonical, ReadOnlyMemory<byte>? Personal);
