namespace EntCredit.Cli.Backup;

/// <summary>Where things lie within a backup.</summary>
internal static class Layout
{
    public static string State(string backup) => Path.Combine(backup, "runtime");

    public static string Ledger(string backup) => Path.Combine(backup, "ledger", "ledger.db");

    public static string Audit(string backup) => Path.Combine(backup, "ledger", "audit.db");

    public static string Blobs(string backup) => Path.Combine(backup, "azurite");
}
