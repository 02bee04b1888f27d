using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace EntCredit.Domain.Tests;

/// <summary>docs/rules.md and the tests hold each other: every rule of the documents has its row, and every row tells the truth about what shows it.</summary>
public sealed partial class RulesPageTests
{
    private static readonly IReadOnlyList<(char Kind, int Count)> Numbers = [('T', 24), ('C', 17), ('P', 14), ('D', 10), ('L', 9), ('R', 16)];

    private static readonly string Root = FindRoot();

    private static readonly IReadOnlyList<string[]> Table =
    [
        .. File.ReadLines(Path.Combine(Root, "docs", "rules.md"))
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    private static readonly IReadOnlyList<string[]> Rows = [.. Table.Where(cells => Number().IsMatch(cells[0]))];

    private static readonly ILookup<string, Type> TestClasses = Assembly.GetExecutingAssembly().GetTypes()
        .Where(type => type.IsClass && Methods(type).Any())
        .ToLookup(type => type.Name);

    [Fact]
    public void Page_EveryOfTheNinetyRules_HasOneRowInOrder()
    {
        var expected = Numbers.SelectMany(one => Enumerable.Range(1, one.Count).Select(n => one.Kind + n.ToString(CultureInfo.InvariantCulture)));

        Assert.Equal(expected, Rows.Select(cells => cells[0]));
        Assert.Equal(90, Rows.Count);
    }

    [Fact]
    public void Page_EveryRow_NamesATestOrTheIssueThatWillBuildIt() => Assert.All(Rows, cells =>
    {
        Assert.Equal(4, cells.Length);
        Assert.NotEmpty(cells[2]);
        Assert.True(Quoted(cells[3]).Any() || NotBuilt().IsMatch(cells[3]), $"{cells[0]} names no test and no issue.");
    });

    [Fact]
    public void Page_EveryTestNamed_Exists() => Assert.All(Table.SelectMany(cells => Quoted(cells[^1]).Select(name => (Row: cells[0], Name: name))), named =>
        Assert.True(named.Name.Contains('/', StringComparison.Ordinal) ? Exists(named.Name) : IsTest(named.Name), $"{named.Row}: there is no test {named.Name}."));

    [Fact]
    public void Page_EveryFileNamed_Exists() => Assert.All(
        Rows.SelectMany(cells => Quoted(cells[2]).Where(name => name.Contains('/', StringComparison.Ordinal)).Select(name => (Row: cells[0], Name: name))),
        named => Assert.True(Exists(named.Name), $"{named.Row}: there is no file {named.Name}."));

    [Fact]
    public void Page_EveryNotBuilt_SaysWhichOfTheComingIssuesWill() => Assert.All(
        Rows.SelectMany(cells => cells.Skip(2)).Where(cell => cell.Contains("not built", StringComparison.Ordinal)),
        cell => Assert.Matches(NotBuilt(), cell));

    [Fact]
    public void Page_EveryClockToT18_NamesATestCalledAfterIt() => Assert.All(Rows.Take(18), cells =>
    {
        var number = int.Parse(cells[0].AsSpan(1), CultureInfo.InvariantCulture);
        var calledAfterIt = new Regex(string.Create(CultureInfo.InvariantCulture, $@"(^|\.)T0?{number}_"));
        Assert.Contains(Quoted(cells[3]), name => calledAfterIt.IsMatch(name));
    });

    [Theory]
    [InlineData("RulesPageTests", true)]
    [InlineData("RulesPageTests.Page_EveryTestNamed_Exists", true)]
    [InlineData("RulesPageTests.Page_NotThere", false)]
    [InlineData("RulesPageTests.FindRoot", false)]
    [InlineData("NotThereTests", false)]
    public void IsTest_AName_IsTrueForTestsOnly(string name, bool expected) => Assert.Equal(expected, IsTest(name));

    private static bool IsTest(string name)
    {
        var parts = name.Split('.');
        return parts.Length <= 2 && TestClasses[parts[0]].Any(type => parts.Length == 1 || Methods(type).Any(method => method.Name == parts[1]));
    }

    private static IEnumerable<MethodInfo> Methods(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
            .Where(method => method.GetCustomAttributes().Any(attribute => attribute is FactAttribute));

    private static bool Exists(string path) => File.Exists(Path.Combine(Root, path)) || Directory.Exists(Path.Combine(Root, path));

    private static IEnumerable<string> Quoted(string cell) =>
        Code().Matches(cell).Select(match => match.Groups[1].Value).Where(name => name.Contains("Tests", StringComparison.Ordinal) || name.Contains('/', StringComparison.Ordinal));

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "docs", "rules.md"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("docs/rules.md was not found above the tests.");
    }

    [GeneratedRegex("^[TCPDLR][0-9]+$")]
    private static partial Regex Number();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("not built — issue [4-8] will")]
    private static partial Regex NotBuilt();
}
