namespace EntCredit.Stores.Ledger.Sqlite;

/// <summary>The chain over a range of positions. Ranges are independent: each event is checked against the stored hash before it, itself checked in its own turn.</summary>
internal static class ChainVerification
{
    private const string Range = """
        SELECT e.position, s.name, e.version, e.hash, e.canonical, p.hash
        FROM events e LEFT JOIN streams s ON s.id = e.stream LEFT JOIN events p ON e.version > 1 AND p.stream = e.stream AND p.version = e.version - 1
        WHERE e.position BETWEEN ? AND ? ORDER BY e.position
        """;

    public static LedgerFault? First(string path, long from, long until, CancellationToken cancellation)
    {
        using var session = ReadSessions.Open(path);
        var events = session.Prepare(Range).Bind(from).Bind(until);
        var expected = from;
        while (events.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            var position = events.Number(0);
            if (Check(events, position == expected) is { } kind) return new LedgerFault(position, events.TextOrNull(1), events.Number(2), kind);
            expected = position + 1;
        }

        return expected <= until ? new LedgerFault(expected, null, 0, LedgerFaultKind.PositionsMissing) : null;
    }

    private static LedgerFaultKind? Check(Statement row, bool follows)
    {
        if (!follows) return LedgerFaultKind.PositionsMissing;
        if (row.IsNull(1)) return LedgerFaultKind.StreamMissing;
        var version = row.Number(2);
        if (version < 1 || (version > 1 && row.IsNull(5))) return LedgerFaultKind.VersionMissing;
        var canonical = row.Bytes(4);
        Span<byte> hash = stackalloc byte[EventHash.Bytes];
        EventHash.Compute(row.Bytes(5), canonical, hash);
        if (!hash.SequenceEqual(row.Bytes(3))) return LedgerFaultKind.HashDiffers;
        return SaysSo(canonical, row.Bytes(1), version) ? null : LedgerFaultKind.RowDiffers;
    }

    // The envelope begins with stream and version, and a stream's name needs no escapes: no parsing.
    private static bool SaysSo(ReadOnlySpan<byte> canonical, ReadOnlySpan<byte> stream, long version)
    {
        Span<byte> number = stackalloc byte[20];
        version.TryFormat(number, out var digits);
        return Eat(ref canonical, "{\"stream\":\""u8) && Eat(ref canonical, stream) && Eat(ref canonical, "\",\"version\":"u8)
            && Eat(ref canonical, number[..digits]) && Eat(ref canonical, ",\"type\":\""u8);
    }

    private static bool Eat(ref ReadOnlySpan<byte> text, scoped ReadOnlySpan<byte> begin)
    {
        if (!text.StartsWith(begin)) return false;
        text = text[begin.Length..];
        return true;
    }
}
