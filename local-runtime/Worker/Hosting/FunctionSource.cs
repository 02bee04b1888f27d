using System.Reflection;

namespace EntCredit.LocalRuntime.Worker.Hosting;

/// <summary>The types among which functions are looked for.</summary>
internal sealed record FunctionSource(IReadOnlyList<Type> Types)
{
    /// <summary>The types of the program's assembly and of every assembly it references, directly or not, that references this one.</summary>
    public static FunctionSource OfProgram() =>
        Assembly.GetEntryAssembly() is { } entry ? OfAssemblies(WithReferences(entry)) : new([]);

    public static FunctionSource OfAssemblies(IEnumerable<Assembly> assemblies) => new([.. assemblies.SelectMany(a => a.GetTypes())]);

    private static List<Assembly> WithReferences(Assembly entry)
    {
        string runtime = typeof(FunctionSource).Assembly.GetName().Name!;
        var found = new List<Assembly>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { entry.FullName! };
        var open = new Queue<Assembly>([entry]);
        while (open.TryDequeue(out Assembly? assembly))
        {
            AssemblyName[] references = assembly.GetReferencedAssemblies();
            if (references.All(r => r.Name != runtime))
                continue;
            found.Add(assembly);
            foreach (AssemblyName name in references.Where(r => r.Name != runtime && seen.Add(r.FullName)))
            {
                // A framework's assembly cannot reference this one; skipping it keeps start-up short.
                if (name.Name!.StartsWith("System.", StringComparison.Ordinal) || name.Name.StartsWith("Microsoft.", StringComparison.Ordinal))
                    continue;
                open.Enqueue(Assembly.Load(name));
            }
        }
        return found;
    }
}
