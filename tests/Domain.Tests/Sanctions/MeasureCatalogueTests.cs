using EntCredit.Domain.Sanctions.Measures;
using EntCredit.Domain.Settings;
using EntCredit.Domain.Tests.Settings;
using NJsonSchema;

namespace EntCredit.Domain.Tests.Sanctions;

/// <summary>The catalogue of joint punishment as data (L2).</summary>
public sealed class MeasureCatalogueTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(RepositoryFile.Read("docs/measures.schema.json")).GetAwaiter().GetResult();

    [Fact]
    public void Default_EveryMeasure_CitesAPublishedProvision()
    {
        var law = MeasureCatalogue.Default;
        Assert.False(law.HasExamples);
        Assert.All(law.Measures, measure => Assert.True(LegalBasisText.IsNamedWithItsYear(measure.Source), measure.Code));
        Assert.All(law.Measures, measure => Assert.Contains(law.Causes, cause => cause.Measures.Contains(measure)));
        Assert.All(law.Matters, matter => Assert.Contains(law.Measures, measure => measure.Matter == matter.Code));
        Assert.Empty(Schema.Validate(SettingsFile.Embedded("Sanctions/Measures/measures.json")));
    }

    [Fact]
    public void Causes_AreTheListsOfTheDocuments() =>
        Assert.Equal(["abnormal", "bribery", "judgment", "serious", "tax"], MeasureCatalogue.Default.Causes.Select(cause => cause.Code).Order());

    // 公司法 第一百七十八条 counts from the end of the sentence, which no list tells: the department looks at it, and no day of ours ends it.
    [Fact]
    public void Default_OfficesAfterBribery_AreRestrictedWithoutADayOfOurs()
    {
        var measure = MeasureCatalogue.Default.Measure("office-bribery")!;
        Assert.Equal((MeasureEffect.Restricted, (int?)null), (measure.Effect, measure.Years));
    }

    [Theory]
    [InlineData("\"measures\": [\"m\"]", "\"measures\": [\"n\"]", "EC5011")]
    [InlineData("\"matter\": \"a\"", "\"matter\": \"b\"", "EC5011")]
    [InlineData(", \"example\": true", "", "EC5014")]
    [InlineData("\"effect\": \"restricted\"", "\"effect\": \"forbidden\"", "EC5004")]
    public void Parse_OneFault_IsRefused(string sound, string faulty, string code)
    {
        const string Json = """
            {
              "version": "1",
              "matters": [{ "code": "a", "name": "示例事项" }],
              "measures": [{ "code": "m", "name": "示例措施", "matter": "a", "effect": "restricted", "example": true }],
              "causes": [{ "code": "c", "list": "示例名单", "item": "serious", "removal": "YCRQ", "measures": ["m"] }]
            }
            """;
        Assert.True(MeasureCatalogue.Parse("m.json", Json).HasExamples);
        var refused = Assert.Throws<SettingsException>(() => MeasureCatalogue.Parse("m.json", Json.Replace(sound, faulty, StringComparison.Ordinal)));
        Assert.Equal(code, Assert.Single(refused.Errors).Definition.Code);
    }
}
