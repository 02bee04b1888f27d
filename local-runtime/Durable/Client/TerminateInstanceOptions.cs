namespace EntCredit.LocalRuntime.Durable.Client;

/// <summary>How to terminate.</summary>
/// <param name="Output">The output of the terminated instance.</param>
/// <param name="Recursive">Whether its sub-orchestrations are terminated too.</param>
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);
