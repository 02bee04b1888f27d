namespace EntCredit.LocalRuntime.CrashHost;

/// <summary>What a life has come to: the events that it received, and the result of each effect.</summary>
internal sealed record LifeState(IReadOnlyList<string> Received, IReadOnlyList<string> Effects);
