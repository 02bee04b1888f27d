namespace EntCredit.LocalRuntime.Tests.Durable.Kills;

/// <summary>The host was killed before it answered: what was asked may have been done or not.</summary>
internal sealed class HostKilledException : Exception;
