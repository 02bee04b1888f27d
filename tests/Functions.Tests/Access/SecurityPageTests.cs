using System.Text.RegularExpressions;

namespace EntCredit.Functions.Tests.Access;

/// <summary>docs/security.md tells the truth about what shows each line: every test that it names is there, every other line gives a reason.</summary>
public sealed partial class SecurityPageTests
{
    private static readonly IReadOnlyList<string[]> Rows =
    [
        .. File.ReadLines(Path.Combine(Checkout.Root, "docs", "security.md"))
            .Where(line => Number().IsMatch(line))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    private static readonly string Tests = string.Join('\n', Directory.EnumerateFiles(Path.Combine(Checkout.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
        .Select(File.ReadAllText));

    [Fact]
    public void Page_Lines_AreThoseOfTheChaptersOnceEachInOrder()
    {
        var numbers = Rows.Select(cells => cells[0]).ToList();
        Assert.Equal(numbers.Distinct(), numbers);
        foreach (var chapter in numbers.GroupBy(number => number.Split('.')[0]))
            Assert.Equal(chapter.OrderBy(number => number.Split('.').Aggregate(0, (all, part) => (all * 100) + int.Parse(part))), chapter);
        Assert.All(new[] { "1.", "2.", "3.", "4.", "5.", "6.", "8.", "9.", "11.", "13.", "14.", "16." }, chapter => Assert.Contains(numbers, number => number.StartsWith(chapter, StringComparison.Ordinal)));
    }

    [Fact]
    public void Page_EveryLine_NamesATestThatIsThereOrAReason() => Assert.All(Rows, cells =>
    {
        Assert.Equal(3, cells.Length);
        var named = Named().Matches(cells[2]).Select(match => match.Groups[1].Value).ToList();
        Assert.True(named.Count > 0 || cells[2].Length > 15, $"{cells[0]} names no test and no reason.");
        Assert.All(named, name => Assert.Matches($@"(class|void|Task) {Regex.Escape(name)}\b", Tests));
    });

    [GeneratedRegex(@"^\| [0-9]+\.[0-9]+\.[0-9]+ \|")]
    private static partial Regex Number();

    [GeneratedRegex("`([A-Z][A-Za-z0-9]*(?:Tests|_[A-Za-z0-9_]+))`")]
    private static partial Regex Named();
}
