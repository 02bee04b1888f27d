using System.Security.Cryptography;
using System.Text.Json;
using CsvHelper;
using Microsoft.Data.Sqlite;

namespace EntCredit.Bench.Intake;

/// <summary>A leaner floor than the intake could have: the same bytes parsed into strings, each row as JSON with its SHA-256 in a document table with two index rows, 5,000 rows a transaction.</summary>
internal static class LeanFloor
{
    private const int RowsPerTransaction = 5000;

    public static int Run(string csv, string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        Do(connection, "PRAGMA journal_mode = WAL");
        Do(connection, "PRAGMA synchronous = FULL");
        Do(connection, "CREATE TABLE documents (id INTEGER PRIMARY KEY, body TEXT NOT NULL, hash BLOB NOT NULL)");
        Do(connection, "CREATE TABLE subjects (subject TEXT NOT NULL, document INTEGER NOT NULL)");
        Do(connection, "CREATE INDEX by_subject ON subjects (subject)");
        Do(connection, "CREATE TABLE numbers (number TEXT NOT NULL, document INTEGER NOT NULL)");
        Do(connection, "CREATE INDEX by_number ON numbers (number)");
        using var documents = Prepare(connection, "INSERT INTO documents VALUES (?1, ?2, ?3)", 3);
        using var subjects = Prepare(connection, "INSERT INTO subjects VALUES (?1, ?2)", 2);
        using var numbers = Prepare(connection, "INSERT INTO numbers VALUES (?1, ?2)", 2);
        using var stream = File.OpenRead(csv);
        using var reader = CsvReader.Create(stream, new CsvReaderOptions { Encoding = PenaltyFile.Encoding, HasHeader = false, Separator = ',' });
        var cells = new string[PenaltyFile.Header.Length];
        var count = 0;
        reader.Read();
        while (true)
        {
            using var transaction = connection.BeginTransaction();
            foreach (var command in new[] { documents, subjects, numbers }) command.Transaction = transaction;
            var before = count;
            while (count < before + RowsPerTransaction && reader.Read())
            {
                for (var i = 0; i < cells.Length; i++) cells[i] = reader.GetString(i);
                count++;
                var body = JsonSerializer.SerializeToUtf8Bytes(cells);
                Insert(documents, (long)count, System.Text.Encoding.UTF8.GetString(body), SHA256.HashData(body));
                Insert(subjects, cells[2], (long)count);
                Insert(numbers, cells[4], (long)count);
            }

            transaction.Commit();
            if (count == before) return count;
        }
    }

    private static void Insert(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

#pragma warning disable CA2100 // Written above.
    private static SqliteCommand Prepare(SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++) command.Parameters.Add(new SqliteParameter($"?{i}", null));
        return command;
    }

    private static void Do(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
#pragma warning restore CA2100
}
