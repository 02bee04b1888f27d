using EntCredit.Domain.Departments;
using EntCredit.Domain.DualNotice.Approvals;
using EntCredit.Domain.Settings;
using EntCredit.Domain.Tests.Rules;
using EntCredit.Domain.Tests.Settings;
using NJsonSchema;

namespace EntCredit.Domain.Tests.DualNotice;

/// <summary>The catalogue of 后置审批事项 as data (D1), and the department at the same level (D3).</summary>
public sealed class ApprovalCatalogueTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(RepositoryFile.Read("docs/approvals.schema.json")).GetAwaiter().GetResult();

    [Fact]
    public void Default_EveryItem_CitesAPublishedProvision()
    {
        Assert.False(ApprovalCatalogue.Default.HasExamples);
        Assert.All(ApprovalCatalogue.Default.Items, item => Assert.True(LegalBasisText.IsNamedWithItsYear(item.Source), item.Code));
        Assert.Empty(Schema.Validate(SettingsFile.Embedded("DualNotice/Approvals/approvals.json")));
    }

    [Theory]
    [InlineData("""{ "code": "x", "name": "甲", "authority": "a", "words": ["乙"] }""", "EC5014")]
    [InlineData("""{ "code": "x", "name": "甲", "authority": "a", "words": ["乙"], "source": { "document": "《丙》", "article": "第一条", "textOf": "2020" } }""", "EC5006")]
    [InlineData("""{ "code": "x", "name": "甲", "authority": "b", "words": ["乙"], "example": true }""", null)]
    [InlineData("""{ "code": "x", "name": "甲", "authority": "a", "words": [], "example": true }""", null)]
    [InlineData("""{ "code": "X", "name": "甲", "authority": "a", "words": ["乙"], "example": true }""", null)]
    public void Parse_OneFault_IsRefused(string item, string? code)
    {
        var json = $$"""{ "version": "1", "authorities": [{ "code": "a", "name": "甲部门" }], "items": [{{item}}] }""";
        var refused = Assert.Throws<SettingsException>(() => ApprovalCatalogue.Parse("x.json", json));
        if (code is not null) Assert.Equal(code, Assert.Single(refused.Errors).Definition.Code);
    }

    [Theory]
    [InlineData("jieshou-registrar", "construction", "jieshou-housing")]
    [InlineData("jieshou-registrar", "hazardous-waste", null)]
    [InlineData("xinhui-aic", "hazardous-waste", "xinhui-environment")]
    [InlineData("chongqing-aic", "road-freight", "chongqing-transport")]
    [InlineData("chongqing-aic", "road-dangerous", null)]
    public void ApproverOf_AnItem_IsTheDepartmentOfTheSameLevelAndRegion(string registrar, string item, string? approver) =>
        Assert.Equal(approver, ApproverOf(DepartmentRegister.Default, registrar, item));

    [Fact]
    public void ApproverOf_AnItemOfACity_IsTheCityThatTheCountyBelongsTo()
    {
        var register = DepartmentRegister.Parse("d.json", """
            { "departments": [
                { "id": "county", "name": "县", "jurisdiction": "jieshou", "level": "county", "region": "341282", "roles": ["registrar", "marketSupervision"], "from": "2014-01-01" },
                { "id": "near", "name": "阜阳", "jurisdiction": "jieshou", "level": "city", "region": "341200", "roles": ["approver"], "authorities": ["transport"], "from": "2014-01-01" },
                { "id": "far", "name": "亳州", "jurisdiction": "jieshou", "level": "city", "region": "341600", "roles": ["approver"], "authorities": ["transport"], "from": "2014-01-01" },
                { "id": "gone", "name": "阜阳旧", "jurisdiction": "jieshou", "level": "city", "region": "341200", "roles": ["approver"], "authorities": ["transport"], "from": "2014-01-01", "until": "2019-01-01" } ] }
            """);
        Assert.Equal("near", ApproverOf(register, "county", "road-dangerous"));
        Assert.Null(ApproverOf(register, "county", "road-freight"));
    }

    // 药品管理法 第五十一条: who sells wholesale asks the province, who sells retail the county.
    [Fact]
    public void ApproverOf_WholesaleAndRetail_IsTheProvinceAndTheCounty()
    {
        var register = DepartmentRegister.Parse("d.json", """
            { "departments": [
                { "id": "county", "name": "县", "jurisdiction": "jieshou", "level": "county", "region": "341282", "roles": ["registrar", "marketSupervision"], "from": "2014-01-01" },
                { "id": "near", "name": "界首食药", "jurisdiction": "jieshou", "level": "county", "region": "341282", "roles": ["approver"], "authorities": ["food-drug"], "from": "2014-01-01" },
                { "id": "above", "name": "安徽食药", "jurisdiction": "jieshou", "level": "province", "region": "340000", "roles": ["approver"], "authorities": ["food-drug"], "from": "2014-01-01" } ] }
            """);
        Assert.Equal(("above", "near"), (ApproverOf(register, "county", "drug-wholesale"), ApproverOf(register, "county", "drug-business")));
    }

    private static string? ApproverOf(DepartmentRegister register, string registrar, string item) =>
        ApprovalCatalogue.Default.ApproverOf(ApprovalCatalogue.Default.Find(item)!, register.Find(registrar)!, register, Law.At("2020-07-01 10:00"))?.Id;
}
