using EntCredit.Architecture.Tests.Checkout;

namespace EntCredit.Architecture.Tests;

/// <summary>What lies in the repository is readable, and says nothing of the machine it was made on.</summary>
public sealed class RepositoryTests
{
    private const int MostLines = 400;
    private static readonly string[] Binary = [".xlsx", ".xls", ".png", ".zip", ".gz", ".ico"];
    private static readonly string[] Product = ["functions/", "orchestrations/", "shared/", "local-runtime/", "tools/", "bench/"];

    [Theory]
    [InlineData("registry." + "npmjs")]
    [InlineData("nuget." + "org")]
    [InlineData("/work" + "/")]
    [InlineData("/root" + "/")]
    public void File_OfTheRepository_NamesNoRegistryAndNoMachine(string word)
    {
        Assert.True(Sources.All.Count > 500, $"Only {Sources.All.Count} files were looked at.");
        Assert.Empty(Sources.All
            .Where(path => !Binary.Contains(Path.GetExtension(path)))
            .Where(path => Sources.Text(path).Contains(word, StringComparison.OrdinalIgnoreCase))
            .ToList());
    }

    [Fact]
    public void Source_OfTheProduct_IsShort() => Assert.Empty(Product.SelectMany(Sources.CSharp)
        .Select(path => (Path: path, Lines: Sources.Text(path).Count(c => c == '\n')))
        .Where(file => file.Lines > MostLines)
        .ToList());

    [Fact]
    public void Solution_HoldsEveryProject()
    {
        var solution = Sources.Text("EntCredit.Functions.sln").Replace('\\', '/');

        // The one that only brings the Bicep CLI compiles nothing.
        var missing = Sources.All.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal) && path != "eng/bicep/bicep.csproj")
            .Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal));
        Assert.Empty(missing);
    }
}
