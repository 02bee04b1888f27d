using System.Text.Json.Nodes;
using EntCredit.Functions.OpenApi;

namespace EntCredit.Functions.Tests.OpenApi;

/// <summary>The document's examples: one for each operation that takes or answers JSON, valid by its schemas.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string> Functions => [.. HttpFunction.All.Where(function => function.IsApi && function.Name != "GetOpenApi").Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Examples_OfOperation_AreThereAndValid(string name)
    {
        var operation = Contract.OperationOf(HttpFunction.All.Single(function => function.Name == name));
        if (operation["requestBody"]?["content"]?["application/json"] is JsonObject request)
            Assert.Empty(Contract.FaultsOfRequest(name, Example(request, "request")));
        foreach (var (status, response) in operation["responses"]!.AsObject().Where(response => response.Key[0] == '2'))
        {
            if (response!["content"]?["application/json"] is not JsonObject answer || answer["schema"] is null) continue;
            if (Example(answer, "answer") is { } shown && Contract.FaultsOfAnswer(name, int.Parse(status), shown) is { Length: > 0 } faults && !FitsAnother(operation, name, shown)) Assert.Fail(faults);
        }
    }

    [Fact]
    public void Examples_EveryFile_BelongsToAnOperation() => Assert.All(
        Directory.EnumerateFiles(Recorder.Folder, "*.json").Select(path => Path.GetFileName(path).Split('.')),
        parts => Assert.True(parts is [var function, "request" or "answer", "json"] && HttpFunction.All.Any(known => known.Name == function), string.Join('.', parts)));

    private static bool FitsAnother(JsonObject operation, string name, string shown) => operation["responses"]!.AsObject()
        .Any(response => response.Key[0] == '2' && response.Value!["content"]?["application/json"]?["schema"] is not null && Contract.FaultsOfAnswer(name, int.Parse(response.Key), shown).Length == 0);

    private static string Example(JsonObject media, string of) => media["example"]?.ToJsonString() ?? throw new InvalidOperationException(
        $"There is no example of the {of}: let a test make such a call, run the tests with ENTCREDIT_WRITE_DOCS=1, and build again.");
}
