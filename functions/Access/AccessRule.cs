using System.Reflection;
using EntCredit.Domain.Departments;

namespace EntCredit.Functions.Access;

/// <summary>Who may call one HTTP function.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Anybody">Whether no key is asked for.</param>
/// <param name="Granted">What its departments may.</param>
public sealed record AccessRule(string Function, bool Anybody, IReadOnlyList<AccessAttribute> Granted)
{
    /// <summary>The rules of every HTTP function, by its entry point (full type name, dot, method).</summary>
    public static IReadOnlyDictionary<string, AccessRule> All { get; } = typeof(AccessRule).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null && method.GetParameters().Any(IsHttpTrigger))
        .ToDictionary(method => $"{method.DeclaringType!.FullName}.{method.Name}", Of);

    /// <summary>How far a department's call goes.</summary>
    public Reach ReachOf(Department department) => Granted
        .Where(grant => grant.Roles.Count == 0 || grant.Roles.Any(department.Has))
        .Select(grant => grant.Reach)
        .DefaultIfEmpty(Reach.None)
        .Max();

    private static AccessRule Of(MethodInfo method) => new(
        method.GetCustomAttribute<FunctionAttribute>()!.Name,
        method.GetCustomAttribute<PublicAttribute>() is not null,
        [.. method.GetCustomAttributes<AccessAttribute>()]);

    private static bool IsHttpTrigger(ParameterInfo parameter) => parameter.GetCustomAttribute<HttpTriggerAttribute>() is not null;
}
