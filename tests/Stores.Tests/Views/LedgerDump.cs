using System.Text;
using Microsoft.Data.Sqlite;

namespace EntCredit.Stores.Tests.Views;

/// <summary>Looks into and tampers with a ledger's file, past its own code.</summary>
internal static class LedgerDump
{
    public static IReadOnlyList<string> Tables { get; } =
    [
        "aliases", "batch_phases", "batches", "calendar_notices", "case_effects", "case_index", "cases", "former_names", "mending_keys", "names", "obligations", "order_spans", "record_cases", "record_keys", "records",
        "subject_merges", "subjects",
    ];

    /// <summary>Every row of every projection, in order.</summary>
    public static string Projections(string file)
    {
        var dump = new StringBuilder();
        using var connection = Open(file);
        foreach (var table in Tables)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            var rows = new List<string>();
            using var reader = command.ExecuteReader();
            while (reader.Read())
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column))).Prepend(table)));
            foreach (var row in rows.Order(StringComparer.Ordinal)) dump.Append(row).Append('\n');
        }

        return dump.ToString();
    }

    /// <summary>The rows of a query, each column as text.</summary>
    public static List<string[]> Rows(string file, string sql)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        var rows = new List<string[]>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))]);
        return rows;
    }

    public static int Execute(string file, string sql, params (string Name, object Value)[] values)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        return command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    private static string Text(object value) => value switch
    {
        DBNull => "-",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
