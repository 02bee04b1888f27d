using System.Text.Json.Nodes;

namespace EntCredit.Functions.OpenApi;

/// <summary>Examples of requests and answers: <c>Examples/{Function}.request.json</c> and <c>.answer.json</c>, held to the schemas by a test.</summary>
internal static class Examples
{
    /// <summary>The example of a function's request, or null.</summary>
    public static JsonNode? RequestOf(string function) => Read(function + ".request.json");

    /// <summary>The example of its answer, or null.</summary>
    public static JsonNode? AnswerOf(string function) => Read(function + ".answer.json");

    private static JsonNode? Read(string name)
    {
        using var stream = typeof(Examples).Assembly.GetManifestResourceStream("examples/" + name);
        return stream is null ? null : JsonNode.Parse(stream);
    }
}
