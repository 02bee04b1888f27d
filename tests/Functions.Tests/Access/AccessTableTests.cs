using EntCredit.Functions.Access;

namespace EntCredit.Functions.Tests.Access;

/// <summary>docs/access.md says what the attributes say. With <c>ENTCREDIT_WRITE_DOCS=1</c> the page is written anew.</summary>
public sealed class AccessTableTests
{
    private const string Begin = "<!-- generated from the attributes beside the functions -->\n", End = "<!-- end -->\n";

    [Fact]
    public void Page_OfTheTable_IsWhatTheAttributesSay()
    {
        var path = Path.Combine(Checkout.Root, "docs", "access.md");
        var page = File.ReadAllText(path);
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        Assert.True(begin >= 0 && end > begin, "The page has lost its marks.");
        var expected = page[..(begin + Begin.Length)] + "\n" + AccessTable.Markdown() + "\n" + page[end..];
        if (Environment.GetEnvironmentVariable("ENTCREDIT_WRITE_DOCS") == "1") File.WriteAllText(path, expected);
        else Assert.True(expected == page, "docs/access.md is not what the attributes say: run this test with ENTCREDIT_WRITE_DOCS=1 and read the difference.");
    }

    [Fact]
    public void Samples_EveryRouteWithValues_HasOneAndNoneIsForgotten()
    {
        Assert.Empty(Door.All.Values.Where(door => SampleObjects.Of(door) is null).Select(door => $"{door.Route} needs a line in SampleObjects"));
        Assert.Empty(SampleObjects.Forgotten);
    }

    [Fact]
    public void Doors_All_SayWhoMayComeIn() => Assert.All(Door.All.Values, door =>
        Assert.True(door.Rule.Anybody != door.Rule.Granted.Count > 0, $"{door.Function} says nothing, or that it is public and closed at once."));

    [Fact]
    public void Doors_All_TakeNoDepartmentFromTheirRoute() => Assert.DoesNotContain(Door.All.Values, door => door.Route.Contains("{department}", StringComparison.Ordinal));
}
