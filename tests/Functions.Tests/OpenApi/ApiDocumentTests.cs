using System.Reflection;
using System.Text.Json.Nodes;
using EntCredit.Functions.Access;
using EntCredit.Functions.Errors;
using EntCredit.Functions.OpenApi;
using Microsoft.OpenApi;

namespace EntCredit.Functions.Tests.OpenApi;

public sealed class ApiDocumentTests
{
    private static readonly JsonObject Document = ApiDocument.Build();

    public static TheoryData<string> Functions => [.. HttpFunction.All.Select(function => function.Name)];

    [Fact]
    public void Build_Document_IsOpenApi31WithoutFault()
    {
        var read = OpenApiDocument.Parse(Document.ToJsonString(), "json");
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        Assert.Equal(HttpFunction.All.Where(function => function.IsApi).Sum(function => function.Verbs.Count), read.Document!.Paths.Sum(path => path.Value.Operations!.Count));
    }

    [Fact]
    public void Build_EveryReference_LeadsToASchema()
    {
        var schemas = Document["components"]!["schemas"]!.AsObject();
        foreach (var reference in ReferencesIn(Document)) Assert.True(schemas.ContainsKey(reference["#/components/schemas/".Length..]), reference);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Operation_OfFunction_IsSummedUpAndSaysWhatItAnswers(string name)
    {
        var function = HttpFunction.All.Single(function => function.Name == name);
        if (!function.IsApi) return;
        foreach (var verb in function.Verbs)
        {
            var operation = Document["paths"]![function.Path]![verb]!;
            Assert.True(((string?)operation["summary"])?.Length > 10, "The method has no summary.");
            Assert.Contains(operation["responses"]!.AsObject(), response => response.Key[0] is '2' or '3');
            Assert.All(operation["parameters"]?.AsArray() ?? [], parameter => Assert.False(string.IsNullOrEmpty((string?)parameter!["description"]), $"{parameter["name"]} is not described."));
            Assert.Equal(function.Access.Anybody, operation["security"]!.AsArray() is [JsonObject { Count: 0 }]);
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Takes_OfFunction_AreTheContentTypesThatItsDoorLetsIn(string name)
    {
        var takes = HttpFunction.All.Single(function => function.Name == name).Method.GetCustomAttribute<TakesAttribute>();
        if (takes is not null) Assert.Equal(Door.All.Values.Single(door => door.Function == name).BodyTypes, takes.MediaType.Split(", "));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Fails_OfFunction_AreErrorsOfTheCatalogue(string name)
    {
        var codes = ErrorCatalogueFunctions.All.Select(error => error.Code).ToList();
        foreach (var code in HttpFunction.All.Single(function => function.Name == name).Method.GetCustomAttributes<FailsAttribute>().SelectMany(fails => fails.Codes))
            Assert.Contains(codes, known => code.EndsWith('*') ? known.StartsWith(code[..^1], StringComparison.Ordinal) : known == code);
    }

    private static IEnumerable<string> ReferencesIn(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Key == "$ref" ? [(string)member.Value!] : ReferencesIn(member.Value)),
        JsonArray items => items.SelectMany(ReferencesIn),
        _ => [],
    };
}
