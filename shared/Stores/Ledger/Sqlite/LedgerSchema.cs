using EntCredit.Stores.Outbox;
using EntCredit.Stores.Views.Projections;

namespace EntCredit.Stores.Ledger.Sqlite;

/// <summary>
/// The ledger's tables. Keys are sequential numbers, given in the order of arrival, so that bulk appends write at the end of each tree
/// (docs/ledger.md has the measurements); names are kept once.
/// </summary>
internal static class LedgerSchema
{
    public const int Version = 5;

    private const string Tables = """
        CREATE TABLE streams (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            partition TEXT,
            version INTEGER NOT NULL,
            hash BLOB NOT NULL);
        CREATE TABLE events (
            position INTEGER PRIMARY KEY,
            stream INTEGER NOT NULL,
            version INTEGER NOT NULL,
            hash BLOB NOT NULL,
            canonical TEXT NOT NULL);
        CREATE UNIQUE INDEX events_of_stream ON events (stream, version);
        CREATE TABLE personal (
            position INTEGER PRIMARY KEY,
            key INTEGER NOT NULL,
            sealed BLOB NOT NULL);
        CREATE TABLE terms (
            id INTEGER PRIMARY KEY,
            text TEXT NOT NULL UNIQUE);
        """;

    /// <summary>Makes the tables in an empty file; leaves a file of this version as it is.</summary>
    /// <exception cref="InvalidOperationException">The file is of a version that this program does not know.</exception>
    public static void Ensure(SqliteSession session, string projectionTables)
    {
        if (Found(session) == Version) return;
        session.Prepare("BEGIN IMMEDIATE").Run();
        try
        {
            var found = Found(session);
            if (found is not (0 or Version)) throw new InvalidOperationException($"The ledger's file has version {found}; this program knows {Version}.");
            if (found == 0) session.Execute($"{Tables}{projectionTables}PRAGMA user_version = {Version};");
            session.Prepare("COMMIT").Run();
        }
        catch
        {
            session.Prepare("ROLLBACK").Run();
            throw;
        }
    }

    /// <summary>Makes what a file from before lacks: the outbox's table, and that of an order that is a fact.</summary>
    public static void EnsureLater(SqliteSession session)
    {
        session.Execute(OrderProjection.Tables);
        if (session.Prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'outbox'").First(row => row.Number(0)) is null)
            session.Execute($"BEGIN IMMEDIATE; {SqliteOutbox.Table} COMMIT;");
    }

    private static long Found(SqliteSession session) => session.Prepare("PRAGMA user_version").First(row => row.Number(0)) ?? 0;
}
