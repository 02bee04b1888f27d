namespace EntCredit.Functions.OpenApi;

/// <summary>The body that an HTTP function takes.</summary>
/// <param name="body">Its type, or null where the media type alone says it.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesAttribute(Type? body = null) : Attribute
{
    /// <summary>Its type, or null.</summary>
    public Type? Body { get; } = body;

    /// <summary>Its media type; several are separated by commas.</summary>
    public string MediaType { get; init; } = "application/json";

    /// <summary>Whether it may be left out.</summary>
    public bool Optional { get; init; }
}
