using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Credit;
using EntCredit.Domain.Settings;
using EntCredit.Domain.Tests.Settings;
using NJsonSchema;

namespace EntCredit.Domain.Tests.Credit;

public sealed class CreditSchemeTests
{
    private const string Text = """
        { "jurisdiction": "yunling", "name": "云岭", "document": "云岭文件", "version": "1", "holdsFrom": "2020-01-01",
          "classes": [
            { "id": "plain", "name": "一般", "rank": 2, "default": true, "source": { "inferred": true } },
            { "id": "poor", "name": "不良", "rank": 3, "inspectionWeight": 3, "weightSource": { "article": "一", "quote": "增加" }, "source": { "article": "一", "quote": "不良" } } ],
          "criteria": [ { "id": "listed", "class": "poor", "text": "列入", "when": { "items": ["abnormal"], "absent": ["REMDATE"] }, "source": { "article": "一", "quote": "列入" } } ],
          "signals": [ { "id": "two", "level": "attention", "text": "两次", "when": { "items": ["penalty"], "withinMonths": 12, "atLeast": 2 }, "example": true } ] }
        """;

    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(RepositoryFile.Read("docs/credit-scheme.schema.json")).GetAwaiter().GetResult();

    public static TheoryData<string> Jurisdictions => ["chongqing", "fujian", "hunan", "jieshou", "xinhui"];

    [Fact]
    public void Default_EachJurisdiction_HasAScheme() => Assert.Equal(Jurisdictions.Select(row => row.Data), CreditSchemes.Default.All.Select(scheme => scheme.Jurisdiction));

    // What rests on nothing published is no law: it takes part only where somebody asks for it.
    [Fact]
    public void Default_WithoutExamples_HoldsOnlyWhatIsPublished()
    {
        var law = CreditSchemes.Default.All.SelectMany(scheme => scheme.Criteria.Select(one => one.Source).Concat(scheme.Signals.Select(one => one.Source))).ToList();
        var all = CreditSamples.WithExamples.All.SelectMany(scheme => scheme.Criteria.Select(one => one.Source).Concat(scheme.Signals.Select(one => one.Source))).ToList();

        Assert.All(law, source => Assert.False(source!.Inferred));
        Assert.Equal((14, 17), (law.Count, all.Count(source => source is null)));
    }

    [Theory]
    [MemberData(nameof(Jurisdictions))]
    public void Default_EveryFieldAndItem_IsTheCatalogues(string jurisdiction)
    {
        var scheme = CreditSamples.WithExamples.Find(jurisdiction)!;
        foreach (var when in scheme.Criteria.Select(one => one.When).Concat(scheme.Signals.Select(one => one.When)))
        {
            var items = when.Items.Select(item => ResourceCatalogue.Default.Find(item)).ToList();
            Assert.DoesNotContain(null, items);
            Assert.All(when.Absent.Append(when.Field).Append(when.InForce).OfType<string>(), field => Assert.Contains(items, item => item!.Field(field) is not null));
        }
    }

    [Theory]
    [InlineData("\"default\": true, ", "", "EC5004")]
    [InlineData("\"class\": \"poor\"", "\"class\": \"worse\"", "EC5011")]
    [InlineData(", \"example\": true", "", "EC5014")]
    [InlineData(", \"example\": true", ", \"example\": true, \"source\": { \"article\": \"一\", \"quote\": \"列入\" }", "EC5014")]
    [InlineData("\"source\": { \"article\": \"一\", \"quote\": \"列入\" }", "\"source\": { \"inferred\": true }", "EC5014")]
    [InlineData("\"weightSource\": { \"article\": \"一\", \"quote\": \"增加\" }, ", "", "EC5014")]
    [InlineData("\"atLeast\": 2", "\"containing\": [\"罚款\"]", "EC5002")]
    [InlineData("\"atLeast\": 2", "\"atleast\": 2", "EC5007")]
    public void Load_OfAFaultyFile_SaysWhat(string part, string replacement, string expected)
    {
        var refused = Assert.Throws<SettingsException>(() => CreditSchemes.Load([("yunling.json", Replaced(part, replacement))], true));

        Assert.Contains(expected, refused.Errors.Select(error => error.Definition.Code));
    }

    [Theory]
    [MemberData(nameof(Jurisdictions))]
    public void Schema_OfTheForm_FindsNothingInTheProductsFiles(string jurisdiction) => Assert.Empty(Schema.Validate(SettingsFile.Embedded($"Credit/{jurisdiction}.json")));

    // What a reader refuses by form, the documented schema refuses too; and the whole sample is right by both.
    [Theory]
    [InlineData("\"class\": \"poor\"", "\"klass\": \"poor\"")]
    [InlineData(", \"example\": true", "")]
    [InlineData(", \"example\": true", ", \"example\": true, \"source\": { \"article\": \"一\", \"quote\": \"列入\" }")]
    [InlineData("\"rank\": 3", "\"rank\": 10")]
    [InlineData("\"level\": \"attention\"", "\"level\": \"grave\"")]
    [InlineData("\"atLeast\": 2", "\"containing\": [\"罚款\"]")]
    [InlineData("\"items\": [\"penalty\"]", "\"items\": []")]
    public void Schema_OfAFaultyFile_RefusesWhatTheReaderRefuses(string part, string replacement)
    {
        Assert.Empty(Schema.Validate(Text));
        Assert.NotEmpty(Schema.Validate(Replaced(part, replacement)));
        Assert.Throws<SettingsException>(() => CreditSchemes.Load([("yunling.json", Replaced(part, replacement))], true));
    }

    [Fact]
    public void Load_OfASixthJurisdiction_NeedsNoCode()
    {
        var scheme = CreditSchemes.Load([.. SettingsFile.EmbeddedIn("Credit"), ("yunling.json", Text)], false).Find("yunling")!;

        Assert.Equal(("poor", 3), (CreditAssessment.Of(scheme, [CreditSamples.Abnormal], CreditSamples.Today).Class, scheme.Class("poor").InspectionWeight));
        Assert.Empty(scheme.Signals);
    }

    private static string Replaced(string part, string replacement)
    {
        Assert.Contains(part, Text, StringComparison.Ordinal);
        return Text.Replace(part, replacement, StringComparison.Ordinal);
    }
}
