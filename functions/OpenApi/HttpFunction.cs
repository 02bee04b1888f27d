using System.Reflection;
using System.Text.RegularExpressions;
using EntCredit.Functions.Access;

namespace EntCredit.Functions.OpenApi;

/// <summary>An HTTP function as its own source declares it: the one list that the document, its page and their tests are made from.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Route">Its route, without a leading slash.</param>
/// <param name="Verbs">Its HTTP methods, lower case.</param>
/// <param name="Method">The method that runs it.</param>
/// <param name="Access">Who may call it.</param>
public sealed partial record HttpFunction(string Name, string Route, IReadOnlyList<string> Verbs, MethodInfo Method, AccessRule Access)
{
    /// <summary>Every HTTP function but the one that says that there is nothing else, by route.</summary>
    public static IReadOnlyList<HttpFunction> All { get; } =
    [
        .. typeof(HttpFunction).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(method => (method, trigger: TriggerOf(method)))
            .Where(found => found.trigger?.Route is { } route && route != NoSuchDoor.Route)
            .Select(found => Of(found.method, found.trigger!))
            .OrderBy(function => function.Route, StringComparer.Ordinal)
            .ThenBy(function => function.Verbs[0], StringComparer.Ordinal),
    ];

    /// <summary>Whether it belongs to the API and not to the pages.</summary>
    public bool IsApi => Route.StartsWith("api/", StringComparison.Ordinal);

    /// <summary>The area that it belongs to: the folder of its source.</summary>
    public string Area => Method.DeclaringType!.Namespace!.Split('.')[^1];

    /// <summary>The names in braces of its route, without their constraints.</summary>
    public IReadOnlyList<string> RouteParameters => [.. RouteParameter().Matches(Route).Select(match => match.Groups[1].Value)];

    /// <summary>Its route as OpenAPI writes it.</summary>
    public string Path => "/" + RouteParameter().Replace(Route, "{$1}");

    private static HttpFunction Of(MethodInfo method, HttpTriggerAttribute trigger) => new(
        method.GetCustomAttribute<FunctionAttribute>()!.Name,
        trigger.Route!,
        [.. (trigger.Methods ?? ["get"]).Select(verb => verb.ToLowerInvariant())],
        method,
        AccessRule.All[$"{method.DeclaringType!.FullName}.{method.Name}"]);

    private static HttpTriggerAttribute? TriggerOf(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>() is null
        ? null
        : method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(trigger => trigger is not null);

    [GeneratedRegex(@"\{\*{0,2}(\w+)[^}]*\}")]
    private static partial Regex RouteParameter();
}
