using System.IO.Compression;
using System.Xml;
using EntCredit.Bench.Intake;
using EntCredit.Domain.Catalogue;
using EntCredit.Stores.Files;
using EntCredit.Stores.Workbooks;

namespace EntCredit.Bench.Scenarios;

/// <summary>What it costs to read and check the rows of a workbook.</summary>
public sealed class XlsxReadScenario : IScenario
{
    private const int Rows = 200_000;
    private const int MostRounds = 3;

    /// <inheritdoc />
    public string Name => "xlsx-read";

    /// <inheritdoc />
    public string Describes => "seconds to read and check 200,000 rows of 双公示 penalties in XLSX, floor: an XML reader that passes over the sheet's parts";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync(int rounds, CancellationToken stop)
    {
        var path = Path.GetTempFileName();
        try
        {
            await using (var file = File.Create(path))
            {
                var rows = PenaltyFile.Rows(Rows).Select(row => (IReadOnlyList<string>)row).ToAsyncEnumerable();
                await WorkbookWriter.WriteAsync(file, [new WorkbookSheet("数据", PenaltyFile.Header, rows)], stop);
            }

            return [Measure.Paired("read-and-check", "s", 1, Math.Min(rounds, MostRounds), () => Product(path), () => Floor(path))];
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Product(string path)
    {
        var accepted = Task.Run(() => AcceptedAsync(path)).GetAwaiter().GetResult();
        if (accepted != Rows) throw new InvalidOperationException($"{accepted} of {Rows} rows are good.");
    }

    private static async Task<int> AcceptedAsync(string path)
    {
        await using var stream = File.OpenRead(path);
        await using var file = await CheckedFile.OpenAsync(
            stream, "a.xlsx", ResourceCatalogue.Default, "penalty", new DateOnly(2020, 7, 10), FileLimits.Default, CancellationToken.None);
        var accepted = 0;
        await foreach (var row in file.RowsAsync(_ => { }, CancellationToken.None)) accepted += row.Reading.Accepted ? 1 : 0;
        return accepted;
    }

    private static void Floor(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && entry.Name.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var stream = entry.Open();
            using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (xml.Read()) _ = xml.NodeType;
        }
    }
}
