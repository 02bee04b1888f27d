using System.Diagnostics.CodeAnalysis;
using EntCredit.LocalRuntime.Worker.Extensions.Abstractions;

namespace EntCredit.LocalRuntime.Worker;

/// <summary>
/// The function runs for an HTTP request. As in the model itself, giving methods but no level means <see cref="AuthorizationLevel.Anonymous"/>,
/// giving nothing means <see cref="AuthorizationLevel.Function"/>.
/// </summary>
[SuppressMessage("Performance", "CA1819", Justification = "The model's signature.")]
[SuppressMessage("Design", "CA1019", Justification = "The model's signature.")]
public sealed class HttpTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Any method, with a function key.</summary>
    public HttpTriggerAttribute() => AuthLevel = AuthorizationLevel.Function;

    /// <summary>The given methods, without a key.</summary>
    public HttpTriggerAttribute(params string[] methods) => Methods = methods;

    /// <summary>Any method, at the given level.</summary>
    public HttpTriggerAttribute(AuthorizationLevel authLevel) => AuthLevel = authLevel;

    /// <summary>The given methods, at the given level.</summary>
    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
    {
        AuthLevel = authLevel;
        Methods = methods;
    }

    /// <summary>The route template, with ASP.NET Core's parameters and constraints; none means the function's name.</summary>
    public string? Route { get; set; }

    /// <summary>The accepted methods; none means all.</summary>
    public string[]? Methods { get; }

    /// <summary>Which key a request must carry.</summary>
    public AuthorizationLevel AuthLevel { get; }
}
