using System.Reflection;
using System.Runtime.CompilerServices;

namespace EntCredit.LocalRuntime.Tests.Durable;

/// <summary>Holds the table of local-runtime/README.md and the code together.</summary>
public sealed class OfferedTypesTests
{
    private static readonly Dictionary<string, string> RealNamespaces = new()
    {
        ["EntCredit.LocalRuntime.Durable"] = "Microsoft.DurableTask",
        ["EntCredit.LocalRuntime.Durable.Client"] = "Microsoft.DurableTask.Client",
        ["EntCredit.LocalRuntime.Durable.Converters"] = "Microsoft.DurableTask.Converters",
        ["EntCredit.LocalRuntime.Durable.Exceptions"] = "DurableTask.Core.Exceptions",
    };

    private static readonly HashSet<string> FromTheCompiler = ["Deconstruct", "<Clone>$", "Equals", "GetHashCode", "ToString", "EqualityContract", "PrintMembers"];

    [Fact]
    public void Readme_EachOfferedTypeAndMember_StandsBesideTheRealOne()
    {
        var offered = typeof(TaskOptions).Assembly.GetExportedTypes()
            .Where(t => RealNamespaces.ContainsKey(t.Namespace!))
            .Select(Row)
            .Order(StringComparer.Ordinal);
        var table = File.ReadLines(ReadmePath()).Where(l => l.StartsWith("| `", StringComparison.Ordinal) && RealNamespaces.Values.Any(n => l.Contains($"| `{n}.", StringComparison.Ordinal)));
        Assert.Equal(string.Join('\n', offered), string.Join('\n', table.Order(StringComparer.Ordinal)));
    }

    private static string Row(Type type)
    {
        var name = type.Name.Split('`')[0] + (type.IsGenericType ? "<T>" : "");
        return $"| `{name}` | `{RealNamespaces[type.Namespace!]}.{name}` | {string.Join(", ", Members(type).Select(m => $"`{m}`"))} |";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type);
        if (type.IsSubclassOf(typeof(Delegate)))
            return type.GetMethod("Invoke")!.GetParameters().Select(p => p.Name!);
        return type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => m is not Type && IsVisible(m) && !FromTheCompiler.Contains(m.Name))
            .Select(m => m is ConstructorInfo ? "new" : m.Name)
            .Distinct()
            .Order(StringComparer.Ordinal);
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        PropertyInfo property => (property.GetMethod ?? property.SetMethod) is { } accessor && (accessor.IsPublic || accessor.IsFamily),
        ConstructorInfo constructor => constructor.IsPublic || constructor.IsFamily,
        MethodInfo method => !method.IsSpecialName && (method.IsPublic || method.IsFamily) && !method.IsDefined(typeof(CompilerGeneratedAttribute)),
        FieldInfo field => field.IsPublic,
        _ => false,
    };

    private static string ReadmePath()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "local-runtime", "README.md")))
                return Path.Combine(folder.FullName, "local-runtime", "README.md");
        throw new FileNotFoundException("local-runtime/README.md");
    }
}
