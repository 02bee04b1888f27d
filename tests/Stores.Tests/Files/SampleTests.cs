using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;
using EntCredit.Stores.Files;

namespace EntCredit.Stores.Tests.Files;

/// <summary>Each sample gives exactly the findings that it was made to give: line and code, a refusal marked with "!".</summary>
public class SampleTests
{
    [Fact]
    public async Task Register_Findings_AreExactlyThese()
    {
        var (file, counts, findings) = await CheckAsync("jieshou/jieshou-registrar/register/register.csv", "register", new DateOnly(2020, 7, 6));
        Assert.Equal(("csv", "utf-8", "register"), file);
        Assert.Equal(new ReceiptCounts(Rows: 45, Accepted: 40, Refused: 4, Duplicates: 1, Warned: 4, Mended: 0), counts);
        Assert.Equal(
            [
                "6 EC2107", "8 EC2303", "12 EC2206", "42 EC2108", "43 EC2103!", "44 EC2302!", "45 EC2202!", "46 EC2102!", "47 EC2501",
            ],
            findings);
    }

    [Fact]
    public async Task Permits_Findings_AreExactlyThese()
    {
        var (file, counts, findings) = await CheckAsync("jieshou/jieshou-housing/permit/permits.csv", "permit", new DateOnly(2020, 7, 10));
        Assert.Equal(("csv", "gb18030", "2018"), file);
        Assert.Equal(new ReceiptCounts(Rows: 60, Accepted: 41, Refused: 18, Duplicates: 1, Warned: 18, Mended: 0), counts);
        Assert.Equal(
            [
                "5 EC2206", "7 EC2107", "9 EC2107", "10 EC2107", "14 EC2207", "17 EC2303", "18 EC2303", "19 EC2303", "21 EC2408", "23 EC2102!", "24 EC2103!",
                "25 EC2101!", "26 EC2302!", "27 EC2301!", "28 EC2202!", "29 EC2201!", "30 EC2203!", "31 EC2204!", "32 EC2205!", "33 EC2402!", "34 EC2401!",
                "36 EC2111!", "37 EC2304!", "39 EC2501", "41 EC2403", "42 EC2104!", "43 EC2001!", "44 EC2410", "45 EC2112", "46 EC2002!", "47 EC2105",
                "48 EC2106", "53 EC2003", "54 EC2108", "55 EC2305", "57 EC2113!", "58 EC2114",
            ],
            findings);
    }

    [Fact]
    public async Task Penalties_Findings_AreExactlyThese()
    {
        var (file, counts, findings) = await CheckAsync("jieshou/jieshou-enforcement/penalty/penalties.xlsx", "penalty", new DateOnly(2020, 7, 10));
        Assert.Equal(("xlsx", null, "2018"), file);
        Assert.Equal(new ReceiptCounts(Rows: 30, Accepted: 20, Refused: 9, Duplicates: 1, Warned: 6, Mended: 0), counts);
        Assert.Equal(
            [
                "2 EC2206", "3 EC2406", "6 EC2407", "7 EC2303", "8 EC2406", "11 EC2209", "14 EC2404!", "16 EC2405!", "18 EC2411!", "19 EC2402!", "20 EC2205!",
                "22 EC2104!", "23 EC2402!", "24 EC2302!", "26 EC2204!", "30 EC2501",
            ],
            findings);
    }

    [Fact]
    public async Task MendedPermits_AreTakenAndAreTheRefusedOnesByDocument()
    {
        var (_, counts, findings) = await CheckAsync("mended/jieshou-housing/permit/permits-mended.csv", "permit", new DateOnly(2020, 7, 14));
        Assert.Equal(new ReceiptCounts(Rows: 16, Accepted: 16, Refused: 0, Duplicates: 0, Warned: 0, Mended: 0), counts);
        Assert.Empty(findings);
        var refused = (await ReadAsync("jieshou/jieshou-housing/permit/permits.csv", "permit", new DateOnly(2020, 7, 10))).Where(r => !r.Accepted).Select(r => r.Content.DocumentNumber);
        var mended = (await ReadAsync("mended/jieshou-housing/permit/permits-mended.csv", "permit", new DateOnly(2020, 7, 14))).Select(r => r.Content.DocumentNumber);
        Assert.Empty(mended.Except(refused));
    }

    [Fact]
    public async Task Penalties_Procedures_AreBoth()
    {
        var readings = await ReadAsync("jieshou/jieshou-enforcement/penalty/penalties.xlsx", "penalty", new DateOnly(2020, 7, 10));
        var accepted = readings.Where(r => r.Accepted).GroupBy(r => r.Content.Procedure).ToDictionary(g => g.Key!, g => g.Count());
        Assert.Equal(["一般程序", "简易程序"], accepted.Keys.Order(StringComparer.Ordinal));
    }

    private static string PathOf(string sample)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "samples", sample);
    }

    private static async Task<((string Format, string? Encoding, string Layout), ReceiptCounts, List<string>)> CheckAsync(string sample, string item, DateOnly received)
    {
        await using var stream = File.OpenRead(PathOf(sample));
        await using var file = await CheckedFile.OpenAsync(stream, Path.GetFileName(sample), ResourceCatalogue.Default, item, received, FileLimits.Default, CancellationToken.None);
        var findings = new List<Finding>();
        var counts = await FileCheck.RunAsync(file, findings.Add, CancellationToken.None);
        Assert.Empty(file.Mapping.Unmapped);
        Assert.DoesNotContain(findings, f => f.Message.Contains('{', StringComparison.Ordinal) || f.Mend.Length == 0);
        return ((file.Table.Format, file.Table.Encoding, file.Mapping.Layout), counts, [.. findings.Select(f => $"{f.Line} {f.Code}{(f.Severity == Severity.Error ? "!" : "")}")]);
    }

    private static async Task<List<RowReading>> ReadAsync(string sample, string item, DateOnly received)
    {
        await using var stream = File.OpenRead(PathOf(sample));
        await using var file = await CheckedFile.OpenAsync(stream, Path.GetFileName(sample), ResourceCatalogue.Default, item, received, FileLimits.Default, CancellationToken.None);
        var readings = new List<RowReading>();
        await foreach (var row in file.RowsAsync(_ => { }, CancellationToken.None)) readings.Add(row.Reading);
        return readings;
    }
}
