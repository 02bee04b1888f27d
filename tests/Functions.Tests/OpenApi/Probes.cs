using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using EntCredit.Functions.Access;
using EntCredit.Functions.OpenApi;
using EntCredit.Functions.Tests.Access;

namespace EntCredit.Functions.Tests.OpenApi;

/// <summary>Requests for an operation, from the document alone: valid ones, and wrong ones of every kind.</summary>
internal static class Probes
{
    // As they stand in a path: already escaped, or deliberately not.
    private static readonly string[] OddSegments =
    [
        "%2F", "..", "%2e%2e", "..%2F..%2Fx", "%00", "%C3%28", "%", "%zz", "a%0D%0Ab", "%E4%B8%AD%E6%96%87", "%F0%9F%98%80", "'%20OR%201=1", "%3Cscript%3E", new string('a', 200), new string('b', 4096), "-", "*",
        "null", "0", "{id}", "%20", "a;b=c", "a:b", "%5C..%5C", "2026-13", "9999-99", "0000-00",
    ];

    private static readonly string[] OddHeaders = ["", " ", "*", "\"1\"", "\"0\"", "1", "W/\"1\"", "\"-1\"", "\"99999999999999999999\"", "\"1\", \"2\"", "abc", "键", "%E8%AF%95", "%", "%00", new string('k', 300)];

    private static readonly string[] OddTypes = ["text/plain", "application/xml", "multipart/form-data", "multipart/form-data; boundary=", "application/json; charset=gb18030", "application/jsonp", "nonsense", ""];

    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "BREW"];

    /// <summary>Any request for a function.</summary>
    public static Gen<Probe> For(HttpFunction function)
    {
        var operation = Contract.OperationOf(function);
        var door = Door.All.Values.Single(one => one.Function == function.Name);
        var parameters = operation["parameters"]?.AsArray().Select(parameter => parameter!.AsObject()).ToList() ?? [];
        var caller = CallerOf(function);
        return caller.SelectMany(department => Gen.Select(
            MethodOf(function), PathOf(door, department, parameters), QueryOf(parameters), HeadersOf(parameters), BodyOf(operation),
            (method, path, query, headers, body) => new Probe(method, path + query, department, headers, body.Type, method is "GET" or "HEAD" ? null : body.Bytes)));
    }

    private static Gen<string?> CallerOf(HttpFunction function)
    {
        string?[] granted = [.. Personas.Roles.Where(role => function.Access.Granted.Any(grant => grant.Roles.Count == 0 || grant.Roles.Contains(role))).Select(Personas.Of)];
        string?[] anybody = [null, Personas.Neighbour, Personas.Stranger, .. Personas.Roles.Select(Personas.Of)];
        return granted.Length == 0 ? Values.Pick(anybody) : Values.Once(5).SelectMany(other => Values.Pick(other ? anybody : granted));
    }

    private static Gen<string> MethodOf(HttpFunction function) =>
        Values.Once(20).SelectMany(other => other ? Values.Pick(Methods) : Gen.Const(function.Verbs[0].ToUpperInvariant()));

    private static Gen<string> PathOf(Door door, string? department, List<JsonObject> parameters)
    {
        var right = SampleObjects.Of(door)!.PathOf(door, department ?? Personas.Neighbour);
        var wrong = Gen.Const("/" + door.Route);
        foreach (var parameter in parameters.Where(parameter => (string)parameter["in"]! == "path"))
        {
            var segment = Gen.OneOf(Values.Pick(OddSegments), Values.Pick(Values.Known).Select(Uri.EscapeDataString), Values.Text(parameter["schema"]!.AsObject()).Select(Escape));
            wrong = Gen.Select(wrong, segment, (path, text) => path.Replace($"{{{parameter["name"]}}}", text, StringComparison.Ordinal));
        }

        // The act of a case is chosen by the document, its case by the town.
        var act = parameters.FirstOrDefault(parameter => (string)parameter["name"]! == "act");
        var mine = act is null ? Gen.Const(right) : Values.Text(act["schema"]!.AsObject()).Select(word => right[..(right.LastIndexOf('/') + 1)] + Escape(word));
        return Gen.Int[0, 9].SelectMany(kind => kind < 7 ? mine : wrong);
    }

    private static Gen<string> QueryOf(List<JsonObject> parameters)
    {
        var query = Gen.Const("");
        foreach (var parameter in parameters.Where(parameter => (string)parameter["in"]! == "query"))
        {
            var given = Gen.Select(Values.Text(parameter["schema"]!.AsObject()), Gen.Int[0, 5], (text, kind) => kind switch
            {
                0 or 1 or 2 => $"&{parameter["name"]}={Escape(text)}",
                3 => "",
                4 => $"&{parameter["name"]}={Escape(text)}&{parameter["name"]}=%00",
                _ => $"&{parameter["name"]}&x=%zz",
            });
            query = Gen.Select(query, given, (before, more) => before + more);
        }

        return query.Select(text => text.Length == 0 ? "" : "?" + text[1..]);
    }

    private static Gen<IReadOnlyList<(string, string)>> HeadersOf(List<JsonObject> parameters)
    {
        var headers = Gen.Select(Gen.Int[0, 3], Values.Pick(OddHeaders), Gen.Int[0, 999], (kind, odd, number) => (IReadOnlyList<(string, string)>)(kind switch
        {
            0 => [],
            1 => [(Purpose.Header, odd)],
            _ => [(Purpose.Header, Uri.EscapeDataString("试验"))],
        }));
        foreach (var parameter in parameters.Where(parameter => (string)parameter["in"]! == "header"))
        {
            var name = (string)parameter["name"]!;
            headers = Gen.Select(headers, Gen.Int[0, 4], Values.Pick(OddHeaders), Gen.Int[0, 99_999], (before, kind, odd, number) => kind switch
            {
                0 => before,
                1 => [.. before, (name, odd)],
                2 when name == "If-Match" => before,
                _ => name == "If-Match" ? [.. before, (name, "\"1\"")] : [.. before, (name, $"key-{number}")],
            });
        }

        return headers;
    }

    private static Gen<(string? Type, byte[]? Bytes)> BodyOf(JsonObject operation)
    {
        if (operation["requestBody"]?["content"] is not JsonObject content)
            return Gen.Int[0, 9].Select(kind => kind == 0 ? ((string?)"application/json", (byte[]?)"{}"u8.ToArray()) : (null, null));
        var schema = content["application/json"]!["schema"]!.AsObject();
        var right = Values.Body(schema).Select(bytes => ((string?)"application/json", (byte[]?)bytes));
        if (content.ContainsKey("multipart/form-data")) right = Gen.OneOf(right, FormOf(Contract.Resolve(schema)));
        return Gen.Int[0, 24].SelectMany(kind => kind switch
        {
            0 => right.Select(body => ((string?)null, body.Item2)),
            1 => Gen.Const(((string?)"application/json", (byte[]?)null)),
            2 => Gen.Select(right, Values.Pick(OddTypes)).Select((body, type) => ((string?)type, body.Item2)),
            _ => right,
        });
    }

    private static Gen<(string?, byte[]?)> FormOf(JsonObject schema)
    {
        var form = Gen.Const("");
        foreach (var (name, _) in schema["properties"]!.AsObject().Where(member => member.Key != "evidence"))
            form = Gen.Select(form, Values.Text(new JsonObject { ["type"] = "string" }), Gen.Int[0, 8]).Select((before, text, kind) => kind == 0 ? before : before + Part($"name=\"{name}\"", text));
        return Gen.Select(form, Values.Pick("%PDF-1.7 x", "MZ", "", "\0\0"), Gen.Int[0, 7], Gen.Int[0, 9]).Select((text, file, files, ending) => ((string?)"multipart/form-data; boundary=part", (byte[]?)Encoding.UTF8.GetBytes(
            text + string.Concat(Enumerable.Repeat(Part("name=\"evidence\"; filename=\"../证明.pdf\"", file), files)) + (ending == 0 ? "" : "--part--\r\n"))));
    }

    private static string Part(string disposition, string text) => $"--part\r\nContent-Disposition: form-data; {disposition}\r\n\r\n{text}\r\n";

    // Half a surrogate cannot be escaped: it goes as what a careless client makes of it.
    private static string Escape(string text) => Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
}
