using System.Reflection;
using EntCredit.LocalRuntime.Worker.Extensions.Abstractions;

namespace EntCredit.LocalRuntime.Worker.Indexing;

/// <summary>A function that was found and checked.</summary>
internal sealed record FunctionEntry(
    FunctionDefinition Definition,
    MethodInfo Method,
    TriggerBindingAttribute Trigger,
    ParameterInfo TriggerParameter,
    IReadOnlyList<ArgumentSource> Arguments
)
{
    public string Name => Definition.Name;

    /// <summary>Whether it is an activity without input: the model lets the context stand in the input's place.</summary>
    public bool TakesNoInput => TriggerParameter.ParameterType == typeof(FunctionContext);

    /// <summary>The result of the task that the method returns, or null where it returns none or a task without a result.</summary>
    public PropertyInfo? TaskResult { get; } =
        Method.ReturnType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Task<>)
            ? type.GetProperty(nameof(Task<>.Result))
            : null;
}
