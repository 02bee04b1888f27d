using EntCredit.LocalRuntime.Worker.Extensions.Abstractions;

namespace EntCredit.LocalRuntime.Worker;

/// <summary>The parameter receives the client of the host's durable engine.</summary>
public sealed class DurableClientAttribute : InputBindingAttribute
{
    /// <summary>Another task hub. This host has one; a value is refused at start.</summary>
    public string? TaskHub { get; set; }

    /// <summary>Another connection. This host has one; a value is refused at start.</summary>
    public string? ConnectionName { get; set; }
}
