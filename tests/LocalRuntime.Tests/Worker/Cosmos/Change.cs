namespace EntCredit.LocalRuntime.Tests.Worker.Cosmos;

/// <summary>An item as the functions take it.</summary>
public sealed record Change(string Id, string Subject, int Number);
