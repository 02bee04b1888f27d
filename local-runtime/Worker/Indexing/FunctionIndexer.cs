using System.Reflection;
using EntCredit.LocalRuntime.Worker.Extensions.Abstractions;
using EntCredit.LocalRuntime.Worker.Hosting;
using Microsoft.Extensions.Configuration;

namespace EntCredit.LocalRuntime.Worker.Indexing;

/// <summary>Finds the functions and refuses, all at once and by name, those that this host would not run as Azure does.</summary>
internal sealed class FunctionIndexer(IConfiguration settings)
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly List<string> _problems = [];

    /// <exception cref="StartupException">One line for each thing that is wrong.</exception>
    public FunctionIndex Build(FunctionSource source)
    {
        var functions = new List<FunctionEntry>();
        foreach (Type type in source.Types)
            foreach (MethodInfo method in type.GetMethods(Declared))
                if (method.GetCustomAttribute<FunctionAttribute>() is { } attribute && Read(attribute.Name, method) is { } function)
                    functions.Add(function);
        RefuseShared(functions.Select(f => ($"the name '{f.Name}'", f)));
        RefuseShared(functions.SelectMany(TriggerRules.Identities));
        return _problems.Count == 0 ? new(functions) : throw new StartupException(string.Join(Environment.NewLine, _problems));
    }

    private FunctionEntry? Read(string name, MethodInfo method)
    {
        void Refuse(string problem) => _problems.Add($"Function '{name}' ({method.DeclaringType!.FullName}.{method.Name}): {problem}.");

        int before = _problems.Count;
        if (FunctionShape.Problem(name, method) is { } wrongShape)
            Refuse(wrongShape);
        (ParameterInfo Parameter, TriggerBindingAttribute Trigger)[] triggers =
        [
            .. method
                .GetParameters()
                .SelectMany(p => p.GetCustomAttributes<TriggerBindingAttribute>().Select(a => (p, a))),
        ];
        if (triggers.Length != 1)
        {
            Refuse(triggers.Length == 0 ? "no parameter has a trigger" : "more than one parameter has a trigger");
            return null;
        }
        (ParameterInfo triggerParameter, TriggerBindingAttribute trigger) = triggers[0];
        TriggerRule rule;
        try
        {
            rule = TriggerRules.Of(name, trigger, settings);
        }
        catch (StartupException e)
        {
            Refuse(e.Message);
            return null;
        }
        // Azure repeats runs of a few triggers only; what is not repeated here must not look as if it were.
        if (trigger is not CosmosDBTriggerAttribute && method.IsDefined(typeof(RetryAttribute)))
            Refuse("a retry policy is taken beside a CosmosDBTrigger only");
        if (rule.ParameterProblem(triggerParameter.ParameterType) is { } wrongType)
            Refuse($"parameter '{triggerParameter.Name}' {wrongType}");
        if (rule.ReturnProblem(method.ReturnType) is { } wrongReturn)
            Refuse(wrongReturn);

        var arguments = new List<ArgumentSource>();
        var bindings = new List<LocalBinding> { new(triggerParameter.Name!, rule.BindingType, BindingDirection.In) };
        foreach (ParameterInfo parameter in method.GetParameters())
        {
            try
            {
                arguments.Add(ArgumentSources.Of(parameter, triggerParameter, rule));
                if (parameter.IsDefined(typeof(DurableClientAttribute)))
                    bindings.Add(new(parameter.Name!, "durableClient", BindingDirection.In));
            }
            catch (StartupException e)
            {
                Refuse($"parameter '{parameter.Name}' {e.Message}");
            }
        }
        if (trigger is HttpTriggerAttribute)
            bindings.Add(new("$return", "http", BindingDirection.Out));
        return _problems.Count > before
            ? null
            : new(new LocalDefinition(name, method, bindings), method, trigger, triggerParameter, arguments);
    }

    private void RefuseShared(IEnumerable<(string Identity, FunctionEntry Function)> all)
    {
        foreach (var group in all.GroupBy(i => i.Identity, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            _problems.Add(
                $"Function '{group.First().Function.Name}': {group.Key} is also that of {string.Join(", ", group.Skip(1).Select(i => i.Function.Definition.EntryPoint))}."
            );
    }
}
