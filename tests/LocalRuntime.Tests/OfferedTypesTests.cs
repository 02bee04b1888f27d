using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace EntCredit.LocalRuntime.Tests;

/// <summary>
/// Holds the tables of local-runtime/README.md and the code together: every public type of the runtime stands in one row of a table with the head
/// <c>| local type | real type | members |</c>, with all its members, beside the real type or the word that there is none.
/// </summary>
public sealed class OfferedTypesTests
{
    private const string Head = "| local type | real type | members |";
    private static readonly HashSet<string> FromTheCompiler = ["Deconstruct", "<Clone>$", "Equals", "GetHashCode", "ToString", "EqualityContract", "PrintMembers"];

    public static TheoryData<string> Types => [.. Offered.Select(t => t.FullName!)];

    private static IEnumerable<Type> Offered => typeof(TaskOptions).Assembly.GetExportedTypes().Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute)));

    [Theory]
    [MemberData(nameof(Types))]
    public void Readme_AnOfferedType_StandsInOneRowWithItsMembers(string name)
    {
        var type = typeof(TaskOptions).Assembly.GetType(name)!;
        var rows = Rows().Where(r => IsOf(r, type)).ToList();
        Assert.True(rows.Count == 1, $"{rows.Count} rows of local-runtime/README.md are of {name}. One is to be: | `{Name(type)}` | `…` | {Members(type)} |");
        Assert.Equal(Members(type), rows[0].Members);
    }

    [Fact]
    public void Readme_EachRow_IsOfATypeThatIsOffered() =>
        Assert.Empty(Rows().Where(r => Offered.Count(t => IsOf(r, t)) != 1).Select(r => r.Local));

    [Fact]
    public void Readme_EachRow_NamesTheRealTypeOfTheSameNameOrNone() =>
        Assert.Empty(Rows().Where(r => !r.Real.StartsWith("none", StringComparison.Ordinal) && !RealOf(r.Local).IsMatch(r.Real)).Select(r => $"{r.Local}: {r.Real}"));

    private static Regex RealOf(string local) => new($@"^`[\w.]+\.{Regex.Escape(local.Split('.')[^1])}`");

    /// <summary>Whether a row is of a type: by its name, or by the end of its full name where several have it.</summary>
    private static bool IsOf(OfferedRow row, Type type) =>
        $".{type.Namespace}.{Name(type)}".EndsWith("." + row.Local, StringComparison.Ordinal);

    private static string Name(Type type) => type.Name.Split('`')[0] + (type.IsGenericType ? "<T>" : "");

    private static string Members(Type type) => string.Join(", ", Names(type).Select(m => $"`{m}`"));

    private static IEnumerable<string> Names(Type type)
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
        ConstructorInfo constructor => !constructor.IsStatic && (constructor.IsPublic || constructor.IsFamily),
        MethodInfo method => !method.IsSpecialName && (method.IsPublic || method.IsFamily) && !method.IsDefined(typeof(CompilerGeneratedAttribute)),
        FieldInfo field => field.IsPublic,
        EventInfo raised => raised.AddMethod!.IsPublic,
        _ => false,
    };

    private static List<OfferedRow> Rows()
    {
        var rows = new List<OfferedRow>();
        var inTable = false;
        foreach (var line in File.ReadLines(ReadmePath()))
        {
            inTable = line == Head || (inTable && line.StartsWith('|'));
            if (inTable && line.StartsWith("| `", StringComparison.Ordinal))
            {
                var cells = line.Trim('|', ' ').Split(" | ");
                Assert.True(cells.Length is 2 or 3, "Not a row of three cells: " + line);
                rows.Add(new(cells[0].Trim('`', ' '), cells[1].Trim(), cells.Length == 3 ? cells[2].Trim() : ""));
            }
        }

        return rows;
    }

    private static string ReadmePath()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "local-runtime", "README.md")))
                return Path.Combine(folder.FullName, "local-runtime", "README.md");
        throw new FileNotFoundException("local-runtime/README.md");
    }
}
