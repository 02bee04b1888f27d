using System.Text;
using EntCredit.Domain.Seals;
using EntCredit.Stores.Ledger.Seals;

namespace EntCredit.Stores.Ledger.Sqlite;

/// <summary>The hashes of a SQLite ledger's events in their order, and the seals over them.</summary>
internal static class OrderedHashes
{
    private const string Range = "SELECT hash FROM events WHERE position BETWEEN ? AND ? ORDER BY position";

    private const string NewestSeals = """
        SELECT e.canonical, p.hash, e.hash FROM streams s JOIN events e ON e.stream = s.id LEFT JOIN events p ON p.stream = s.id AND p.version = e.version - 1
        WHERE s.name = ? ORDER BY e.version DESC LIMIT ?
        """;

    public static long Last(SqliteSession session) => session.Prepare("SELECT max(position) FROM events").First(row => row.Number(0)) ?? 0;

    public static string Root(SqliteSession session, long from, long through)
    {
        var tree = new MerkleTree();
        var rows = session.Prepare(Range).Bind(from).Bind(through);
        while (rows.Step()) tree.Add(rows.Bytes(0));
        return Convert.ToHexStringLower(tree.Root);
    }

    public static List<byte[]> All(SqliteSession session, long from, long through) =>
        session.Prepare(Range).Bind(from).Bind(through).All(row => row.Bytes(0).ToArray());

    public static List<DaySeal> Seals(SqliteSession session, int most) =>
        session.Prepare(NewestSeals).Bind(DaySealed.Stream).Bind(most).All(row => new DaySeal(
            (DaySealed)EventCodec.Decode(row.Bytes(0)),
            Encoding.UTF8.GetString(row.Bytes(0)),
            Convert.ToHexStringLower(row.Bytes(1)),
            Convert.ToHexStringLower(row.Bytes(2))));
}
