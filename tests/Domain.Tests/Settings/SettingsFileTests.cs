using CsCheck;
using EntCredit.Domain.Settings;

namespace EntCredit.Domain.Tests.Settings;

/// <summary>The reader of data files: every error at once, and never an exception of another kind.</summary>
public sealed class SettingsFileTests
{
    [Theory]
    [InlineData("", "EC5001")]
    [InlineData("{ // 注释\n }", "EC5001")]
    [InlineData("{\"name\": \"一\",}", "EC5001")]
    [InlineData("{\"name\": \"\\ud800\"}", "EC5001")]
    [InlineData("{\"\\udc00\": 1}", "EC5001")]
    [InlineData("null", "EC5003")]
    [InlineData("\"name\"", "EC5003")]
    public void Read_NoObject_IsOneError(string json, string code) =>
        Assert.Equal([code], Read(json).Select(error => error.Definition.Code));

    [Fact]
    public void Read_NotJson_TellsLineAndPosition()
    {
        SettingsError error = Assert.Single(Read("{\n  \"name\": 一 }"));

        Assert.Contains("第 2 行", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HalfACharacter_TellsLineAndPosition()
    {
        SettingsError error = Assert.Single(Read("{\n  \"name\": \"\\ud800\" }"));

        Assert.Contains("第 2 行第 11 字节", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NullMember_IsAsAbsent() =>
        Assert.Equal(["EC5002"], Read("""{ "name": null, "note": null }""").Select(error => error.Definition.Code));

    [Fact]
    public void Read_UnknownMember_ListsTheKnownOnes()
    {
        SettingsError error = Assert.Single(Read("""{ "name": "一", "nmae": "一" }"""));

        Assert.Equal(("$.nmae", "不认识的项“nmae”；允许：name、note"), (error.Path, error.Message));
    }

    [Fact]
    public void Read_MissingObject_IsOneErrorNotOneForEachOfItsMembers()
    {
        List<SettingsError> errors = [];

        _ = SettingsFile.Read("f.json", "{}", o => o.Object("inner", inner => inner.Text("a") + inner.Text("b")), errors);

        Assert.Equal("$.inner", Assert.Single(errors).Path);
    }

    [Fact]
    public void ThrowIfAny_Errors_CarriesAllOfThem()
    {
        List<SettingsError> errors = Read("""{ "a": 1, "b": 2 }""");

        SettingsException thrown = Assert.Throws<SettingsException>(() => SettingsFile.ThrowIfAny(errors));

        Assert.Equal(3, thrown.Errors.Count);
        Assert.All(errors, error => Assert.Contains(error.ToString(), thrown.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AnyText_EndsInAResultOrInErrors() =>
        Gen.String[Gen.Char["{}[]\":,nametrufls 0.-一\\"], 0, 60].Sample(text =>
        {
            List<SettingsError> errors = [];
            string? name = SettingsFile.Read("f.json", text, o => o.Text("name"), errors);
            return errors.Count > 0 || !string.IsNullOrWhiteSpace(name);
        });

    private static List<SettingsError> Read(string json)
    {
        List<SettingsError> errors = [];
        _ = SettingsFile.Read("f.json", json, o => o.Text("name") + o.OptionalText("note"), errors);
        return errors;
    }
}
