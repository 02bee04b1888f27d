namespace EntCredit.Functions.Tests.Access;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "EntCredit.Functions.sln"))) return at.FullName;
        }

        throw new DirectoryNotFoundException("The tests do not lie in a checkout.");
    }
}
