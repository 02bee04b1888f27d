using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Settings;
using EntCredit.Domain.Tests.Settings;
using NJsonSchema;

namespace EntCredit.Domain.Tests.Departments;

/// <summary>The departments that come with the product for development.</summary>
public sealed class DevelopmentDepartmentsTests
{
    private static readonly DepartmentRegister Register = DepartmentRegister.Default;

    [Fact]
    public void Default_IsMarkedAsDevelopment() => Assert.True(Register.IsDevelopment);

    [Theory]
    [InlineData("jieshou-registrar", "jieshou", DepartmentRole.Registrar, DepartmentRole.Provider)]
    [InlineData("jieshou-housing", "jieshou", DepartmentRole.Provider, DepartmentRole.Approver)]
    [InlineData("jieshou-enforcement", "jieshou", DepartmentRole.Provider, DepartmentRole.Provider)]
    [InlineData("jieshou-scjg", "jieshou", DepartmentRole.MarketSupervision, DepartmentRole.Operator)]
    [InlineData("jieshou-fgw", "jieshou", DepartmentRole.Provider, DepartmentRole.Provider)]
    public void Find_Jieshou_HasItsRoles(string id, string jurisdiction, DepartmentRole one, DepartmentRole other)
    {
        Department department = Register.Find(id)!;

        Assert.Equal(jurisdiction, department.Jurisdiction);
        Assert.True(department.Has(one) && department.Has(other));
        Assert.Equal("341282", department.Region);
    }

    [Fact]
    public void All_OfThem_AreFoundByTheirDevelopmentKey()
    {
        DateTimeOffset at = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

        Assert.All(Register.All, department => Assert.Same(department, Register.FindByKey("dev-" + department.Id, at)));
    }

    [Fact]
    public void EveryJurisdictionOfADocument_HasMarketSupervisionAndAnother() =>
        Assert.All(
            JurisdictionProfiles.Default.All.Where(profile => profile.Parent is not null),
            profile =>
            {
                Assert.NotEmpty(Register.In(profile.Id, DepartmentRole.MarketSupervision));
                Assert.True(Register.All.Count(department => department.Jurisdiction == profile.Id) >= 2);
            });

    [Fact]
    public void DevelopmentKeys_AreDocumented()
    {
        string docs = RepositoryFile.Read("docs/profiles.md");

        Assert.All(Register.All, department => Assert.Contains($"`dev-{department.Id}`", docs, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Validate_BySchema_FindsNothing()
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(
            RepositoryFile.Read("docs/departments.schema.json"), TestContext.Current.CancellationToken);

        Assert.Empty(schema.Validate(SettingsFile.Embedded("Departments/departments.json")));
        Assert.NotEmpty(schema.Validate("""{ "departments": [] }"""));
    }
}
