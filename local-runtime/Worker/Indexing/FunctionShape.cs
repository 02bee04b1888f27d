using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace EntCredit.LocalRuntime.Worker.Indexing;

/// <summary>What holds for a function of any trigger.</summary>
internal static partial class FunctionShape
{
    /// <summary>What is wrong with the name or the method, or null.</summary>
    public static string? Problem(string name, MethodInfo method) =>
        !Name().IsMatch(name) ? "a name is a letter and then at most 126 letters, digits, hyphens and underscores"
        : !method.IsPublic || !method.DeclaringType!.IsVisible ? "the method and its class must be public"
        : method.ContainsGenericParameters ? "the method and its class must not be generic"
        : method.DeclaringType!.IsAbstract && !method.IsStatic ? "its class is abstract"
        : method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)) ? "it is async void; let it return Task"
        : null;

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,126}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
