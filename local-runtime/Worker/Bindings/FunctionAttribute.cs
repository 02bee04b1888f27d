namespace EntCredit.LocalRuntime.Worker;

/// <summary>Makes a method a function.</summary>
/// <param name="name">Its name, unique in the application without regard to case.</param>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    /// <summary>The function's name.</summary>
    public string Name { get; } = name;
}
