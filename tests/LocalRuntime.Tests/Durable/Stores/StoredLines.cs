using Microsoft.Data.Sqlite;

namespace EntCredit.LocalRuntime.Tests.Durable.Stores;

/// <summary>The rows of a durable database as lines, read by statements of their own.</summary>
internal static class StoredLines
{
    private const string Sql = """
        SELECT 'instance ' || seq || ' ' || id || ' ' || execution || ' ' || status || ' start ' || coalesce(start_at, '')
          || ' parent ' || coalesce(parent_seq, '') || ' ' || coalesce(parent_execution, '') || ' ' || coalesce(parent_task, '')
          || ' turns ' || turns || ' through ' || through FROM instance
        UNION ALL SELECT 'message ' || instance || ' ' || ordinal || ' ' || kind || ' ' || task || ' ' || coalesce(name, '') FROM message
        UNION ALL SELECT 'activity ' || instance || ' ' || execution || ' ' || task FROM activity
        UNION ALL SELECT 'timer ' || instance || ' ' || execution || ' ' || task || ' ' || due FROM timer
        UNION ALL SELECT 'turns ' || seq || ' differ' FROM instance WHERE turns <> (SELECT count(*) FROM turn WHERE turn.instance = seq)
        UNION ALL SELECT 'orphan turn ' || instance FROM turn WHERE instance NOT IN (SELECT seq FROM instance)
        """;

    public static IEnumerable<string> Of(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(reader.GetString(0));
        return lines.Order(StringComparer.Ordinal);
    }
}
