using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using EntCredit.Functions.Http;
using EntCredit.Functions.Pages;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EntCredit.Functions.OpenApi;

/// <summary>The OpenAPI document as a page that is read from top to bottom: every route, what it takes, what it answers, every schema.</summary>
internal static class ApiPage
{
    private const string References = "#/components/schemas/";

    // The page escapes what is HTML's own.
    private static readonly JsonSerializerOptions Readable = new(ApiJson.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The page of a document.</summary>
    public static string Of(JsonObject document)
    {
        var body = new StringBuilder();
        var info = document["info"]!;
        body.Append(CultureInfo.InvariantCulture, $"<h1>{Encode(info["title"])}</h1><p>{Encode(info["description"])}</p>");
        body.Append("<p><a href=\"/api/v1/openapi.json\">OpenAPI 3.1 文档</a>　<a href=\"/errors\">错误目录</a></p>");
        var operations = document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject(), (path, verb) => (Path: path.Key, Verb: verb.Key, What: verb.Value!.AsObject()))
            .ToLookup(operation => (string)operation.What["tags"]![0]!);
        Navigation(body, operations, document["components"]!["schemas"]!.AsObject());
        foreach (var area in operations)
        {
            body.Append(CultureInfo.InvariantCulture, $"<h2 id=\"area-{PageShell.Html.Encode(area.Key)}\">{PageShell.Html.Encode(area.Key)}<small>{area.Count()}</small></h2>");
            foreach (var (path, verb, what) in area) Operation(body, path, verb, what);
        }

        body.Append("<h2 id=\"schemas\">数据结构</h2>");
        foreach (var (name, schema) in document["components"]!["schemas"]!.AsObject()) Schema(body, name, schema!.AsObject());
        return PageShell.Document("接口", body.ToString());
    }

    private static void Navigation(StringBuilder body, ILookup<string, (string Path, string Verb, JsonObject What)> operations, JsonObject schemas)
    {
        body.Append("<nav>");
        foreach (var area in operations)
        {
            body.Append(CultureInfo.InvariantCulture, $"<details><summary>{PageShell.Html.Encode(area.Key)} <small>{area.Count()}</small></summary><ul>");
            foreach (var (path, verb, what) in area)
                body.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{Encode(what["operationId"])}\"><b>{verb.ToUpperInvariant()}</b> {PageShell.Html.Encode(path)}</a></li>");
            body.Append("</ul></details>");
        }

        body.Append(CultureInfo.InvariantCulture, $"<details><summary>数据结构 <small>{schemas.Count}</small></summary><ul>");
        foreach (var (name, _) in schemas) body.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#schema-{PageShell.Html.Encode(name)}\">{PageShell.Html.Encode(name)}</a></li>");
        body.Append("</ul></details></nav>");
    }

    private static void Operation(StringBuilder body, string path, string verb, JsonObject what)
    {
        body.Append(CultureInfo.InvariantCulture, $"<article id=\"{Encode(what["operationId"])}\"><h3><b>{verb.ToUpperInvariant()}</b> <code>{PageShell.Html.Encode(path)}</code></h3>");
        body.Append(CultureInfo.InvariantCulture, $"<p>{Encode(what["summary"])}</p><p class=\"dim\">{Encode(what["description"])}</p><table>");
        foreach (var parameter in what["parameters"]?.AsArray() ?? [])
            Row(body, $"{Encode(parameter!["name"])} <small>{Place((string)parameter["in"]!)}{((bool)parameter["required"]! ? "，必填" : "")}</small>", $"{Encode(parameter["description"])} {Shape(parameter["schema"]!)}");
        if (what["requestBody"] is { } request) Row(body, "请求正文", Content(request["content"]!.AsObject()));
        var errors = new StringBuilder();
        foreach (var (status, response) in what["responses"]!.AsObject())
        {
            if (response!["content"]?["application/problem+json"]?["examples"] is JsonObject problems)
                foreach (var (code, problem) in problems)
                    errors.Append(CultureInfo.InvariantCulture, $"<li>{status} <a href=\"/errors#{code}\">{code}</a> {Encode(problem!["value"]!["detail"])}</li>");
            else
                Row(body, status, response["content"] is { } content ? Content(content.AsObject()) : Encode(response["description"]));
        }

        Row(body, "错误", $"<details><summary>可能返回的错误</summary><ul>{errors}</ul></details>");
        body.Append("</table></article>");
    }

    private static void Schema(StringBuilder body, string name, JsonObject schema)
    {
        body.Append(CultureInfo.InvariantCulture, $"<article id=\"schema-{PageShell.Html.Encode(name)}\"><h3>{PageShell.Html.Encode(name)}</h3><p class=\"dim\">{Encode(schema["description"])}</p><table>");
        var required = schema["required"]?.AsArray().Select(member => (string)member!).ToHashSet() ?? [];
        foreach (var (member, of) in schema["properties"]?.AsObject() ?? [])
            Row(body, PageShell.Html.Encode(member) + (required.Contains(member) ? "" : " <small>可缺</small>"), $"{Shape(of!)} {Encode(of!["description"])}");
        body.Append("</table></article>");
    }

    private static string Content(JsonObject content) => string.Join("<br>", content.Select(media =>
    {
        var example = media.Value!["example"] is { } shown ? $"<details><summary>示例</summary><pre>{PageShell.Html.Encode(shown.ToJsonString(Readable))}</pre></details>" : "";
        return $"{PageShell.Html.Encode(media.Key)} {(media.Value["schema"] is { } schema ? Shape(schema) : "")}{example}";
    }));

    private static string Shape(JsonNode schema)
    {
        if ((string?)schema["$ref"] is { } reference)
            return reference[References.Length..] is var name ? $"<a href=\"#schema-{PageShell.Html.Encode(name)}\">{PageShell.Html.Encode(name)}</a>" : "";
        if (schema["enum"] is JsonArray words) return PageShell.Html.Encode(string.Join(" | ", words.Select(word => word?.ToString() ?? "null")));
        if (schema["items"] is { } items) return $"[{Shape(items)}]";
        if (schema["additionalProperties"] is JsonObject values) return $"{{…: {Shape(values)}}}";
        var type = schema["type"] switch
        {
            JsonArray several => string.Join(" | ", several.Select(one => one!.ToString())),
            { } one => one.ToString(),
            null => "",
        };
        return PageShell.Html.Encode(schema["format"] is { } format ? $"{type} ({format})" : type);
    }

    private static void Row(StringBuilder body, string head, string text) => body.Append(CultureInfo.InvariantCulture, $"<tr><th>{head}</th><td>{text}</td></tr>");

    private static string Place(string place) => place switch { "path" => "路径", "header" => "请求头", _ => "查询" };

    private static string Encode(JsonNode? text) => text is null ? "" : PageShell.Html.Encode(text.ToString());
}
