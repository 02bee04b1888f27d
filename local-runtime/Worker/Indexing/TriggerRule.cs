namespace EntCredit.LocalRuntime.Worker.Indexing;

/// <summary>What a trigger asks of its function.</summary>
/// <param name="BindingType">The trigger's name in the host's own metadata.</param>
/// <param name="ParameterProblem">What is wrong with the type of its parameter, or null.</param>
/// <param name="ReturnProblem">What is wrong with the return type, or null.</param>
/// <param name="Captures">The names that it captures.</param>
internal sealed record TriggerRule(
    string BindingType,
    Func<Type, string?> ParameterProblem,
    Func<Type, string?> ReturnProblem,
    IReadOnlySet<string> Captures
);
