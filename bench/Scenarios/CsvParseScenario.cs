using CsvHelper;
using EntCredit.Bench.Intake;
using EntCredit.Domain.Catalogue;
using EntCredit.Stores.Files;

namespace EntCredit.Bench.Scenarios;

/// <summary>What it costs to read and check the rows of a CSV, without storing anything.</summary>
public sealed class CsvParseScenario : IScenario
{
    private const int Rows = 100_000;

    /// <inheritdoc />
    public string Name => "csv-parse";

    /// <inheritdoc />
    public string Describes => "ns a row to parse and check 双公示 penalties in GB18030, floor: the CSV library reading the same bytes into strings";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync(int rounds, CancellationToken stop)
    {
        var path = Path.GetTempFileName();
        try
        {
            PenaltyFile.Write(path, Rows);
            var bytes = await File.ReadAllBytesAsync(path, stop);
            return [Measure.Paired("parse-and-check", "ns/row", 1e9 / Rows, rounds, () => Product(bytes), () => Floor(bytes))];
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Product(byte[] bytes)
    {
        var accepted = Task.Run(() => AcceptedAsync(bytes)).GetAwaiter().GetResult();
        if (accepted != Rows) throw new InvalidOperationException($"{accepted} of {Rows} rows are good.");
    }

    private static async Task<int> AcceptedAsync(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        await using var file = await CheckedFile.OpenAsync(
            stream, "a.csv", ResourceCatalogue.Default, "penalty", new DateOnly(2020, 7, 10), FileLimits.Default, CancellationToken.None);
        var accepted = 0;
        await foreach (var row in file.RowsAsync(_ => { }, CancellationToken.None)) accepted += row.Reading.Accepted ? 1 : 0;
        return accepted;
    }

    private static void Floor(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using var reader = CsvReader.Create(stream, new CsvReaderOptions { Encoding = PenaltyFile.Encoding, HasHeader = false });
        var length = 0;
        while (reader.Read())
            for (var i = 0; i < reader.FieldCount; i++) length += reader.GetString(i).Length;
        if (length == 0) throw new InvalidOperationException("Nothing was read.");
    }
}
