using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using EntCredit.Domain.Departments;
using EntCredit.Functions.Tests.Access;

namespace EntCredit.Functions.Tests.OpenApi;

/// <summary>JSON texts made from schemas: valid ones, and such as are wrong in a few places or broken as a whole.</summary>
internal static class Values
{
    private const int Deepest = 4, LongestText = 300;

    /// <summary>What the town knows, so that a valid request reaches something.</summary>
    public static readonly string[] Known =
    [
        AccessTown.Code, "91990000MA00000008", "penalty", "permit", "register", AccessTown.Period, "2026-01-05", "2025-12-31", "失信被执行人", "C01", "upheld", "rejected", "correction",
        "removal", "done", "pending", "某某样例有限公司", "样罚〔2026〕1号", "T1", new string('a', 64), "report.csv", "jieshou", "hunan", "provider", "JVBERi0xLjc=",
        .. Personas.All.Select(one => one.Id),
        .. new[] { Personas.Of(DepartmentRole.Provider), Personas.Of(DepartmentRole.MarketSupervision), Personas.Neighbour }
            .SelectMany(id => new[] { AccessTown.RecordOf(id), AccessTown.BatchOf(id), CaseTown.CaseOf(id), "sanction-" + CaseTown.CaseOf(id) }),
    ];

    // JSON texts of values that nobody means.
    private static readonly string[] Odd =
    [
        "null", "true", "0", "-1", "-0.5", "1e400", "99999999999999999999999999", "2147483648", "1.0000000000000000000001", "\"\"", "\" \"", "[]", "{}", "[null]", "[[]]", "{\"a\":1}",
        "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00a\"", "\"😀👩‍👩‍👧\"", "\"２０２６年1月1日\"", "\"' OR 1=1 --\"", "\"<script>alert(1)</script>\"", "\"../../x\"", "\"0001-01-01\"", "\"9999-12-31\"",
        "\"2026-02-30\"", "\"2026-01-05T00:00:00+99:00\"", "\"{0} {1}\"", "\"\\u202e\\u200b\"", "\"a\\u0301\"", "\"" + new string('长', 30_000) + "\"", "\"" + new string('9', 400) + "\"",
    ];

    public static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);

    /// <summary>True once in so many times.</summary>
    public static Gen<bool> Once(int times) => Gen.Int[1, times].Select(number => number == 1);

    /// <summary>A value of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="wrongOnceIn">How seldom each part of it is something else; 0 for never.</param>
    /// <param name="depth">How deep it lies.</param>
    public static Gen<string> Of(JsonObject schema, int wrongOnceIn, int depth = 0)
    {
        var right = Right(Contract.Resolve(schema), wrongOnceIn, depth);
        return wrongOnceIn == 0 ? right : Once(wrongOnceIn).SelectMany(wrong => wrong ? Pick(Odd) : right);
    }

    /// <summary>A whole body: as its schema says, wrong in places, or no JSON that anybody reads.</summary>
    public static Gen<byte[]> Body(JsonObject schema) => Gen.Int[0, 9].SelectMany(kind => kind switch
    {
        <= 3 => Of(schema, 0).Select(Encoding.UTF8.GetBytes),
        <= 7 => Of(schema, 6).Select(Encoding.UTF8.GetBytes),
        8 => Gen.Select(Of(schema, 0), Gen.Int[0, 5]).Select((text, how) => Broken(text, how)),
        _ => Pick(Odd).Select(Encoding.UTF8.GetBytes),
    });

    /// <summary>The plain text of a value, as a path or a query has it.</summary>
    public static Gen<string> Text(JsonObject schema) => Of(schema, 5).Select(json =>
    {
        try
        {
            return JsonNode.Parse(json) is JsonValue value ? value.ToString() : json;
        }
        catch (Exception illegible) when (illegible is JsonException or InvalidOperationException)
        {
            return json;
        }
    }).Select(text => text.Length > LongestText ? text[..LongestText] : text);

    private static byte[] Broken(string text, int how) => how switch
    {
        0 => Encoding.UTF8.GetBytes(text[..(text.Length / 2)]),
        1 => Encoding.UTF8.GetBytes(text + "x"),
        2 => [.. Encoding.UTF8.GetBytes("{\"reason\":\""), 0xC3, 0x28, 0xFF, .. "\"}"u8.ToArray()],
        3 => Encoding.UTF8.GetBytes(new string('[', 5000)),
        4 => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        _ => Encoding.UTF8.GetBytes(text.Length > 2 && text[0] == '{' ? text[..^1] + "," + text[1..] : "{,}"),
    };

    private static Gen<string> Right(JsonObject schema, int wrongOnceIn, int depth)
    {
        if (schema["enum"] is JsonArray words) return Pick([.. words.Select(word => word?.ToJsonString() ?? "null")]);
        var type = schema["type"] is JsonArray several ? (string?)several[0] : (string?)schema["type"];
        if (schema["properties"] is JsonObject properties) return ObjectOf(schema, properties, wrongOnceIn, depth);
        return type switch
        {
            "object" when schema["additionalProperties"] is JsonObject of => Gen.Select(Pick(Known), Of(of, wrongOnceIn, depth + 1)).Array[0, 3]
                .Select(members => "{" + string.Join(',', members.DistinctBy(member => member.Item1).Select(member => Quoted(member.Item1) + ":" + member.Item2)) + "}"),
            "array" => depth > Deepest ? Gen.Const("[]") : Of(schema["items"]!.AsObject(), wrongOnceIn, depth + 1).Array[0, 3].Select(items => "[" + string.Join(',', items) + "]"),
            "integer" or "number" => Pick("0", "1", "5", "7", "20", "1000000"),
            "boolean" => Pick("true", "false"),
            "string" => (string?)schema["format"] switch
            {
                "date" => Gen.Int[0, 4000].Select(days => Quoted(new DateOnly(2018, 1, 1).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
                "date-time" => Gen.Int[0, 4000].Select(days => Quoted(new DateOnly(2018, 1, 1).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T08:00:00Z")),
                _ => Pick(Known).Select(Quoted),
            },
            _ => Gen.OneOf(Pick(Odd), Pick(Known).Select(Quoted)),
        };
    }

    private static Gen<string> ObjectOf(JsonObject schema, JsonObject properties, int wrongOnceIn, int depth)
    {
        var required = schema["required"]?.AsArray().Select(name => (string)name!).ToHashSet() ?? [];
        var members = Gen.Const("");
        foreach (var (name, of) in properties)
        {
            if (depth > Deepest && !required.Contains(name)) continue;
            var leave = required.Contains(name) ? wrongOnceIn == 0 ? Gen.Const(false) : Once(wrongOnceIn * 3) : Gen.Bool;
            members = Gen.Select(members, leave, Of(of!.AsObject(), wrongOnceIn, depth + 1)).Select((before, left, value) => left ? before : before + "," + Quoted(name) + ":" + value);
        }

        var unknown = wrongOnceIn == 0 ? Gen.Const(false) : Once(wrongOnceIn * 4);
        return Gen.Select(members, unknown).Select((text, more) => "{" + (more ? text + ",\"more\":1" : text).TrimStart(',') + "}");
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
