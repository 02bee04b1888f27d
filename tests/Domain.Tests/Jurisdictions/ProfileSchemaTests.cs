using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Settings;
using EntCredit.Domain.Tests.Settings;
using NJsonSchema;

namespace EntCredit.Domain.Tests.Jurisdictions;

/// <summary>The documented schema and the reader agree on what a profile file may hold.</summary>
public sealed partial class ProfileSchemaTests
{
    private static readonly string[] Form =
        ["EC5002", "EC5003", "EC5004", "EC5005", "EC5006", "EC5007", "EC5009", "EC5013", "EC5014"];

    private static readonly JsonSchema Schema =
        JsonSchema.FromJsonAsync(RepositoryFile.Read("docs/jurisdiction-profile.schema.json")).GetAwaiter().GetResult();

    private static readonly string[] SampleNames = ["jieshou.json", "chongqing.json", "yunling.json"];

    public static TheoryData<string> Samples => [.. SampleNames];

    public static TheoryData<string> Files => [.. SettingsFile.EmbeddedIn("Jurisdictions").Select(file => file.FileName)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Validate_EmbeddedProfile_FindsNothing(string file) =>
        Assert.Empty(Schema.Validate(SettingsFile.Embedded("Jurisdictions/" + file)));

    [Fact]
    public void Validate_InventedProfile_FindsNothing() => Assert.Empty(Schema.Validate(InventedProfile.Json));

    [Fact]
    public void Samples_Together_HoldEveryMemberOfTheSchema()
    {
        HashSet<string> held = [.. SampleNames.SelectMany(file => Members(JsonNode.Parse(TextOf(file))!)).Select(member => member.Name)];
        IEnumerable<string> known = Members(JsonNode.Parse(RepositoryFile.Read("docs/jurisdiction-profile.schema.json"))!)
            .Where(member => member is { Name: "properties" } && member.Parent[member.Name] is JsonObject)
            .SelectMany(member => member.Parent[member.Name]!.AsObject().Select(property => property.Key));

        Assert.Empty(known.Except(held));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Validate_AnyMemberLeftOut_IsRefusedWhereTheReaderRefuses(string file) =>
        AssertAgreement(file, (parent, name) => parent.Remove(name));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Validate_AnyMemberMisspelt_IsRefusedWhereTheReaderRefuses(string file) =>
        AssertAgreement(file, (parent, name) =>
        {
            JsonNode? value = parent[name];
            parent.Remove(name);
            parent[name + "X"] = value;
        });

    [Theory]
    [MemberData(nameof(Samples))]
    public void Validate_AnyMemberOfAnotherType_IsRefusedWhereTheReaderRefuses(string file) =>
        AssertAgreement(file, (parent, name) => parent[name] = parent[name] is JsonObject ? "对象" : new JsonObject());

    [Theory]
    [MemberData(nameof(Samples))]
    public void Validate_AnyMemberAnotherWord_IsRefusedWhereTheReaderRefuses(string file) =>
        AssertAgreement(file, (parent, name) => parent[name] = parent[name] is JsonArray ? new JsonArray("¤") : "¤");

    private static void AssertAgreement(string file, Action<JsonObject, string> spoil)
    {
        string json = TextOf(file);
        List<string> paths = [.. Members(JsonNode.Parse(json)!).Select(member => $"{member.Parent.GetPath()}.{member.Name}")];
        List<string> disagreements = [];
        // One element of a list stands for the others of the same shape.
        IEnumerable<int> shapes = Enumerable.Range(0, paths.Count).DistinctBy(i => Index().Replace(paths[i], ""));
        foreach (int i in shapes)
        {
            JsonNode copy = JsonNode.Parse(json)!;
            (JsonObject parent, string name) = Members(copy).ElementAt(i);
            spoil(parent, name);
            string spoilt = copy.ToJsonString();
            bool bySchema = Schema.Validate(spoilt).Count > 0;
            bool byReader = IsRefusedForItsForm(file, spoilt);
            if (bySchema != byReader)
                disagreements.Add($"{paths[i]}: schema {bySchema}, reader {byReader}");
        }
        Assert.True(paths.Count > 100);
        Assert.Empty(disagreements);
    }

    private static string TextOf(string file) =>
        file == "yunling.json" ? InventedProfile.Json : SettingsFile.Embedded("Jurisdictions/" + file);

    private static bool IsRefusedForItsForm(string file, string json)
    {
        try
        {
            _ = JurisdictionProfiles.Load([(file, json)]);
            return false;
        }
        catch (SettingsException refused)
        {
            return refused.Errors.Any(error => Form.Contains(error.Definition.Code));
        }
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();

    private static IEnumerable<(JsonObject Parent, string Name)> Members(JsonNode node) => node switch
    {
        JsonObject o => o.SelectMany(member =>
            (member.Value is null ? [] : Members(member.Value)).Prepend((o, member.Key))),
        JsonArray list => list.SelectMany(element => element is null ? [] : Members(element)),
        _ => [],
    };
}
