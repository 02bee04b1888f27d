using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace EntCredit.Functions.Access;

/// <summary>An HTTP function as a caller meets it: route, methods, and what its attributes ask of a request.</summary>
/// <param name="EntryPoint">Full type name, dot, method.</param>
/// <param name="Route">The route template, without the first slash.</param>
/// <param name="Methods">Upper case; none means every method.</param>
/// <param name="Rule">Who may come in.</param>
/// <param name="BodyLimit">The most bytes of its body.</param>
/// <param name="BodyTypes">The content types of its body.</param>
public sealed record Door(
    string EntryPoint, string Route, IReadOnlyList<string> Methods, AccessRule Rule, long BodyLimit, IReadOnlyList<string> BodyTypes)
{
    /// <summary>The most bytes of a body where nothing else is said.</summary>
    public const long DefaultBodyLimit = 1 << 20;

    private static readonly string[] Json = ["application/json"];

    private readonly TemplateMatcher matcher = new(TemplateParser.Parse(Route), []);

    /// <summary>Every door, by entry point.</summary>
    public static IReadOnlyDictionary<string, Door> All { get; } = typeof(Door).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => AccessRule.All.ContainsKey($"{method.DeclaringType!.FullName}.{method.Name}"))
        .Select(Of)
        .ToDictionary(door => door.EntryPoint);

    /// <summary>The function's name.</summary>
    public string Function => Rule.Function;

    /// <summary>Whether it only says that there is nothing else.</summary>
    public bool IsLast => Route == NoSuchDoor.Route;

    /// <summary>The values of the route in a path, by name; null where the path is another's.</summary>
    public IReadOnlyDictionary<string, string>? Match(PathString path)
    {
        var values = new RouteValueDictionary();
        return matcher.TryMatch(path, values) ? values.ToDictionary(value => value.Key, value => value.Value?.ToString() ?? "", StringComparer.Ordinal) : null;
    }

    /// <summary>The methods that some door takes at a path; none where no door is there.</summary>
    public static IReadOnlyList<string> MethodsAt(PathString path) =>
        [.. All.Values.Where(door => !door.IsLast && door.Match(path) is not null).SelectMany(door => door.Methods).Distinct().Order(StringComparer.Ordinal)];

    private static Door Of(MethodInfo method)
    {
        var trigger = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).First(found => found is not null)!;
        var entryPoint = $"{method.DeclaringType!.FullName}.{method.Name}";
        var rule = AccessRule.All[entryPoint];
        return new Door(
            entryPoint,
            (trigger.Route ?? rule.Function).Trim('/'),
            [.. (trigger.Methods ?? []).Select(name => name.ToUpperInvariant())],
            rule,
            method.GetCustomAttribute<BodyLimitAttribute>()?.Bytes ?? DefaultBodyLimit,
            method.GetCustomAttribute<BodyTypeAttribute>()?.Types ?? Json);
    }
}
