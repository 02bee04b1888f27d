namespace EntCredit.LocalRuntime.Tests;

/// <summary>A row of a table of what the runtime offers.</summary>
internal sealed record OfferedRow(string Local, string Real, string Members);
