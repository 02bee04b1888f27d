using EntCredit.Domain.Seals;

namespace EntCredit.Stores.Ledger.Seals;

/// <summary>A seal with its link of the chain of seals.</summary>
/// <param name="Sealed">What it covers.</param>
/// <param name="Canonical">Its canonical bytes, as UTF-8 text.</param>
/// <param name="PreviousHash">The hash of the seal before it, hex; empty for the first.</param>
/// <param name="Hash">Its hash, hex: what to keep in order to check later.</param>
public sealed record DaySeal(DaySealed Sealed, string Canonical, string PreviousHash, string Hash);
