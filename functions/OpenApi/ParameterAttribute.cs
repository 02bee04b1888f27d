namespace EntCredit.Functions.OpenApi;

/// <summary>A parameter of an HTTP function: of its route where the route names it, else of the query, or a header.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it says, in Chinese.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ParameterAttribute(string name, string description) : Attribute
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>What it says, in Chinese.</summary>
    public string Description { get; } = description;

    /// <summary>Its type: string, int, <see cref="DateOnly"/>, an enumeration …</summary>
    public Type Type { get; init; } = typeof(string);

    /// <summary>The words that it may be, or none.</summary>
    public string[] OneOf { get; init; } = [];

    /// <summary>Whether it must be there; what the route names always must.</summary>
    public bool Required { get; init; }

    /// <summary>Whether it is a header.</summary>
    public bool Header { get; init; }
}
