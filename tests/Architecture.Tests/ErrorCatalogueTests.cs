using System.Reflection;
using System.Text.RegularExpressions;
using EntCredit.Domain.Errors;
using EntCredit.Functions.Errors;
using EntCredit.Orchestrations;
using EntCredit.Stores.Ledger;

namespace EntCredit.Architecture.Tests;

/// <summary>One numbered catalogue: a code means one thing, in every place, for good.</summary>
public sealed class ErrorCatalogueTests
{
    private static readonly Assembly[] Product =
        [typeof(ErrorDefinition).Assembly, typeof(ILedger).Assembly, typeof(Instances).Assembly, typeof(ErrorCatalogueFunctions).Assembly];

    // Whatever a class of the product keeps as an error, listed or forgotten.
    private static readonly IReadOnlyList<ErrorDefinition> Defined =
    [
        .. Product.SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsClass && !type.ContainsGenericParameters).SelectMany(ErrorsOf),
    ];

    [Fact]
    public void Codes_OverAllThatIsDefined_AreUnique()
    {
        Assert.True(Defined.Count > 60, $"Only {Defined.Count} errors were found.");
        Assert.Empty(Defined.GroupBy(error => error.Code, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void Catalogue_ListsEveryErrorThatARequestARowOrAFileCanBeAnswered()
    {
        // EC5xxx end the start of the program: they are told to who operates it, not to who asks.
        var answered = Defined.Where(error => !error.Code.StartsWith("EC5", StringComparison.Ordinal)).Select(error => error.Code).Order(StringComparer.Ordinal);
        Assert.Equal(answered, ErrorCatalogueFunctions.All.Select(error => error.Code));
    }

    [Fact]
    public void Errors_AreWellFormed() => Assert.All(Defined, error =>
    {
        Assert.Matches("^EC[123459][0-9]{3}$", error.Code);
        Assert.InRange(error.Status, 400, 599);
        Assert.Matches("^[ -~]+$", error.Title);
        Assert.Matches(@"[\u4e00-\u9fff]", error.Chinese);
        Assert.Matches(@"[\u4e00-\u9fff]", error.Mend);

        // Every particular from {0} on is used, and none is left unfilled.
        var places = Regex.Matches(error.Chinese, @"\{(\d)\}").Select(match => int.Parse(match.Groups[1].Value)).Distinct().Order().ToList();
        Assert.Equal(Enumerable.Range(0, places.Count), places);
        Assert.DoesNotContain("{", error.Mend, StringComparison.Ordinal);
        Assert.DoesNotContain("{", error.Describe([.. places.Select(place => (object)$"某{place}")]), StringComparison.Ordinal);
    });

    private static IEnumerable<ErrorDefinition> ErrorsOf(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return type.GetProperties(Own).Where(property => property.PropertyType == typeof(ErrorDefinition)).Select(property => (ErrorDefinition)property.GetValue(null)!)
            .Concat(type.GetFields(Own).Where(field => field.FieldType == typeof(ErrorDefinition) && field.IsPublic).Select(field => (ErrorDefinition)field.GetValue(null)!));
    }
}
