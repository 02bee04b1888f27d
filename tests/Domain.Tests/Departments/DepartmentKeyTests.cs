using EntCredit.Domain.Departments;

namespace EntCredit.Domain.Tests.Departments;

/// <summary>A department is known by its key, from its first day to the end of its last.</summary>
public sealed class DepartmentKeyTests
{
    private static readonly DepartmentRegister Register = DepartmentRegister.Parse("d.json", $$"""
        {
          "departments": [
            {
              "id": "yunling-scjg", "name": "云岭州市场监督管理局", "jurisdiction": "yunling", "level": "city", "region": "539900",
              "roles": ["marketSupervision"], "from": "2024-01-10", "until": "2025-06-30",
              "keys": [
                { "hash": "{{Sha256("old key")}}", "from": "2024-01-01", "until": "2024-03-31", "label": "旧" },
                { "hash": "{{Sha256("new key")}}", "from": "2024-03-01", "label": "新" }
              ]
            },
            {
              "id": "yunling-tax", "name": "云岭州税务局", "jurisdiction": "yunling", "level": "central", "region": "539900",
              "roles": ["provider"], "from": "2024-01-01",
              "keys": [ { "hash": "{{Sha256("tax key")}}", "from": "2024-01-01", "label": "税务" } ]
            }
          ]
        }
        """);

    [Theory]
    [InlineData("old key", "2024-01-10T00:00:00+08:00", "yunling-scjg")]
    [InlineData("old key", "2024-01-09T23:59:59+08:00", null)]
    [InlineData("old key", "2024-03-31T23:59:59+08:00", "yunling-scjg")]
    [InlineData("old key", "2024-03-31T16:00:00Z", null)]
    [InlineData("new key", "2024-02-29T15:59:59Z", null)]
    [InlineData("new key", "2024-02-29T16:00:00Z", "yunling-scjg")]
    [InlineData("new key", "2025-06-30T23:59:59+08:00", "yunling-scjg")]
    [InlineData("new key", "2025-07-01T00:00:00+08:00", null)]
    [InlineData("tax key", "2026-11-22T12:00:00+08:00", "yunling-tax")]
    [InlineData("Tax key", "2026-11-22T12:00:00+08:00", null)]
    [InlineData("tax key ", "2026-11-22T12:00:00+08:00", null)]
    [InlineData("", "2026-11-22T12:00:00+08:00", null)]
    public void FindByKey_AtAnInstant_HonoursKeyAndDepartment(string key, string at, string? expected) =>
        Assert.Equal(expected, Register.FindByKey(key, DateTimeOffset.Parse(at))?.Id);

    [Fact]
    public void FindByKey_TheHashItself_IsNoKey() =>
        Assert.Null(Register.FindByKey(Sha256("tax key"), DateTimeOffset.Parse("2026-11-22T12:00:00+08:00")));

    [Fact]
    public void ToString_OfAKey_DoesNotTellItsHash() =>
        Assert.DoesNotContain(Sha256("tax key"), Register.Find("yunling-tax")!.Keys[0].ToString(), StringComparison.Ordinal);

    [Fact]
    public void In_JurisdictionAndRole_FindsTheDepartments()
    {
        Assert.Equal(["yunling-scjg"], Register.In("yunling", DepartmentRole.MarketSupervision).Select(department => department.Id));
        Assert.Empty(Register.In("jieshou", DepartmentRole.MarketSupervision));
    }

    private static string Sha256(string key) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)));
}
