using Microsoft.Data.Sqlite;

namespace EntCredit.EndToEnd.Tests.Running;

/// <summary>What lies in a ledger's file, asked of SQLite itself and of nothing that the product has in between.</summary>
internal static class LedgerReading
{
    private const string Types = """
        SELECT s.name, json_extract(CAST(e.canonical AS TEXT), '$.type')
        FROM events e JOIN streams s ON s.id = e.stream WHERE s.name GLOB $streams ORDER BY e.position
        """;

    /// <summary>The canonical bytes of a stream's first event.</summary>
    public static string FirstOf(string file, string stream)
    {
        var source = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        using var connection = new SqliteConnection(source.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT CAST(e.canonical AS TEXT) FROM events e JOIN streams s ON s.id = e.stream WHERE s.name = $stream AND e.version = 1";
        command.Parameters.AddWithValue("$stream", stream);
        return (string)command.ExecuteScalar()!;
    }

    /// <summary>The kinds of the events of each stream, in order.</summary>
    /// <param name="file">The ledger's file.</param>
    /// <param name="streams">A GLOB of streams.</param>
    public static IReadOnlyDictionary<string, List<string>> EventsOf(string file, string streams) =>
        FactsOf(file, streams).GroupBy(fact => fact.Stream, StringComparer.Ordinal).ToDictionary(facts => facts.Key, facts => facts.Select(fact => fact.Kind).ToList(), StringComparer.Ordinal);

    /// <summary>The events of streams in the order of the ledger.</summary>
    /// <param name="file">The ledger's file.</param>
    /// <param name="streams">A GLOB of streams.</param>
    public static IReadOnlyList<(string Stream, string Kind)> FactsOf(string file, string streams)
    {
        var source = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        using var connection = new SqliteConnection(source.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Types;
        command.Parameters.AddWithValue("$streams", streams);
        using var reader = command.ExecuteReader();
        var facts = new List<(string, string)>();
        while (reader.Read()) facts.Add((reader.GetString(0), reader.GetString(1).Split('/')[0]));
        return facts;
    }
}
