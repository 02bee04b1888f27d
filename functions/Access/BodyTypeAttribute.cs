namespace EntCredit.Functions.Access;

/// <summary>Which content types an HTTP function's body may have, where that is not JSON only.</summary>
/// <param name="types">Media types without parameters, e.g. <c>text/csv</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BodyTypeAttribute(params string[] types) : Attribute
{
    /// <summary>Media types without parameters.</summary>
    public IReadOnlyList<string> Types { get; } = types;
}
