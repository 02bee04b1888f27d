namespace EntCredit.LocalRuntime.Durable.Client;

/// <summary>How to purge.</summary>
/// <param name="Recursive">Whether sub-orchestrations are purged too: not supported, as in the real engine, and ignored.</param>
public record PurgeInstanceOptions(bool Recursive = false);
