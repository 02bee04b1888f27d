using System.Reflection;
using System.Text.Json.Nodes;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Errors;
using EntCredit.Functions.Access;
using EntCredit.Functions.Errors;

namespace EntCredit.Functions.OpenApi;

/// <summary>The API's OpenAPI 3.1 document, made from the functions themselves: their routes, access, attributes and comments.</summary>
public sealed class ApiDocument
{
    private const string Problem = "Problem";

    // What any call may be answered before its function runs, or where it fails unforeseen.
    private static readonly string[] Always = ["EC9001", "EC1104", "EC1107", "EC1108", "EC1109", "EC1110", "EC1114"];
    private static readonly string[] WithKey = ["EC1001", "EC1002", "EC1101", "EC1102", "EC1103", "EC1106", "EC9003"];
    private static readonly string[] WithBody = ["EC1111"];

    private readonly SourceComments comments;
    private readonly SchemaBook schemas;

    private ApiDocument()
    {
        comments = new SourceComments([typeof(ApiDocument).Assembly, typeof(ErrorDefinition).Assembly, typeof(Stores.Views.IPublicView).Assembly]);
        schemas = new SchemaBook(comments);
    }

    /// <summary>The document.</summary>
    public static JsonObject Build() => new ApiDocument().Document();

    /// <summary>The errors that a function may answer, by the catalogue.</summary>
    public static IReadOnlyList<ErrorDefinition> ErrorsOf(HttpFunction function)
    {
        var codes = function.Method.GetCustomAttributes<FailsAttribute>().SelectMany(fails => fails.Codes)
            .Concat(Always)
            .Concat(function.Access.Anybody ? [] : WithKey)
            .Concat(function.Access.Granted.Any(grant => grant.Reach == Reach.Everything) ? ["EC1105"] : [])
            .Concat(function.Method.GetCustomAttribute<TakesAttribute>() is null ? [] : WithBody)
            .ToList();
        return [.. ErrorCatalogueFunctions.All.Where(error => codes.Any(code => Covers(code, error.Code)))];
    }

    private static bool Covers(string pattern, string code) =>
        pattern.EndsWith('*') ? code.StartsWith(pattern[..^1], StringComparison.Ordinal) : pattern == code;

    private JsonObject Document()
    {
        var paths = new JsonObject();
        foreach (var group in HttpFunction.All.Where(function => function.IsApi).GroupBy(function => function.Path))
        {
            var path = new JsonObject();
            foreach (var function in group)
                foreach (var verb in function.Verbs) path[verb] = OperationOf(function);
            paths[group.Key] = path;
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "企业信用信息归集与公示接口",
                ["version"] = "1",
                ["description"] = "部门以请求头 X-Api-Key 或 Authorization: Bearer 表明身份；日期为北京时间的 yyyy-MM-dd，时刻为 UTC；列表以 next 作游标翻页；错误为 application/problem+json，code 见错误目录 /errors。",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["tags"] = new JsonArray([.. HttpFunction.All.Where(function => function.IsApi).Select(function => function.Area).Distinct()
                .Select(area => new JsonObject { ["name"] = area })]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject
                {
                    ["apiKey"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = Authentication.KeyHeader, ["description"] = "本部门的接口密钥" },
                    ["entra"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT", ["description"] = "Microsoft Entra ID 访问令牌" },
                },
                ["schemas"] = new JsonObject([.. schemas.Named.Append(new(Problem, ProblemSchema())).OrderBy(schema => schema.Key, StringComparer.Ordinal)
                    .Select(schema => KeyValuePair.Create(schema.Key, (JsonNode?)schema.Value))]),
            },
        };
    }

    private JsonObject OperationOf(HttpFunction function)
    {
        var method = function.Method;
        var operation = new JsonObject
        {
            ["operationId"] = function.Name,
            ["tags"] = new JsonArray(function.Area),
            ["summary"] = comments.Of(method),
            ["security"] = function.Access.Anybody
                ? new JsonArray(new JsonObject())
                : new JsonArray(new JsonObject { ["apiKey"] = new JsonArray() }, new JsonObject { ["entra"] = new JsonArray() }),
        };
        if (AccessText(function.Access) is { Length: > 0 } who) operation["description"] = who;
        if (ParametersOf(function) is { Count: > 0 } parameters) operation["parameters"] = parameters;
        if (method.GetCustomAttribute<TakesAttribute>() is { } takes)
            operation["requestBody"] = new JsonObject { ["required"] = !takes.Optional, ["content"] = ContentOf(takes.MediaType, takes.Body, Examples.RequestOf(function.Name)) };
        operation["responses"] = ResponsesOf(function);
        return operation;
    }

    private static string AccessText(AccessRule access) => access.Anybody
        ? "任何人可以调用。"
        : string.Join("；", access.Granted.Select(grant =>
            (grant.Roles.Count == 0 ? "各部门" : string.Join("、", grant.Roles.Select(ChineseOf))) + grant.Reach switch
            {
                Reach.Own => "：本部门的",
                Reach.Jurisdiction => "：本行政区的",
                Reach.Everything => "：全部",
                _ => "：无",
            }));

    private static string ChineseOf(DepartmentRole role) => role switch
    {
        DepartmentRole.Provider => "信息提供单位",
        DepartmentRole.Registrar => "登记机关",
        DepartmentRole.MarketSupervision => "市场监管部门",
        DepartmentRole.Approver => "审批或主管部门",
        DepartmentRole.Operator => "平台运行管理部门",
        DepartmentRole.Court => "司法机关",
        DepartmentRole.Bank => "金融机构",
        DepartmentRole.Auditor => "审计督查部门",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "A role without a name."),
    };

    private JsonArray ParametersOf(HttpFunction function)
    {
        var declared = function.Method.GetCustomAttributes<ParameterAttribute>().ToList();
        var inRoute = function.RouteParameters.Select(name => (name, given: declared.FirstOrDefault(parameter => parameter.Name == name)));
        return
        [
            .. inRoute.Select(parameter => ParameterOf(parameter.name, "path", true, parameter.given)),
            .. declared.Where(parameter => !function.RouteParameters.Contains(parameter.Name))
                .Select(parameter => ParameterOf(parameter.Name, parameter.Header ? "header" : "query", parameter.Required, parameter)),
        ];
    }

    private JsonObject ParameterOf(string name, string place, bool required, ParameterAttribute? declared)
    {
        var schema = schemas.Of(declared?.Type ?? typeof(string));
        if (declared?.OneOf is { Length: > 0 } words) schema["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]);
        var parameter = new JsonObject { ["name"] = name, ["in"] = place, ["required"] = required, ["schema"] = schema };
        if (declared is not null) parameter["description"] = declared.Description;
        return parameter;
    }

    private JsonObject ResponsesOf(HttpFunction function)
    {
        var responses = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var answer in function.Method.GetCustomAttributes<AnswersAttribute>())
        {
            var response = new JsonObject { ["description"] = Reason(answer.Status) };
            if (answer.Versioned) response["headers"] = new JsonObject { ["ETag"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } } };
            if (answer.Body is not null || answer.MediaType != "application/json")
                response["content"] = ContentOf(answer.MediaType, answer.Body, Examples.AnswerOf(function.Name));
            responses[$"{answer.Status}"] = response;
        }

        foreach (var group in ErrorsOf(function).GroupBy(error => error.Status))
            responses[$"{group.Key}"] = new JsonObject
            {
                ["description"] = string.Join("；", group.Select(error => $"{error.Code} {error.Title}")),
                ["content"] = new JsonObject
                {
                    ["application/problem+json"] = new JsonObject
                    {
                        ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/" + Problem },
                        ["examples"] = new JsonObject([.. group.Select(error => KeyValuePair.Create(error.Code, (JsonNode?)new JsonObject { ["value"] = ExampleOf(error) }))]),
                    },
                },
            };
        return new JsonObject([.. responses]);
    }

    private JsonObject ContentOf(string mediaTypes, Type? body, JsonNode? example) => new(
    [
        .. mediaTypes.Split(',', StringSplitOptions.TrimEntries).Select(type =>
        {
            var content = new JsonObject();
            if (type == "application/json" && body is not null) content["schema"] = schemas.Of(body);
            if (type == "application/json" && example is not null) content["example"] = example.DeepClone();
            return KeyValuePair.Create(type, (JsonNode?)content);
        }),
    ]);

    private static JsonObject ExampleOf(ErrorDefinition error) => new()
    {
        ["type"] = "/errors#" + error.Code,
        ["title"] = error.Title,
        ["status"] = error.Status,
        ["detail"] = error.Chinese,
        ["code"] = error.Code,
        ["mend"] = error.Mend,
    };

    private static JsonObject ProblemSchema() => new()
    {
        ["type"] = "object",
        ["description"] = "RFC 9457 problem details with the number of the error catalogue.",
        ["required"] = new JsonArray("title", "status", "detail", "code", "mend"),
        ["properties"] = new JsonObject
        {
            ["type"] = Text("Where the catalogue explains the error."),
            ["title"] = Text("What is wrong, in English."),
            ["status"] = new JsonObject { ["type"] = "integer" },
            ["detail"] = Text("What is wrong, in Chinese."),
            ["code"] = Text("The error's number."),
            ["mend"] = Text("What to do about it, in Chinese."),
        },
    };

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    private static string Reason(int status) => status switch
    {
        200 => "好",
        201 => "已建立",
        202 => "已受理",
        204 => "没有内容",
        302 => "转到别处",
        _ => $"{status}",
    };
}
