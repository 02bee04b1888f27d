using EntCredit.Domain.Seals;
using EntCredit.Stores.Ledger.Seals;

namespace EntCredit.Stores.Ledger.Sqlite;

/// <summary>The seals of a ledger, and those kept outside of it, against its events.</summary>
internal static class SealVerification
{
    private const string Seals = """
        SELECT e.position, e.version, e.hash, e.canonical FROM streams s JOIN events e ON e.stream = s.id WHERE s.name = ? ORDER BY e.version
        """;

    /// <summary>The first fault: a seal that does not cover what the ledger holds, or one that is kept outside and is not the ledger's.</summary>
    public static LedgerFault? First(string path, IReadOnlyDictionary<DateOnly, string> kept, CancellationToken cancellation)
    {
        using var session = ReadSessions.Open(path);
        using var leaves = ReadSessions.Open(path);
        var found = new HashSet<DateOnly>();
        var next = 1L;
        var rows = session.Prepare(Seals).Bind(DaySealed.Stream);
        while (rows.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            var (position, version) = (rows.Number(0), rows.Number(1));
            if (Read(rows) is not { } seal) return new LedgerFault(position, DaySealed.Stream, version, LedgerFaultKind.HashDiffers);
            found.Add(seal.Day);
            if (seal.From != next || seal.Through < seal.From || seal.Through >= (OrderedHashes.NumberOf(leaves, DaySealed.Stream, version, position) ?? long.MaxValue) || OrderedHashes.Root(leaves, seal.From, seal.Through) != seal.Root)
                return new LedgerFault(seal.From, DaySealed.Stream, version, LedgerFaultKind.RootDiffers);
            if (kept.TryGetValue(seal.Day, out var hash) && hash != Convert.ToHexStringLower(rows.Bytes(2)))
                return new LedgerFault(seal.From, DaySealed.Stream, version, LedgerFaultKind.KeptSealDiffers);
            next = seal.Through + 1;
        }

        return kept.Keys.Any(day => !found.Contains(day)) ? new LedgerFault(next, DaySealed.Stream, found.Count + 1, LedgerFaultKind.KeptSealDiffers) : null;
    }

    private static DaySealed? Read(Statement row)
    {
        try
        {
            return EventCodec.Decode(row.Bytes(3)) as DaySealed;
        }
        catch (Exception unreadable) when (unreadable is System.Text.Json.JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
