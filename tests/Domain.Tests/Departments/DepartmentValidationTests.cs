using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Settings;

namespace EntCredit.Domain.Tests.Departments;

/// <summary>A departments file that is wrong says where, and what is allowed.</summary>
public sealed class DepartmentValidationTests
{
    private const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private const string Json = $$"""
        {
          "departments": [
            {
              "id": "jieshou-one", "name": "甲局", "jurisdiction": "jieshou", "level": "county", "region": "341282",
              "roles": ["provider", "marketSupervision"], "from": "2020-01-01", "until": "2024-12-31",
              "authorities": ["housing", "environment"],
              "entra": ["00000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-000000000002"],
              "keys": [ { "hash": "{{Hash}}", "from": "2020-01-01", "until": "2021-12-31", "label": "接口" } ]
            },
            {
              "id": "jieshou-two", "name": "乙局", "jurisdiction": "jieshou", "level": "county", "region": "341282",
              "roles": ["provider"], "from": "2020-02-01"
            }
          ]
        }
        """;

    public static TheoryData<string, string, string, string, string> Faults => new()
    {
        { "\"jieshou-two\"", "\"jieshou-one\"", "EC5010", "$.departments[1].id", "$.departments[0]" },
        { "\"jieshou-two\"", "\"Jieshou_Two\"", "EC5009", "$.departments[1].id", "小写字母" },
        { "\"jieshou-two\"", "\"two/../three\"", "EC5009", "$.departments[1].id", "小写字母" },
        { "\"jieshou-two\"", "\"界首二\"", "EC5009", "$.departments[1].id", "小写字母" },
        { "\"roles\": [\"provider\"]", "\"roles\": [\"supplier\"]", "EC5004", "$.departments[1].roles[0]", "provider、registrar" },
        { "\"roles\": [\"provider\"]", "\"roles\": []", "EC5013", "$.departments[1].roles", "provider" },
        { "\"roles\": [\"provider\"]", "\"roles\": [\"bank\"]", "EC5201", "$.departments[1].roles", "court" },
        { Hash, "dev-jieshou-one", "EC5009", "$.departments[0].keys[0].hash", "64 位" },
        { "\"until\": \"2021-12-31\"", "\"until\": \"2019-12-31\"", "EC5012", "$.departments[0].keys[0].until", "2020-01-01" },
        { "\"until\": \"2024-12-31\"", "\"until\": \"2019-12-31\"", "EC5012", "$.departments[0].until", "2020-01-01" },
        { "\"from\": \"2020-02-01\"", "\"from\": \"2020-02-01\", \"entra\": [\"x\"]", "EC5009", "$.departments[1].entra[0]", "GUID" },
        { "\"from\": \"2020-02-01\"", "\"from\": \"2020-02-01\", \"entra\": [\"00000000-0000-0000-0000-00000000000A\"]", "EC5009", "$.departments[1].entra[0]", "GUID" },
        { "\"from\": \"2020-02-01\"", "\"from\": \"2020-02-01\", \"entra\": [\"00000000-0000-0000-0000-000000000001\"]", "EC5010", "$.departments[1].entra", "$.departments[0]" },
        { "\"from\": \"2020-02-01\"", "\"from\": \"2020-02-01\", \"form\": 1", "EC5007", "$.departments[1].form", "from" },
        { "\"roles\": [\"provider\", \"marketSupervision\"]", "\"roles\": [\"provider\"]", "EC5202", "$.departments", "marketSupervision" },
    };

    [Fact]
    public void Parse_SoundFile_IsRead()
    {
        DepartmentRegister register = DepartmentRegister.Parse("d.json", Json, JurisdictionProfiles.Default);

        Assert.Equal(["jieshou-one", "jieshou-two"], register.All.Select(department => department.Id));
        Assert.False(register.IsDevelopment);
        Assert.Empty(register.Find("jieshou-two")!.Keys);
        Assert.Null(register.Find("jieshou-three"));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Parse_OneFault_NamesFilePathAndWhatIsAllowed(string part, string replacement, string code, string path, string allowed)
    {
        Assert.Contains(part, Json, StringComparison.Ordinal);

        SettingsError error = Assert.Single(ErrorsOf(Json.Replace(part, replacement, StringComparison.Ordinal)));

        Assert.Equal(("d.json", path, code), (error.File, error.Path, error.Definition.Code));
        Assert.Contains(allowed, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_SixDigitsOfAnotherScript_AreNoRegion() =>
        Assert.Contains(
            ErrorsOf(Json.Replace("341282", "３４１２８２", StringComparison.Ordinal)),
            error => error is { Path: "$.departments[0].region", Definition.Code: "EC5009" });

    [Fact]
    public void Parse_UnknownJurisdiction_ListsTheKnownOnes()
    {
        IReadOnlyList<SettingsError> errors = ErrorsOf(Json.Replace("\"jieshou\"", "\"atlantis\"", StringComparison.Ordinal));

        Assert.Equal(["$.departments[0].jurisdiction", "$.departments[1].jurisdiction"], errors.Select(error => error.Path));
        Assert.All(errors, error => Assert.Contains("hunan、jieshou", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_UnknownJurisdictionWithoutProfiles_IsTaken() =>
        Assert.NotNull(DepartmentRegister.Parse("d.json", Json.Replace("\"jieshou\"", "\"atlantis\"", StringComparison.Ordinal)));

    [Fact]
    public void Parse_OneKeyForTwoDepartments_IsRefusedWithoutTellingTheHash()
    {
        string keys = $"\"from\": \"2020-02-01\", \"keys\": [ {{ \"hash\": \"{Hash}\", \"from\": \"2020-02-01\", \"label\": \"抄来的\" }} ]";

        SettingsError error = Assert.Single(ErrorsOf(Json.Replace("\"from\": \"2020-02-01\"", keys, StringComparison.Ordinal)));

        Assert.Equal(("$.departments[1].keys[0].hash", "EC5010"), (error.Path, error.Definition.Code));
        Assert.DoesNotContain(Hash, error.ToString(), StringComparison.Ordinal);
    }

    private static IReadOnlyList<SettingsError> ErrorsOf(string json) =>
        Assert.Throws<SettingsException>(() => DepartmentRegister.Parse("d.json", json, JurisdictionProfiles.Default)).Errors;
}
