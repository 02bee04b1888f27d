namespace EntCredit.EndToEnd.Tests.Running;

/// <summary>Where things lie in the checkout that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>The samples that the story is played with.</summary>
    public static string Samples { get; } = Path.Combine(Root, "samples");

    /// <summary>A program of this checkout, built in the same configuration as the tests.</summary>
    public static string Program(string project, string assembly)
    {
        // …/bin/{runtime}/{configuration}/{framework}/
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(Root, project, "bin", own.Parent!.Parent!.Name, own.Parent.Name, own.Name, assembly + ".dll");
        return File.Exists(path) ? path : throw new FileNotFoundException("Not built: " + path, path);
    }

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "EntCredit.Functions.sln"))) return at.FullName;
        }

        throw new DirectoryNotFoundException("The tests do not lie in a checkout.");
    }
}
