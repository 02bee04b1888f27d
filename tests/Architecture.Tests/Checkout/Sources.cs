using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EntCredit.Architecture.Tests.Checkout;

/// <summary>The files of the checkout as git knows them, new ones with them.</summary>
internal static partial class Sources
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>Every file, by its path from the root.</summary>
    public static IReadOnlyList<string> All { get; } = List();

    /// <summary>The C# sources below a folder.</summary>
    public static IEnumerable<string> CSharp(string folder = "") =>
        All.Where(path => path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>A file's text.</summary>
    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>A source without its comments.</summary>
    public static string Code(string text) => Comment().Replace(text, string.Empty);

    private static string[] List()
    {
        var start = new ProcessStartInfo("git", ["-c", "core.quotepath=off", "ls-files", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var paths = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return [.. paths.Where(path => File.Exists(Path.Combine(Root, path)))];
    }

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "EntCredit.Functions.sln"))) return at.FullName;
        }

        throw new DirectoryNotFoundException("The tests do not lie in a checkout.");
    }

    [GeneratedRegex(@"//.*$|/\*[\s\S]*?\*/", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
