using System.Text;
using EntCredit.Domain.Seals;
using EntCredit.Stores.Ledger.Seals;

namespace EntCredit.Stores.Ledger.Sqlite;

/// <summary>
/// The hashes of a SQLite file's events in the ledger's order, and the seals over them. Positions are the order, unless the file is a copy of a ledger whose order is a fact (<see cref="OrderExtended"/>).
/// </summary>
internal static class OrderedHashes
{
    private const string Range = "SELECT hash FROM events WHERE position BETWEEN ? AND ? ORDER BY position";

    private const string RangeOfFacts = """
        SELECT e.hash FROM order_spans o JOIN streams s ON s.name = o.stream JOIN events e ON e.stream = s.id AND e.version BETWEEN o.low AND o.high
        WHERE o.first >= coalesce((SELECT max(first) FROM order_spans WHERE first <= ?1), 1) AND o.first <= ?2 AND o.first + e.version - o.low BETWEEN ?1 AND ?2 ORDER BY o.first, e.version
        """;

    private const string NumberOfFact = "SELECT first + ?2 - low FROM order_spans WHERE stream = ?1 AND high >= ?2 AND low <= ?2 ORDER BY high LIMIT 1";

    private const string NewestSeals = """
        SELECT e.canonical, p.hash, e.hash FROM streams s JOIN events e ON e.stream = s.id LEFT JOIN events p ON p.stream = s.id AND p.version = e.version - 1
        WHERE s.name = ? ORDER BY e.version DESC LIMIT ?
        """;

    /// <summary>Whether the order is a fact, and a position only a place in this file.</summary>
    public static bool IsByFacts(SqliteSession session) => session.Prepare("SELECT 1 FROM streams WHERE name = ?").Bind(OrderExtended.Stream).First(row => row.Number(0)) is not null;

    public static long Last(SqliteSession session) => IsByFacts(session)
        ? session.Prepare("SELECT first + high - low FROM order_spans ORDER BY first DESC LIMIT 1").First(row => row.Number(0)) ?? 0
        : session.Prepare("SELECT max(position) FROM events").First(row => row.Number(0)) ?? 0;

    /// <summary>The number of an event in the order; null where it has none yet.</summary>
    public static long? NumberOf(SqliteSession session, string stream, long version, long position) =>
        IsByFacts(session) ? session.Prepare(NumberOfFact).Bind(stream).Bind(version).First(row => row.Number(0)) : position;

    public static string Root(SqliteSession session, long from, long through)
    {
        var tree = new MerkleTree();
        var rows = session.Prepare(IsByFacts(session) ? RangeOfFacts : Range).Bind(from).Bind(through);
        while (rows.Step()) tree.Add(rows.Bytes(0));
        return Convert.ToHexStringLower(tree.Root);
    }

    public static List<byte[]> All(SqliteSession session, long from, long through) =>
        session.Prepare(IsByFacts(session) ? RangeOfFacts : Range).Bind(from).Bind(through).All(row => row.Bytes(0).ToArray());

    public static List<DaySeal> Seals(SqliteSession session, int most) =>
        session.Prepare(NewestSeals).Bind(DaySealed.Stream).Bind(most).All(row => new DaySeal(
            (DaySealed)EventCodec.Decode(row.Bytes(0)),
            Encoding.UTF8.GetString(row.Bytes(0)),
            Convert.ToHexStringLower(row.Bytes(1)),
            Convert.ToHexStringLower(row.Bytes(2))));
}
