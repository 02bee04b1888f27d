namespace EntCredit.Functions.OpenApi;

/// <summary>The errors of the catalogue that an HTTP function may answer, besides those that every function may.</summary>
/// <param name="codes">Their codes; <c>EC43*</c> stands for all that begin so.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class FailsAttribute(params string[] codes) : Attribute
{
    /// <summary>Their codes.</summary>
    public IReadOnlyList<string> Codes { get; } = codes;
}
