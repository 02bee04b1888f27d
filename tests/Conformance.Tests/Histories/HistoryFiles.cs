namespace EntCredit.Conformance.Tests.Histories;

/// <summary>The recorded histories, one file to an orchestrator.</summary>
internal static class HistoryFiles
{
    private static readonly string Folder = Path.Combine(Root(), "tests", "Conformance.Tests", "Histories", "Recorded");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public static string Of(string orchestrator) => Path.Combine(Folder, orchestrator + ".json");

    public static RecordedHistory Read(string orchestrator) => RecordedHistory.Read(File.ReadAllText(Of(orchestrator)));

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "EntCredit.Functions.sln")))
                return at.FullName;
        }

        throw new DirectoryNotFoundException("The tests do not lie in a checkout.");
    }
}
